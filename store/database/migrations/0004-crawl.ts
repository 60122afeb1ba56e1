import type { Migration } from './migration.ts';

/** What the crawler must not forget between steps and between runs. */
export const crawl: Migration = {
  name: '0004-crawl',
  statements: ({ text, integer, identity, end }) => [
    `create table crawl_runs (
      id ${identity},
      site ${text} not null,
      started_at ${integer} not null,
      finished_at ${integer},
      summary ${text}
    )${end}`,
    'create index crawl_runs_by_site on crawl_runs (site, id)',
    `create table crawl_frontier (
      run ${integer} not null references crawl_runs (id),
      position ${integer} not null,
      key ${text} not null,
      entry ${text} not null,
      primary key (run, key)
    )${end}`,
    'create index crawl_frontier_order on crawl_frontier (run, position)',
    `create table crawl_pages (
      site ${text} not null,
      key ${text} not null,
      url ${text} not null,
      label ${text} not null,
      holds ${text} not null,
      sha256 ${text} not null,
      remembered ${text} not null,
      fetched_at ${integer} not null,
      withdrawn_at ${integer},
      primary key (site, key)
    )${end}`,
    `create table crawl_log (
      id ${identity},
      site ${text} not null,
      run ${integer} not null,
      at ${integer} not null,
      key ${text} not null,
      url ${text} not null,
      label ${text} not null,
      outcome ${text} not null,
      reason ${text},
      detail ${text}
    )${end}`,
    'create index crawl_log_by_run on crawl_log (run, id)',
    'create index crawl_log_by_site on crawl_log (site, outcome, id)',
    'create index crawl_log_by_key on crawl_log (site, key, id)',
    `create table crawl_alerts (
      id ${identity},
      site ${text} not null,
      kind ${text} not null,
      raised_at ${integer} not null,
      settled_at ${integer},
      detail ${text} not null
    )${end}`,
    'create index crawl_alerts_by_site on crawl_alerts (site, kind, settled_at)',
    `create table site_leases (
      site ${text} primary key,
      holder ${text} not null,
      fence ${integer} not null,
      until ${integer} not null
    )${end}`,
  ],
};

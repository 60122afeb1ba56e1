import { isDue, isQuiet } from '../../crawl/schedule.ts';
import type { Site } from '../../crawl/site.ts';
import type { Settings } from '../../store/settings/settings.ts';
import type { OnProblem, Runner } from '../runner.ts';
import { siteState } from './site-state.ts';

export type ScheduleSettings = {
  readonly sites: readonly Site[];
  readonly settings: Settings;
  readonly runner: Pick<Runner, 'enqueue'>;
  readonly now: () => Date;
  readonly onProblem: OnProblem;
};

export type Schedules = { readonly stop: () => void };

/** How often the clock is looked at, in milliseconds. */
const everyMilliseconds = 10_000;

/**
 * Sends sites to the crawl queue when they are due, by the clock and the record. The same in one process and on Redis: a ticket that
 * waits or is worked on is not doubled by the runner, and a site that is crawled elsewhere is kept by its lease. A start that was
 * missed is made up once; a crawl that was stopped goes on.
 */
export function startSchedules(schedules: ScheduleSettings): Schedules {
  const look = (): void => {
    enqueueDue(schedules).catch((problem: unknown) => schedules.onProblem(problem, { queue: 'crawl' }));
  };
  look();
  const timer = setInterval(look, everyMilliseconds);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

/** One look at the clock; gives the names of the sites that were sent. */
export async function enqueueDue({
  sites,
  settings,
  runner,
  now,
}: ScheduleSettings): Promise<readonly string[]> {
  const due: string[] = [];
  for (const site of sites) {
    if (site.schedule === undefined) continue;
    const { last, isUnfinished } = await siteState(settings, site.name, now());
    const scheduled = { name: site.name, schedule: site.schedule };
    const goesOn = isUnfinished && !isQuiet(now(), site.schedule);
    if (goesOn || isDue(scheduled, { last: new Date(last), now: now() })) due.push(site.name);
  }
  await runner.enqueue(
    'crawl',
    due.map((id) => ({ id, priority: 0 })),
  );
  return due;
}

import type { Tables } from '../database/tables.ts';

/** The tables of a backup, in an order in which every row finds the ones that it refers to. */
export const keptTables = [
  'documents',
  'origins',
  'tags',
  'ledger',
  'results',
  'assessments',
  'findings',
  'reviews',
  'decisions',
  'comments',
  'corrections',
  'users',
  'tokens',
  'views',
  'settings',
  'audit',
  'crawl_runs',
  'crawl_frontier',
  'crawl_pages',
  'crawl_log',
  'crawl_alerts',
  'announcements',
  'deliveries',
] as const satisfies readonly (keyof Tables)[];

export type KeptTable = (typeof keptTables)[number];

/** What has no meaning in another place or at another time: who is signed in, who is working. */
export const passingTables = [
  'sessions',
  'login_attempts',
  'workers',
  'site_leases',
] as const satisfies readonly (keyof Tables)[];

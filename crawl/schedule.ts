import { createHash } from 'node:crypto';
import { Cron } from 'croner';
import type { SiteSchedule } from './site.ts';

/** What a schedule is worked out for. */
type Scheduled = { readonly name: string; readonly schedule: SiteSchedule };

const minute = 60_000;

/**
 * The next start of a site after a time: the cron expression in its time zone, put off by the site's own jitter, and out of
 * quiet hours. `undefined` when there is none any more.
 */
export function nextRun({ name, schedule }: Scheduled, after: Date): Date | undefined {
  const jitter = jitterOf(name, schedule);
  // A start that the jitter has put off over `after` counts as still to come.
  const planned = cronOf(schedule).nextRun(new Date(after.getTime() - jitter));
  if (planned === null) return undefined;
  return outOfQuietHours(new Date(planned.getTime() + jitter), schedule);
}

/**
 * Whether a site is due: its next start after the last one lies in the past. However many were missed, one run makes up for
 * all of them. For a site that never ran, `last` is when it
 * became known.
 */
export function isDue(site: Scheduled, { last, now }: { readonly last: Date; readonly now: Date }): boolean {
  const next = nextRun(site, last);
  return next !== undefined && next <= now && !isQuiet(now, site.schedule);
}

/** Whether nothing may be fetched at this time. */
export function isQuiet(time: Date, { quietHours, timeZone }: SiteSchedule): boolean {
  if (quietHours === undefined) return false;
  const now = clockTime(time, timeZone);
  const { from, to } = quietHours;
  return from <= to ? from <= now && now < to : now >= from || now < to;
}

/** Milliseconds until quiet hours begin; `undefined` where there are none. Zero within them. */
export function untilQuiet(time: Date, schedule: SiteSchedule): number | undefined {
  if (schedule.quietHours === undefined) return undefined;
  if (isQuiet(time, schedule)) return 0;
  const [hours = '0', minutes = '0'] = schedule.quietHours.from.split(':');
  const start = new Cron(`${Number(minutes)} ${Number(hours)} * * *`, {
    timezone: schedule.timeZone,
  }).nextRun(time);
  return start === null ? undefined : start.getTime() - time.getTime();
}

function cronOf({ cron, timeZone }: SiteSchedule): Cron {
  return new Cron(cron, { timezone: timeZone, paused: true });
}

/** The same for a site on every server and every day, spread evenly over sites. */
function jitterOf(name: string, { jitterMinutes }: SiteSchedule): number {
  const share = createHash('sha256').update(name).digest().readUInt32BE(0) / 2 ** 32;
  return Math.floor(share * jitterMinutes * minute);
}

function outOfQuietHours(time: Date, schedule: SiteSchedule): Date {
  if (schedule.quietHours === undefined || !isQuiet(time, schedule)) return time;
  const [hours = '0', minutes = '0'] = schedule.quietHours.to.split(':');
  const end = new Cron(`${Number(minutes)} ${Number(hours)} * * *`, { timezone: schedule.timeZone });
  return end.nextRun(new Date(time.getTime() - 1)) ?? time;
}

function clockTime(time: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return parts.format(time);
}

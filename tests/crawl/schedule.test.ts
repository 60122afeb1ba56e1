import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDue, isQuiet, nextRun, untilQuiet } from '../../crawl/schedule.ts';
import { type SiteSchedule, siteSchema } from '../../crawl/site.ts';

function scheduled(schedule: Record<string, unknown>, name = 'a'): { name: string; schedule: SiteSchedule } {
  const site = siteSchema.parse({ name, start: ['http://www.example.gov.cn/'], schedule });
  if (site.schedule === undefined) throw new Error('no schedule');
  return { name, schedule: site.schedule };
}

const daily = scheduled({ cron: '0 3 * * *', jitterMinutes: 0 });
const at = (text: string): Date => new Date(text);

describe('the next run', () => {
  test('is at the time of the site, not of the server', () => {
    expect(nextRun(daily, at('2026-03-01T00:00:00Z'))?.toISOString()).toBe('2026-03-01T19:00:00.000Z');
    const elsewhere = scheduled({ cron: '0 3 * * *', jitterMinutes: 0, timeZone: 'UTC' });
    expect(nextRun(elsewhere, at('2026-03-01T00:00:00Z'))?.toISOString()).toBe('2026-03-01T03:00:00.000Z');
  });

  test('is put off by the same jitter every time, another for every site', () => {
    const starts = ['a', 'b', 'c', 'd'].map((name) =>
      nextRun(
        scheduled({ cron: '0 3 * * *', jitterMinutes: 120 }, name),
        at('2026-03-01T00:00:00Z'),
      )?.getTime(),
    );
    expect(new Set(starts).size).toBe(4);
    for (const start of starts) {
      const offset = (start ?? 0) - at('2026-03-01T19:00:00Z').getTime();
      expect(offset).toBeGreaterThanOrEqual(0);
      expect(offset).toBeLessThan(120 * 60_000);
    }
    const again = nextRun(
      scheduled({ cron: '0 3 * * *', jitterMinutes: 120 }, 'a'),
      at('2026-03-01T00:00:00Z'),
    );
    expect(again?.getTime()).toBe(starts[0]);
  });

  test('comes one after another without skipping a day', () => {
    const site = scheduled({ cron: '0 3 * * *', jitterMinutes: 90 });
    fc.assert(
      fc.property(
        fc.date({ min: at('2026-01-01T00:00:00Z'), max: at('2027-01-01T00:00:00Z'), noInvalidDate: true }),
        (time) => {
          const first = nextRun(site, time);
          const second = first && nextRun(site, first);
          expect(first && first > time).toBe(true);
          expect(second && second.getTime() - (first?.getTime() ?? 0)).toBe(86_400_000);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('waits for the end of quiet hours', () => {
    const site = scheduled({
      cron: '0 9 * * *',
      jitterMinutes: 0,
      quietHours: { from: '08:00', to: '18:30' },
    });
    expect(nextRun(site, at('2026-03-01T00:00:00Z'))?.toISOString()).toBe('2026-03-01T10:30:00.000Z');
  });
});

describe('a site', () => {
  test('is due once however many runs were missed', () => {
    const last = at('2026-03-01T19:00:00Z');
    expect(isDue(daily, { last, now: at('2026-03-02T18:59:59Z') })).toBe(false);
    expect(isDue(daily, { last, now: at('2026-03-02T19:00:00Z') })).toBe(true);
    const now = at('2026-03-09T20:00:00Z');
    expect(isDue(daily, { last, now })).toBe(true);
    expect(isDue(daily, { last: now, now: at('2026-03-09T20:01:00Z') })).toBe(false);
  });

  test('is not due in its quiet hours, over midnight too', () => {
    const site = scheduled({
      cron: '0 3 * * *',
      jitterMinutes: 0,
      quietHours: { from: '22:00', to: '06:00' },
    });
    expect(isQuiet(at('2026-03-01T15:00:00Z'), site.schedule)).toBe(true);
    expect(isQuiet(at('2026-03-01T22:30:00Z'), site.schedule)).toBe(false);
    expect(isDue(site, { last: at('2026-02-01T00:00:00Z'), now: at('2026-03-01T15:00:00Z') })).toBe(false);
    expect(isDue(site, { last: at('2026-02-01T00:00:00Z'), now: at('2026-03-01T23:00:00Z') })).toBe(true);
  });

  test('has so long until its quiet hours begin', () => {
    const site = scheduled({ cron: '0 3 * * *', quietHours: { from: '08:00', to: '18:00' } });
    expect(untilQuiet(at('2026-03-01T23:00:00Z'), site.schedule)).toBe(3_600_000);
    expect(untilQuiet(at('2026-03-01T02:00:00Z'), site.schedule)).toBe(0);
    expect(untilQuiet(at('2026-03-01T02:00:00Z'), daily.schedule)).toBeUndefined();
  });

  test('with a cron expression that cannot be is told so', () => {
    expect(() => scheduled({ cron: '61 * * * *' })).toThrow(/cron/);
  });
});

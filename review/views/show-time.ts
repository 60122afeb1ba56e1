/** The zone that reviewers and publishers live in; China has one. */
const zone = 'Asia/Shanghai';

/** How far that zone is ahead of UTC, in milliseconds; the same all year since 1991. */
export const zoneAhead = 8 * 3_600_000;

const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** `2026-03-01 16:20`, in Beijing time. */
export function showTime(at: number | string): string {
  return format.format(new Date(at));
}

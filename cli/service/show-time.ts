import type { Localized } from '../../model/localized.ts';

/** A moment as local time, for people. */
export function showMoment(milliseconds: number): string {
  const date = new Date(milliseconds);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** How long something lasted, in its two largest units. */
export function showDuration(milliseconds: number): Localized {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  const parts = units
    .map(({ size, zh, en }, index) => {
      const above = units[index - 1]?.size ?? Number.POSITIVE_INFINITY;
      return { count: Math.floor((seconds % above) / size), zh, en };
    })
    .filter(({ count }) => count > 0)
    .slice(0, 2);
  if (parts.length === 0) return { zh: '0 秒', en: '0 s' };
  return {
    zh: parts.map(({ count, zh }) => `${count} ${zh}`).join(' '),
    en: parts.map(({ count, en }) => `${count} ${en}`).join(' '),
  };
}

const units = [
  { size: 86_400, zh: '天', en: 'd' },
  { size: 3_600, zh: '小时', en: 'h' },
  { size: 60, zh: '分', en: 'min' },
  { size: 1, zh: '秒', en: 's' },
] as const;

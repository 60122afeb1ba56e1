import type { Group, Indicator } from '../model/assessment.ts';
import type { Place } from '../model/place.ts';
import type { Printed } from '../model/printed.ts';
import { foldWidth } from '../text/fold.ts';
import { normalizeDecimal } from '../text/numeral.ts';
import { sumUnits, toUnits } from './exact-sum.ts';
import { nameOf } from './indicator-row.ts';
import type { Line } from './line.ts';

/** A yearly goal with its share of the whole, printed above the rows that belong to it. */
type Goal = { readonly name: string; readonly share: Printed };

/** What was read of a form's rows and groups. */
export type Rows = { readonly indicators: readonly Indicator[]; readonly groups: readonly Group[] };

const goalName = /^(?:年度)?(?:绩效)?目标[一二三四五六七八九十\d]{1,2}(?!\d*[%％])/;
const shareOf =
  /(?:权重|比例|占比|比重)(?:比例|占比)?[:=为]?(\d{1,3}(?:\.\d+)?)%|[([](\d{1,3}(?:\.\d+)?)%[)\]]/;

/**
 * Forms with several weighted goals score each goal out of its own hundred. Where the shares of all goals add up to the whole, each
 * goal becomes the outermost level of the rows below it; in every other form nothing changes.
 */
export function nestGoals({ indicators, groups }: Rows, lines: readonly Line[]): Rows {
  const goals = lines.flatMap((line, index) => {
    const goal = goalOf(line);
    return goal === undefined ? [] : [{ ...goal, from: index }];
  });
  const total = sumUnits(goals.map(({ share }) => share.value));
  if (goals.length < 2 || total !== toUnits('100')) return { indicators, groups };
  const above = (place: Place): Goal | undefined => {
    const at = lines.findIndex((line) => isAt(line.place, place));
    return goals.findLast(({ from }) => from < at);
  };
  const nested = <Read extends Indicator | Group>(read: Read): Read => {
    const goal = 'kind' in read && read.kind === 'execution' ? undefined : above(read.place);
    return goal === undefined ? read : { ...read, path: [goal.name, ...read.path] };
  };
  return {
    indicators: indicators.map(nested),
    groups: [
      ...goals.map(({ name, share }): Group => ({ path: [name], maxScore: share, place: share.place })),
      ...groups.map(nested),
    ],
  };
}

function goalOf(line: Line): Goal | undefined {
  const texts =
    line.kind === 'prose'
      ? [line.text]
      : line.cells.filter((cell) => !cell.fromAbove).map(({ text }) => text);
  const name = texts.find((text) => goalName.test(nameOf(text)));
  const share = shareOf.exec(foldWidth(nameOf(texts.join(' '))));
  const digits = share?.[1] ?? share?.[2];
  if (name === undefined || digits === undefined) return undefined;
  return {
    name: nameOf(name),
    share: {
      raw: `${digits}%`,
      value: normalizeDecimal(digits),
      decimals: digits.split('.')[1]?.length ?? 0,
      unit: '%',
      origin: 'printed',
      place: line.place,
    },
  };
}

const isAt = (line: Place, place: Place): boolean =>
  line.page === place.page &&
  line.table === place.table &&
  line.row === place.row &&
  line.line === place.line &&
  line.sheet === place.sheet;

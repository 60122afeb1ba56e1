import type { Place } from '../model/place.ts';
import { matchKey } from '../text/fold.ts';

/** What is compared of a report: `Assessment` and the published `ResultAssessment` both give one by `reportText`. */
export type ReportText = {
  /** Name as printed. */
  readonly unit: string;
  readonly rows: readonly RepeatableRow[];
};

type RepeatableRow = { readonly id: string; readonly texts: readonly string[]; readonly place: Place };

/** Another unit's report and the rows of this one whose texts stand in it word for word. */
export type Repeats = { readonly unit: string; readonly rows: readonly RepeatableRow[] };

/** Characters of a text's key from which two units would hardly write the same by themselves. */
const leastLength = 20;

/** So many rows with texts of another unit are no coincidence. */
const leastRows = 5;

type Texts = string | { readonly text: string } | null | undefined;

type ReportLike = {
  readonly unit?: Texts;
  readonly indicators: readonly {
    readonly id: string;
    readonly target?: Texts;
    readonly definition?: Texts;
    readonly standard?: Texts;
    readonly actual?: Texts;
    readonly evidence?: Texts;
    readonly deviationReason?: Texts;
    readonly place?: Place;
    readonly source?: Place;
  }[];
};

/** A report's own texts: results, evidence and reasons, without what only repeats the form's words. */
export function reportText({ unit, indicators }: ReportLike): ReportText {
  const forms = new Set(
    indicators.flatMap(({ target, definition, standard }) => [target, definition, standard].map(keyOf)),
  );
  const rows = indicators.map(({ id, actual, evidence, deviationReason, place, source }) => ({
    id,
    texts: [actual, evidence, deviationReason]
      .map(keyOf)
      .filter((key) => [...key].length >= leastLength && !forms.has(key)),
    place: place ?? source ?? {},
  }));
  return { unit: textOf(unit), rows: rows.filter(({ texts }) => texts.length > 0) };
}

function textOf(text: Texts): string {
  if (text === null || text === undefined) return '';
  return typeof text === 'string' ? text : text.text;
}

const keyOf = (text: Texts): string => matchKey(textOf(text));

/** The other unit's report that has most of this one's texts, where at least five rows repeat it. */
export function findRepeats(report: ReportText, others: readonly ReportText[]): Repeats | undefined {
  if (report.unit === '') return undefined;
  const found = others.flatMap(({ unit, rows }): readonly Repeats[] => {
    if (unit === '' || keyOf(unit) === keyOf(report.unit)) return [];
    const known = new Set(rows.flatMap(({ texts }) => texts));
    const repeated = report.rows.filter(({ texts }) => texts.some((text) => known.has(text)));
    const different = new Set(repeated.flatMap(({ texts }) => texts.filter((text) => known.has(text))));
    return different.size >= leastRows && repeated.length >= leastRows ? [{ unit, rows: repeated }] : [];
  });
  return found.sort((one, other) => other.rows.length - one.rows.length)[0];
}

/** The reports of a run so far, asked for repeats without comparing each with each. */
export type RepeatIndex = {
  /** Those that share enough texts with this one to be compared with it, in the order in which they were added. */
  readonly likely: (report: ReportText) => readonly ReportText[];
  /** The earlier report of another unit that has most of this one's texts. */
  readonly repeatsOf: (report: ReportText) => Repeats | undefined;
  readonly add: (report: ReportText) => void;
};

export function createRepeatIndex(): RepeatIndex {
  const reports: ReportText[] = [];
  const holders = new Map<string, number[]>();
  const sharing = (report: ReportText): readonly number[] => {
    const shared = new Map<number, number>();
    for (const text of new Set(report.rows.flatMap(({ texts }) => texts))) {
      for (const holder of holders.get(text) ?? []) shared.set(holder, (shared.get(holder) ?? 0) + 1);
    }
    return [...shared].filter(([, count]) => count >= leastRows).map(([holder]) => holder);
  };
  const reportsAt = (numbers: readonly number[]) => numbers.flatMap((number) => reports[number] ?? []);
  return {
    likely: (report) => reportsAt(sharing(report).toSorted((one, other) => one - other)),
    repeatsOf: (report) => findRepeats(report, reportsAt(sharing(report))),
    add: (report) => {
      const number = reports.push(report) - 1;
      for (const text of new Set(report.rows.flatMap(({ texts }) => texts))) {
        const known = holders.get(text);
        if (known) known.push(number);
        else holders.set(text, [number]);
      }
    },
  };
}

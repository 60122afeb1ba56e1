import type { Assessment, Group, Indicator } from '../model/assessment.ts';
import { matchKey } from '../text/fold.ts';
import { isSubtotalName } from '../text/subtotal-name.ts';
import { once } from './once.ts';

/** Wordings by which forms mark rows that do not count like others (folded by `matchKey`). */
const alternativeWords = /二者择其?一|两者择其?一|三者择其?一|任选其一|选择其一|择一(?:进行)?考核|可选项/u;
const bonusWords = /加分项?$|^加分|附加分/u;
const deductionWords = /扣分项?$|^扣分|减分项?$|^减分/u;
const notApplicableWords =
  /^(?:本?(?:单位|部门|项目|年度|年|指标|项))*(?:不适用|不涉及|未涉及|无此项|无涉及|n\/a$|na$)/u;

/** Does the row add points above the full mark? */
export const isBonus = once((row: Indicator): boolean =>
  row.path.some((name) => bonusWords.test(matchKey(name))),
);

/** Does the row take points away, so that its score may be below zero? */
export const isDeduction = once((row: Indicator): boolean =>
  row.path.some((name) => deductionWords.test(matchKey(name))),
);

/** Does the row say that it does not apply to the unit? */
export const isNotApplicable = once((row: Indicator): boolean =>
  [row.actual, row.evidence, row.deviationReason, row.target].some(
    (printed) => printed !== undefined && notApplicableWords.test(matchKey(printed.text)),
  ),
);

/** Rows that are sums of others: by their name, or because other rows stand under them. */
export const subtotalRows = once((rows: readonly Indicator[]): ReadonlySet<Indicator> => {
  const parents = new Set(
    rows.flatMap(({ path }) => path.slice(1).map((_, level) => JSON.stringify(path.slice(0, level + 1)))),
  );
  return new Set(
    rows.filter((row) => isSubtotalName(row.path.at(-1) ?? '') || parents.has(JSON.stringify(row.path))),
  );
});

type Alternative = { readonly set: string; readonly choice: string };

/**
 * The choice that a row belongs to, where a form scores only one of several: `set` names the choice, `choice` the branch
 * of it. A mark in a name makes that level the branch; a mark in the standard makes the row its own branch.
 */
export const alternativeOf = once((row: Indicator): Alternative | undefined => {
  const level = row.path.findIndex((name) => alternativeWords.test(matchKey(name)));
  if (level >= 0) {
    return { set: row.path.slice(0, level).join(' / '), choice: row.path.slice(0, level + 1).join(' / ') };
  }
  const texts = [row.standard, row.definition, row.evidence];
  const marked = texts.some(
    (printed) =>
      printed !== undefined && /[择选]/u.test(printed.text) && alternativeWords.test(matchKey(printed.text)),
  );
  return marked ? { set: row.path.slice(0, -1).join(' / '), choice: row.id } : undefined;
});

/** Does the row stand under the group with this path? */
export function liesUnder(row: Indicator, path: readonly string[]): boolean {
  return row.path.length >= path.length && path.every((name, level) => row.path[level] === name);
}

/** Rows by the path of every level that they stand under. */
const rowsByPath = once((rows: readonly Indicator[]): ReadonlyMap<string, readonly Indicator[]> => {
  const byPath = new Map<string, Indicator[]>();
  for (const row of rows) {
    for (let depth = 1; depth <= row.path.length; depth += 1) {
      const key = JSON.stringify(row.path.slice(0, depth));
      const under = byPath.get(key);
      if (under) under.push(row);
      else byPath.set(key, [row]);
    }
  }
  return byPath;
});

/** The rows of a group, at whatever depth. */
export function rowsOf(group: Group, rows: readonly Indicator[]): readonly Indicator[] {
  return rowsByPath(rows).get(JSON.stringify(group.path)) ?? [];
}

/** Does the form give scores at all? A target table or a transfer-payment form does not. */
export function isScoredForm(assessment: Assessment): boolean {
  return (
    assessment.columns.includes('selfScore') ||
    assessment.indicators.some((row) => row.selfScore !== undefined) ||
    assessment.groups.some((group) => group.selfScore !== undefined)
  );
}

/** The row's name for a message: its own, or where it stands when that could not be read. */
export function nameOf(row: Indicator): string {
  const named = row.path.filter((name) => name !== '');
  return row.path.at(-1) || (named.length > 0 ? `${named.join(' / ')} / ?` : row.id);
}

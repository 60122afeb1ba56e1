import type { Assessment } from '../../../model/assessment.ts';
import type { Place } from '../../../model/place.ts';
import type { CheckRecord } from '../../../model/record.ts';
import type { CheckResult } from '../../../model/result.ts';
import { groupKey, rowKey } from '../row-key.ts';

/** What a cell of the source holds: a field of a subject of the record. */
export type Mark = { readonly row: string; readonly field: string };

/** The cells of one document (of an archive: one file) that the record speaks of. */
export type SourceMarks = {
  /** By `table:row:column`. */
  readonly cells: ReadonlyMap<string, Mark>;
  /** By `table:row`: the record's row that a whole line of a grid holds. */
  readonly lines: ReadonlyMap<string, string>;
  /** The cells that a finding points to. */
  readonly findings: ReadonlySet<string>;
};

/** Where a place lies in its document's grids; nothing for prose. */
export function cellKey({ table, row, column }: Place): string | undefined {
  return table === undefined || row === undefined || column === undefined
    ? undefined
    : `${table}:${row}:${column}`;
}

/** The marks of each document of a record, in order; assessments are numbered through all of them. */
export function sourceMarks(record: CheckRecord, result: CheckResult): readonly SourceMarks[] {
  let number = 0;
  return record.documents.map(({ assessments }) => {
    const cells = new Map<string, Mark>();
    const lines = new Map<string, string>();
    const findings = new Set<string>();
    for (const assessment of assessments) {
      number += 1;
      for (const [place, mark] of placesOf(assessment, number)) {
        const key = cellKey(place);
        if (key !== undefined && !cells.has(key)) cells.set(key, mark);
        if (place.table !== undefined && place.row !== undefined && mark.field !== '') {
          const line = `${place.table}:${place.row}`;
          if (!lines.has(line)) lines.set(line, mark.row);
        }
      }
      addFindings(result, number, { cells, findings });
    }
    return { cells, lines, findings };
  });
}

/** A cell that a finding points to belongs to the finding's subject where the record says nothing of it. */
function addFindings(
  { assessments }: CheckResult,
  number: number,
  { cells, findings }: { readonly cells: Map<string, Mark>; readonly findings: Set<string> },
): void {
  const published = assessments[number - 1];
  for (const { subject, sources } of published?.findings ?? []) {
    for (const key of sources.map(cellKey)) {
      if (key === undefined || published === undefined) continue;
      findings.add(key);
      if (!cells.has(key)) cells.set(key, { row: rowKey(number, published, subject), field: '' });
    }
  }
}

/** Every place of an assessment with what is read there, the surest first. */
function placesOf(assessment: Assessment, number: number): readonly (readonly [Place, Mark])[] {
  return [
    ...assessment.indicators.flatMap((indicator) =>
      fieldsOf(indicator, indicatorFields, `${number}-${indicator.id}`),
    ),
    ...assessment.groups.flatMap((group, index) =>
      fieldsOf(group, ['maxScore', 'selfScore'], groupKey(number, index)),
    ),
    ...(assessment.total ? fieldsOf(assessment.total, ['printed', 'max'], `${number}-total`) : []),
    ...(assessment.grade
      ? [[assessment.grade.place, { row: `${number}-grade`, field: 'written' }] as const]
      : []),
    ...assessment.funds.flatMap((row, index) =>
      fieldsOf(
        row,
        ['initial', 'adjusted', 'executed', 'rate', 'points', 'score'],
        `${number}-funds${index + 1}`,
      ),
    ),
    ...(assessment.budget?.total
      ? [[assessment.budget.total.place, { row: `${number}-budget`, field: 'amount' }] as const]
      : []),
    ...(assessment.budget?.parts ?? []).map(
      ({ amount }, index) =>
        [amount.place, { row: `${number}-budget${index + 1}`, field: 'amount' }] as const,
    ),
  ];
}

const indicatorFields = [
  'selfScore',
  'maxScore',
  'target',
  'actual',
  'evidence',
  'standard',
  'definition',
  'deviationReason',
] as const;

type Placed = { readonly place: Place };

function fieldsOf<Field extends string>(
  from: { readonly [Name in Field]?: Placed | undefined },
  fields: readonly Field[],
  row: string,
): readonly (readonly [Place, Mark])[] {
  return fields.flatMap((field) => {
    const value = from[field];
    return value === undefined ? [] : [[value.place, { row, field }] as const];
  });
}

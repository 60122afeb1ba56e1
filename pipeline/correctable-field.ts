import type { Assessment, Group, Indicator } from '../model/assessment.ts';
import type { Correction } from '../model/correction.ts';
import type { Place } from '../model/place.ts';
import type { Printed, PrintedText } from '../model/printed.ts';

/** A field of an assessment that a correction names: what was read there, where it stands, and the assessment with another reading. */
export type CorrectableField = { readonly read: string | undefined; readonly place: Place } & (
  | { readonly kind: 'number'; readonly put: (value: Printed | undefined) => Assessment }
  | { readonly kind: 'text'; readonly put: (value: PrintedText | undefined) => Assessment }
  | { readonly kind: 'word'; readonly put: (value: string) => Assessment }
);

type Named = Pick<Correction, 'subject' | 'field'>;

/** The field that a subject and a field's name mean; nothing where this assessment has no such thing. */
export function correctableField(assessment: Assessment, named: Named): CorrectableField | undefined {
  const { subject } = named;
  if (subject === 'total') return totalField(assessment, named);
  if (subject === 'grade') return gradeField(assessment, named);
  const [block, number] = numbered(subject);
  if (block === 'funds') return fundsField(assessment, number, named);
  if (block === 'budget') return budgetField(assessment, number, named);
  const row = assessment.indicators.findIndex(({ id }) => id === subject);
  if (row >= 0) return indicatorField(assessment, row, named);
  const group = assessment.groups.findIndex(({ path }) => path.join(' / ') === subject);
  return group >= 0 ? groupField(assessment, group, named) : undefined;
}

function numbered(subject: string): readonly [block: string | undefined, index: number | undefined] {
  const match = /^(funds|budget)(?:\/([1-9]\d{0,5}))?$/.exec(subject);
  return [match?.[1], match?.[2] === undefined ? undefined : Number(match[2]) - 1];
}

function indicatorField(
  assessment: Assessment,
  index: number,
  { field }: Named,
): CorrectableField | undefined {
  const row = assessment.indicators[index];
  if (row === undefined) return undefined;
  const put = (changed: Indicator): Assessment => ({
    ...assessment,
    indicators: assessment.indicators.with(index, vouchedFor(changed, field)),
  });
  switch (field) {
    case 'name':
      return {
        kind: 'word',
        read: row.path.at(-1),
        place: row.place,
        put: (name) => put({ ...row, path: [...row.path.slice(0, -1), name] }),
      };
    case 'maxScore':
    case 'selfScore':
      return {
        kind: 'number',
        read: row[field]?.raw,
        place: row[field]?.place ?? row.place,
        put: (value) => put(replaced(row, field, value)),
      };
    case 'target':
    case 'actual':
    case 'definition':
    case 'standard':
    case 'evidence':
    case 'deviationReason':
      return {
        kind: 'text',
        read: row[field]?.text,
        place: row[field]?.place ?? row.place,
        put: (value) => put(replaced(row, field, value)),
      };
    default:
      return undefined;
  }
}

/** A person has looked at the row beside its source: nothing of the program's doubt about this field is left. */
function vouchedFor(row: Indicator, field: Named['field']): Indicator {
  return { ...row, confidence: 1, repairs: row.repairs.filter((repair) => repair.field !== field) };
}

function groupField(assessment: Assessment, index: number, { field }: Named): CorrectableField | undefined {
  const group = assessment.groups[index];
  if (group === undefined || (field !== 'maxScore' && field !== 'selfScore')) return undefined;
  const put = (changed: Group): Assessment => ({
    ...assessment,
    groups: assessment.groups.with(index, changed),
  });
  return {
    kind: 'number',
    read: group[field]?.raw,
    place: group[field]?.place ?? group.place,
    put: (value) => put(replaced(group, field, value)),
  };
}

function totalField(assessment: Assessment, { field }: Named): CorrectableField | undefined {
  if (field !== 'printed' && field !== 'max') return undefined;
  const total = assessment.total ?? { place: assessment.indicators.at(-1)?.place ?? {} };
  return {
    kind: 'number',
    read: total[field]?.raw,
    place: total[field]?.place ?? total.place,
    put: (value) => ({ ...assessment, total: replaced(total, field, value) }),
  };
}

function gradeField(assessment: Assessment, { field }: Named): CorrectableField | undefined {
  if (field !== 'written') return undefined;
  const { grade } = assessment;
  const chosen = grade?.options.filter((option) => option.chosen).map(({ label }) => label);
  const place = grade?.place ?? assessment.total?.place ?? {};
  return {
    kind: 'text',
    read: grade?.written ?? (chosen?.length ? chosen.join('、') : undefined),
    place,
    put: (value) => {
      const options = (grade?.options ?? []).map((option) => ({
        ...option,
        chosen: option.label === value?.text,
      }));
      return { ...assessment, grade: replaced({ ...grade, options, place }, 'written', value?.text) };
    },
  };
}

function fundsField(
  assessment: Assessment,
  index: number | undefined,
  { field }: Named,
): CorrectableField | undefined {
  const row = index === undefined ? undefined : assessment.funds[index];
  if (index === undefined || row === undefined) return undefined;
  switch (field) {
    case 'initial':
    case 'adjusted':
    case 'executed':
    case 'rate':
    case 'points':
    case 'score':
      return {
        kind: 'number',
        read: row[field]?.raw,
        place: row[field]?.place ?? row.place,
        put: (value) => ({
          ...assessment,
          funds: assessment.funds.with(index, replaced(row, field, value)),
        }),
      };
    default:
      return undefined;
  }
}

function budgetField(
  assessment: Assessment,
  index: number | undefined,
  { field }: Named,
): CorrectableField | undefined {
  const { budget } = assessment;
  if (budget === undefined || field !== 'amount') return undefined;
  const part = index === undefined ? undefined : budget.parts[index];
  if (index !== undefined && part === undefined) return undefined;
  const printed = part?.amount ?? budget.total;
  return {
    kind: 'number',
    read: printed?.raw,
    place: printed?.place ?? {},
    put: (value) => ({ ...assessment, budget: withAmount(budget, index, value) }),
  };
}

/** A part without an amount is no part. */
function withAmount(
  budget: NonNullable<Assessment['budget']>,
  index: number | undefined,
  amount: Printed | undefined,
): NonNullable<Assessment['budget']> {
  if (index === undefined) return replaced(budget, 'total', amount);
  const parts = budget.parts.flatMap((part, at) =>
    at !== index ? [part] : amount === undefined ? [] : [{ ...part, amount }],
  );
  return { ...budget, parts };
}

/** The object with one optional field replaced, or left out. */
function replaced<T extends object, K extends keyof T>(from: T, key: K, value: T[K] | undefined): T {
  const copy = { ...from };
  if (value === undefined) delete copy[key];
  else copy[key] = value;
  return copy;
}

import type { CheckResult, ResultAssessment, ResultFinding, ResultIndicator } from '../../../model/result.ts';
import { foldWidth, matchKey } from '../../../text/fold.ts';
import { shingles, similarity } from '../../../text/similarity.ts';
import type { ExpectedFinding } from '../generated.ts';
import { alignRows } from './align-rows.ts';
import type { ExpectedAssessment, ExpectedRow } from './expected.ts';
import { addTallies, noTallies, type Tallies, type Tally } from './tally.ts';

/** A disagreement between what a document says and what was reported, for a person to look into. */
export type Miss = { readonly what: string; readonly expected: string; readonly reported: string };

export type Comparison = { readonly tallies: Tallies; readonly misses: readonly Miss[] };

/** Holds a result against what its document says. Assessments are compared in document order. */
export function compare(expected: readonly ExpectedAssessment[], result: CheckResult): Comparison {
  const misses: Miss[] = [];
  const count: Tallies = {
    ...noTallies,
    assessments: {
      expected: expected.length,
      reported: result.assessments.length,
      right: Math.min(expected.length, result.assessments.length),
    },
  };
  if (expected.length !== result.assessments.length)
    misses.push({
      what: 'assessments',
      expected: String(expected.length),
      reported: `${result.assessments.length} (${result.error?.code ?? result.status})`,
    });
  const tallies = expected
    .map((wanted, index) => compareAssessment(wanted, result.assessments[index], misses))
    .concat(
      result.assessments.slice(expected.length).map((found) => compareAssessment(nothing, found, misses)),
    )
    .reduce(addTallies, count);
  return { tallies, misses };
}

const nothing: ExpectedAssessment = {
  unit: '',
  year: 0,
  rows: [],
  total: null,
  verdict: 'not-printed',
  mustRaise: [],
  mayRaise: [],
};

function compareAssessment(
  expected: ExpectedAssessment,
  reported: ResultAssessment | undefined,
  misses: Miss[],
): Tallies {
  const value = (what: string, wanted: string | null, found: string | null | undefined): Tally => {
    const right =
      found !== null && found !== undefined && found !== '' && matchKey(found) === matchKey(wanted ?? '');
    const isReported = found !== null && found !== undefined && found !== '';
    if (isReported !== (wanted !== null) || (isReported && !right))
      misses.push({ what, expected: wanted ?? 'null', reported: found ?? 'null' });
    return { expected: wanted === null ? 0 : 1, reported: isReported ? 1 : 0, right: right ? 1 : 0 };
  };
  const aligned = alignRows(reported?.indicators ?? [], expected.rows);
  return {
    ...noTallies,
    ...compareRows(expected.rows, { reported, aligned, value, misses }),
    units: value('unit', expected.unit || null, reported?.unit),
    years: value('year', expected.year ? String(expected.year) : null, reported?.year?.toString()),
    totals: value('total', expected.total, reported?.total.printed),
    verdicts: value('verdict', expected.rows.length > 0 ? expected.verdict : null, reported?.total.verdict),
    ...compareFindings(expected, { reported, aligned, misses }),
  };
}

type RowTask = {
  readonly reported: ResultAssessment | undefined;
  readonly aligned: readonly (number | undefined)[];
  readonly value: (what: string, wanted: string | null, found: string | null | undefined) => Tally;
  readonly misses: Miss[];
};

function compareRows(
  expected: readonly ExpectedRow[],
  task: RowTask,
): Pick<Tallies, 'rows' | 'names' | 'paths' | 'points' | 'scores'> {
  const { reported, aligned, value, misses } = task;
  const indicators = reported?.indicators ?? [];
  const met = expected.map((row, index) => {
    const found = indicators[aligned.indexOf(index)];
    const label = `row ${index} ${row.path.at(-1)}`;
    if (!found) misses.push({ what: label, expected: 'a row', reported: 'none' });
    const points =
      row.maxScore ??
      (found?.maxScore === null || found?.maxScore === undefined ? null : (row.impliedMax ?? null));
    return {
      ...noTallies,
      rows: { expected: 1, reported: found ? 1 : 0, right: found ? 1 : 0 },
      names: value(`${label} name`, row.path.at(-1) ?? null, nameOf(row, found)),
      paths: value(`${label} path`, bare(row.path), found && bare(found.path)),
      points: value(`${label} points`, points, found?.maxScore),
      scores: value(`${label} score`, row.selfScore, found?.selfScore),
    };
  });
  const strays = indicators.filter((_, index) => aligned[index] === undefined);
  const extra = strays.map((row) => {
    misses.push({
      what: 'stray row',
      expected: 'none',
      reported: `${row.path.join('/')} ${row.maxScore} ${row.selfScore}`,
    });
    const wrong = (found: string | null | undefined): Tally => ({
      expected: 0,
      reported: found ? 1 : 0,
      right: 0,
    });
    return {
      ...noTallies,
      rows: { expected: 0, reported: 1, right: 0 },
      names: wrong(row.path.at(-1)),
      points: wrong(row.maxScore),
      scores: wrong(row.selfScore),
    };
  });
  return [...met, ...extra].reduce(addTallies, noTallies);
}

/**
 * The reported name; where it is marked as taken from elsewhere (a name that is not printed may come from a rubric, in the
 * rubric's wording), a like name counts as the expected one.
 */
function nameOf(expected: ExpectedRow, found: ResultIndicator | undefined): string | undefined {
  const name = found?.path.at(-1);
  const own = expected.path.at(-1) ?? '';
  if (name === undefined || !found?.repairs.some(({ field }) => field === 'name' || field === 'row'))
    return name;
  return similarity(shingles(name), shingles(own)) >= 0.7 ? own : name;
}

/** Names without the points that some forms print behind them (`产出指标（50分）`). */
const bare = (path: readonly string[]): string =>
  path.map((name) => foldWidth(name).replace(/\(\d+(?:\.\d+)?分\)$/, '')).join('/');

type FindingTask = Pick<RowTask, 'reported' | 'aligned' | 'misses'>;

function compareFindings(
  { mustRaise, mayRaise }: ExpectedAssessment,
  { reported, aligned, misses }: FindingTask,
): Pick<Tallies, 'findings' | 'accusations'> {
  const findings = reported?.findings ?? [];
  const fits = (wanted: ExpectedFinding, found: ResultFinding): boolean => {
    if (wanted.code !== found.code) return false;
    if (wanted.subject === undefined || wanted.subject === found.subject) return true;
    const index = reported?.indicators.findIndex(({ id }) => id === found.subject) ?? -1;
    return index >= 0 && aligned[index] === wanted.subject;
  };
  const raised = mustRaise.filter((wanted) => findings.some((found) => fits(wanted, found)));
  for (const wanted of mustRaise)
    if (!raised.includes(wanted))
      misses.push({ what: 'finding', expected: `${wanted.code} ${wanted.subject ?? ''}`, reported: 'none' });
  const errors = findings.filter(({ severity }) => severity === 'error');
  const isTrue = (found: ResultFinding) => [...mustRaise, ...mayRaise].some((wanted) => fits(wanted, found));
  for (const found of errors)
    if (!isTrue(found))
      misses.push({
        what: 'accusation',
        expected: 'none',
        reported: `${found.code} ${found.subject}: ${found.message}`,
      });
  return {
    findings: { expected: mustRaise.length, reported: findings.length, right: raised.length },
    accusations: { expected: 0, reported: errors.length, right: errors.filter(isTrue).length },
  };
}

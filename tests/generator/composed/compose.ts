import { Decimal } from 'decimal.js';
import { assemble, makeSubject } from '../families/assemble.ts';
import type { GeneratedAssessment, GeneratedGroup, GeneratedRow, ShownPart } from '../generated.ts';
import { derive, type Random, seeded } from '../random.ts';
import { plain, rounded, sum } from '../truth/figures.ts';
import { makeFunds } from '../truth/funds.ts';
import { groupsOf, makeNationalRows, planTrunks } from '../truth/national-rows.ts';
import { type ComposedForm, chooseForm } from './choose-form.ts';
import { makeDepartmentRows } from './department-rows.ts';
import { remarkWordings, titleWordings } from './wordings.ts';

/** A document of no known family: its form is put together at random. */
export type ComposedDocument = { readonly assessment: GeneratedAssessment; readonly form: ComposedForm };

/** A consistent document; the same seed gives the same one. */
export function compose(seed: number): ComposedDocument {
  const random = seeded(derive(seed, 'composed'));
  const form = chooseForm(random);
  return { assessment: makeAssessment(random, form), form };
}

function makeAssessment(random: Random, form: ComposedForm): GeneratedAssessment {
  const subject = makeSubject(random);
  const executionPoints =
    form.funds === 'none' ? random.pick(['0', '10']) : form.funds === 'scored' ? '10' : '0';
  const funds =
    form.funds === 'none'
      ? []
      : makeFunds(random, {
          partNames: random.pick([['其中：当年财政拨款', '其他资金'], ['其中：财政拨款']]),
          rateDecimals: 2,
          ...(form.funds === 'scored' ? { points: executionPoints } : {}),
        });
  const left = executionPoints === '10' ? ('90' as const) : ('100' as const);
  const made = form.kind === 'department' ? departmentRows(random, left) : projectRows(random, left, subject);
  const execution = form.funds === 'none' && executionPoints === '10' ? [executionRow(random)] : [];
  const rows = numbered(
    [...execution, ...made].map((row) => atDepth(printedParts(row, form), form.depth)),
    form,
  );
  return assemble(random, {
    family: 'composed',
    form: form.kind,
    title: `${subject.year}年度${random.pick(titleWordings[form.kind])}`,
    shows: shownBy(form),
    subject,
    rows,
    groups: groupsWithScores(rows, form),
    funds,
    grade: form.grade,
    remarks: form.remarks === 'printed' ? remarkWordings : [],
    total: 'scored',
  });
}

const projectRows = (random: Random, total: '90' | '100', subject: ReturnType<typeof makeSubject>) =>
  makeNationalRows(random, {
    project: subject.projectKind,
    year: subject.year,
    step: random.pick(['1', '1', '0.5']),
    missed: random.pick([0, 0.1, 0.3]),
    trunks: planTrunks(random, total),
  }).rows;

const departmentRows = (random: Random, total: '90' | '100') =>
  makeDepartmentRows(random, new Decimal(total), random.pick(['1', '1', '0.5']));

/** Execution as a row of the indicator table, where the form has no block of funds. */
function executionRow(random: Random): GeneratedRow {
  const rate = new Decimal(random.pick(['100', '98.5', '95', '87.3', '76.21']));
  return {
    kind: 'indicator',
    path: ['预算执行', '预算执行情况', '预算执行率'],
    maxScore: '10',
    selfScore: plain(rounded(rate.div(10), 2)),
    sign: '≥',
    value: '100',
    measure: '%',
    actual: plain(rate),
    definition: '反映预算执行进度',
    standard: '得分=执行率×分值',
    ...(rate.lt(100) ? { reason: '部分项目年底验收，资金结转下年支付' } : {}),
  };
}

/** The row without the texts that the form has no column for. */
function printedParts(row: GeneratedRow, { columns }: ComposedForm): GeneratedRow {
  const has = (field: string) => columns.some((column) => column.field === field);
  const { definition, standard, actual, sign, value, measure, ...rest } = row;
  return {
    ...rest,
    ...(definition !== undefined && has('definition') ? { definition } : {}),
    ...(standard !== undefined && has('standard') ? { standard } : {}),
    ...(actual !== undefined && has('actual') ? { actual } : {}),
    ...(has('target') ? { sign: sign ?? '', value: value ?? '', measure: measure ?? '' } : {}),
  };
}

const innerLevels = ['重点工作', '日常工作'] as const;

/** A row of three levels with one fewer, or with one more between the second and its name. */
function atDepth(row: GeneratedRow, depth: ComposedForm['depth']): GeneratedRow {
  const [level1 = '', level2 = '', name = ''] = row.path;
  if (depth === 2) return { ...row, path: [level1, name] };
  if (depth === 3) return row;
  const inner = innerLevels[[...level2].length % innerLevels.length] ?? innerLevels[0];
  return { ...row, path: [level1, level2, inner, name] };
}

const numerals = [...'一二三四五六七八九'];

/** `一、产出指标` and `3.培训人数`, where the form numbers them. */
function numbered(rows: readonly GeneratedRow[], { numbering }: ComposedForm): readonly GeneratedRow[] {
  if (numbering === 'none') return rows;
  const first = [...new Set(rows.map(({ path }) => path[0] ?? ''))];
  return rows.map((row, index) => {
    const [level1 = '', ...rest] = row.path;
    const inner = rest.slice(0, -1);
    const path = [
      `${numerals[first.indexOf(level1)]}、${level1}`,
      ...inner,
      `${index + 1}.${rest.at(-1) ?? ''}`,
    ];
    return { ...row, path };
  });
}

/** Groups with the sums of their scores where the form prints subtotals of its first level. */
function groupsWithScores(
  rows: readonly GeneratedRow[],
  { levels }: ComposedForm,
): readonly GeneratedGroup[] {
  const printsSums = levels.startsWith('sums');
  return groupsOf(rows).map((group) => {
    if (!printsSums || group.path.length > 1) return group;
    const under = rows.filter(({ path }) => path[0] === group.path[0]);
    return { ...group, selfScore: plain(sum(under.map(({ selfScore }) => selfScore))) };
  });
}

function shownBy({ columns, levels, pointsInNames, weights }: ComposedForm): readonly ShownPart[] {
  const has = (field: string) => columns.some((column) => column.field === field);
  const reasons = columns.find(({ field }) => field === 'reason')?.header ?? '';
  const printsPoints = has('level1Points') || pointsInNames || levels.startsWith('sums');
  // A level's weight in percent may be its share of the whole or that of its rows in it.
  const isShare = weights === 'sign';
  return [
    ...(/原因/.test(reasons) && has('actual') ? ['reasons' as const] : []),
    ...(printsPoints && !isShare ? ['group points' as const] : []),
    'initial funds',
  ];
}

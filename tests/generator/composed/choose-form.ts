import type { Random } from '../random.ts';
import { type FigureStyle, figureStyles } from './show-figure.ts';
import {
  columnWordings,
  fundsWordings,
  sideWordings,
  subtotalWordings,
  topTotalWordings,
  totalWordings,
} from './wordings.ts';

/** What a column of a composed form holds. */
export type ComposedField =
  | 'ordinal'
  | 'level1'
  | 'level1Points'
  | 'level2'
  | 'level2Points'
  | 'level3'
  | 'name'
  | 'definition'
  | 'standard'
  | 'target'
  | 'actual'
  | 'points'
  | 'score'
  | 'reviewScore'
  | 'reason';

export type ComposedColumn = { readonly field: ComposedField; readonly header: string };

/**
 * Where the first level stands: in a cell beside its rows, in a row across the table, or beside its rows with a row of sums above
 * them, below them, or below them and inside of the level's cell.
 */
export type LevelStyle = 'beside' | 'across' | 'sums above' | 'sums below' | 'sums inside';

/** How a form that nobody has seen prints an assessment; every part is chosen by itself. */
export type ComposedForm = {
  readonly kind: 'project' | 'department';
  /** Levels with the rows' own names, 2 to 4. */
  readonly depth: 2 | 3 | 4;
  readonly columns: readonly ComposedColumn[];
  readonly levels: LevelStyle;
  /** Whether first levels carry their points behind their names (`产出指标（50分）`). */
  readonly pointsInNames: boolean;
  readonly figures: FigureStyle;
  /** `sign`: points are weights with a percent sign (`10%`). */
  readonly weights: 'points' | 'sign';
  /** Whether actual values repeat the unit of their target. */
  readonly actualMeasure: boolean;
  readonly numbering: 'none' | 'numbered';
  /** Beside the whole indicator table. */
  readonly sideLabel?: string;
  readonly subtotalLabel: string;
  /** The total above the table (`label`), below it, or both. */
  readonly topTotal?: string;
  readonly bottomTotal?: string;
  readonly funds: 'scored' | 'unscored' | 'none';
  readonly fundsLabel: string;
  readonly goals: 'block' | 'none';
  readonly grade: 'written' | 'boxes' | 'none';
  readonly footer: 'contact' | 'none';
  readonly remarks: 'printed' | 'none';
};

/** A form out of the vocabulary; no two of its columns are called the same but those of points. */
export function chooseForm(random: Random): ComposedForm {
  const kind = random.chance(0.35) ? 'department' : 'project';
  const levels = random.pick([
    'beside',
    'beside',
    'beside',
    'across',
    'sums above',
    'sums below',
    'sums inside',
  ] as const);
  const depth =
    kind === 'department' ? random.pick([3, 3, 2] as const) : random.pick([3, 3, 3, 2, 4] as const);
  const canShowPoints = levels === 'beside' || levels === 'across';
  const groupPoints = levels === 'beside' && random.chance(0.3);
  const weights = random.chance(0.08) ? 'sign' : 'points';
  const topTotal = random.chance(0.2) ? random.pick(topTotalWordings) : undefined;
  const hasBottom = topTotal === undefined || random.chance(0.5);
  return {
    kind,
    depth,
    columns: chooseColumns(random, { kind, depth, levels, groupPoints, weights }),
    levels,
    pointsInNames: canShowPoints && !groupPoints && random.chance(0.3),
    figures: random.pick(figureStyles),
    weights,
    actualMeasure: random.chance(0.5),
    numbering: random.chance(0.25) ? 'numbered' : 'none',
    ...(random.chance(0.25) ? { sideLabel: random.pick(sideWordings) } : {}),
    subtotalLabel: random.pick(subtotalWordings),
    ...(topTotal === undefined ? {} : { topTotal }),
    ...(hasBottom ? { bottomTotal: random.pick(totalWordings) } : {}),
    funds: random.pick(['scored', 'scored', 'unscored', 'none'] as const),
    fundsLabel: random.pick(fundsWordings),
    goals: random.chance(0.6) ? 'block' : 'none',
    grade: random.pick(['written', 'boxes', 'none'] as const),
    footer: random.chance(0.3) ? 'contact' : 'none',
    remarks: random.chance(0.3) ? 'printed' : 'none',
  };
}

type Plan = Pick<ComposedForm, 'kind' | 'depth' | 'levels' | 'weights'> & { readonly groupPoints: boolean };

function chooseColumns(random: Random, plan: Plan): readonly ComposedColumn[] {
  for (;;) {
    const columns = drawColumns(random, plan);
    const headers = columns.filter(({ field }) => !pointFields.includes(field)).map(({ header }) => header);
    if (new Set(headers).size === headers.length) return columns;
  }
}

const pointFields: readonly ComposedField[] = ['level1Points', 'level2Points', 'points'];

function drawColumns(random: Random, { kind, depth, levels, weights, groupPoints }: Plan): ComposedColumn[] {
  const column = (field: ComposedField, words: readonly string[]): ComposedColumn => ({
    field,
    header: random.pick(words),
  });
  const points = random.pick(weights === 'sign' ? columnWordings.percentPoints : columnWordings.points);
  const besideLevel = (field: 'level1Points' | 'level2Points') =>
    groupPoints ? [{ field, header: points }] : [];
  const plainLevels = levels === 'beside';
  const hasTarget = kind === 'project' || random.chance(0.3);
  const hasStandard = kind === 'department' && (!hasTarget || random.chance(0.8));
  const own = { field: 'points' as const, header: points };
  const texts = [
    ...(kind === 'department' && random.chance(0.5) ? [column('definition', columnWordings.definition)] : []),
    ...(hasStandard ? [column('standard', columnWordings.standard)] : []),
  ];
  const target = hasTarget ? [column('target', columnWordings.target)] : [];
  const actual = hasTarget ? [column('actual', columnWordings.actual)] : [];
  const place = groupPoints ? 'first' : random.pick(['first', 'last', 'middle'] as const);
  return [
    ...(plainLevels && random.chance(0.15) ? [column('ordinal', columnWordings.ordinal)] : []),
    ...(levels === 'across' ? [] : [column('level1', columnWordings.level1), ...besideLevel('level1Points')]),
    ...(depth >= 3 ? [column('level2', columnWordings.level2), ...besideLevel('level2Points')] : []),
    ...(depth === 4 ? [column('level3', columnWordings.level3)] : []),
    column('name', columnWordings[`nameUnder${(depth - 1) as 1 | 2 | 3}`]),
    ...(place === 'first' ? [own, ...texts] : []),
    ...(place === 'middle' ? [] : place === 'last' ? texts : []),
    ...target,
    ...(place === 'middle' ? [own, ...texts] : []),
    ...actual,
    ...(place === 'last' ? [own] : []),
    column('score', columnWordings.score),
    ...(random.chance(0.12) ? [column('reviewScore', columnWordings.reviewScore)] : []),
    ...(random.chance(0.8) ? [column('reason', columnWordings.reason)] : []),
  ];
}

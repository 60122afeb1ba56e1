import { Decimal } from 'decimal.js';
import type { GeneratedGroup, GeneratedRow } from '../generated.ts';
import type { Random } from '../random.ts';
import type { ProjectKind } from '../vocabulary/projects.ts';
import { plain, splitPoints, sum } from './figures.ts';
import {
  makeCost,
  makeEffect,
  makeQuality,
  makeQuantity,
  makeSatisfaction,
  makeTimeliness,
  type RowMaker,
} from './row-facts.ts';

/** Level 2 of a national form under its level 1, with how its rows are made and how many of them. */
type Branch = { readonly level2: string; readonly make: RowMaker; readonly count: number };

export type Trunk = {
  readonly level1: string;
  readonly points: string;
  readonly branches: readonly Branch[];
};

export type NationalPlan = {
  readonly project: ProjectKind;
  readonly year: number;
  /** Smallest unit of points (`1`, `0.5`). */
  readonly step: string;
  /** Share of rows that miss their target. */
  readonly missed: number;
  readonly trunks: readonly Trunk[];
};

/** The three (or four) trunks of the national forms with `total` points, 90 beside an execution row of 10. */
export function planTrunks(random: Random, total: '90' | '100' | '80' | '85'): readonly Trunk[] {
  const satisfaction = random.pick(['10', '5', '15']);
  const benefit = random.pick(['30', '20', '25']);
  const withCost = random.chance(0.35);
  const cost = withCost ? random.pick(['10', '20']) : '0';
  const output = plain(new Decimal(total).minus(satisfaction).minus(benefit).minus(cost));
  const costBranch = {
    level2: random.pick(['经济成本指标', '成本指标']),
    make: makeCost,
    count: random.integer(1, 2),
  };
  const trunks: Trunk[] = [
    {
      level1: '产出指标',
      points: output,
      branches: [
        { level2: '数量指标', make: makeQuantity, count: random.integer(1, 3) },
        { level2: '质量指标', make: makeQuality, count: random.integer(1, 2) },
        { level2: '时效指标', make: makeTimeliness, count: random.integer(1, 2) },
        ...(withCost ? [] : [{ ...costBranch, level2: '成本指标', count: 1 }]),
      ],
    },
    {
      level1: '效益指标',
      points: benefit,
      branches: random.sample(
        ['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标'].map((level2) => ({
          level2,
          make: makeEffect,
          count: 1,
        })),
        random.integer(1, 2),
      ),
    },
    {
      level1: '满意度指标',
      points: satisfaction,
      branches: [{ level2: '服务对象满意度指标', make: makeSatisfaction, count: random.chance(0.2) ? 2 : 1 }],
    },
  ];
  return withCost ? [...trunks, { level1: '成本指标', points: cost, branches: [costBranch] }] : trunks;
}

/** Rows whose points sum to their trunks and whose scores follow from target and actual; groups for both levels. */
export function makeNationalRows(
  random: Random,
  plan: NationalPlan,
): { readonly rows: readonly GeneratedRow[]; readonly groups: readonly GeneratedGroup[] } {
  const turns = new Map<RowMaker, number>();
  const rows = plan.trunks.flatMap(({ level1, points, branches }) => {
    const makers = branches.flatMap(({ level2, make, count }) =>
      Array.from({ length: count }, () => ({ level2, make })),
    );
    const shares = splitPoints(random, new Decimal(points), { count: makers.length, step: plan.step });
    return makers.map(({ level2, make }, index): GeneratedRow => {
      const turn = turns.get(make) ?? 0;
      turns.set(make, turn + 1);
      const share = shares[index] ?? new Decimal(0);
      const met = !random.chance(plan.missed);
      const { name, ...facts } = make(random, { ...plan, points: share, met, turn });
      return { kind: 'indicator', path: [level1, level2, name], maxScore: plain(share), ...facts };
    });
  });
  return { rows, groups: groupsOf(rows) };
}

/** Every level above the rows with the sum of its rows' points, in document order. */
export function groupsOf(rows: readonly GeneratedRow[]): readonly GeneratedGroup[] {
  const paths = new Map<string, readonly string[]>();
  for (const { path } of rows)
    for (let depth = 1; depth < path.length; depth += 1)
      paths.set(path.slice(0, depth).join(' / '), path.slice(0, depth));
  return [...paths.values()].map((path) => ({
    path,
    maxScore: plain(
      sum(
        rows
          .filter((row) => path.every((name, level) => row.path[level] === name))
          .map(({ maxScore }) => maxScore),
      ),
    ),
  }));
}

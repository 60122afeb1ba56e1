import fc from 'fast-check';
import type { Award, Condition, Deduction, Measure, Part, Rule, Tier } from '../../../scoring/rules/ast.ts';

/** Every generated rule is worth this many points. */
export const points = '10';

const conditions = [
  '制度健全',
  '按时报送材料',
  '资金使用合规',
  '台账完整',
  '验收合格',
  '专人负责',
  '公示到位',
];
const events = ['未按期整改', '账实不符', '资料缺失', '超范围支出'];
const rates = ['合同签订及时率', '资金到位率', '群众满意度', '设备利用率'];

const words = (text: string): Condition => ({ kind: 'words', words: text });

const defined = (name: string): Measure => ({
  name,
  definition: {
    kind: 'binary',
    operator: '÷',
    left: { kind: 'operand', name: '实际数量' },
    right: {
      kind: 'binary',
      operator: '+',
      left: { kind: 'operand', name: '年初数量' },
      right: { kind: 'operand', name: '新增数量' },
    },
  },
});

/** A name is defined once for the whole rule: some names always are, others never. */
const measure: fc.Arbitrary<Measure> = fc
  .constantFrom(...rates)
  .map((name) => (rates.indexOf(name) < 2 ? defined(name) : { name }));

const allOrNothing: fc.Arbitrary<Rule> = fc
  .constantFrom(...conditions)
  .map((text) => ({ kind: 'all-or-nothing', condition: words(text) }));

const compare: fc.Arbitrary<Rule> = fc
  .constantFrom('≤' as const, '≥' as const, '<' as const)
  .map((relation) => ({
    kind: 'all-or-nothing',
    condition: {
      kind: 'compare',
      left: { kind: 'operand', name: '实际支出数' },
      relation,
      right: { kind: 'operand', name: '预算安排数' },
    },
  }));

const percent = (value: number) => ({ value: String(value), unit: '%' });

/** Bands that touch, the best first, the last one open below and worth nothing. */
const tiers: fc.Arbitrary<Rule> = fc
  .record({
    of: measure,
    cuts: fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 4 }),
  })
  .map(({ of, cuts }) => {
    const bounds = cuts.toSorted((a, b) => b - a);
    const awards: readonly Award[] = bounds.map((_, index) =>
      index === 0 ? { kind: 'full' } : { kind: 'points', points: String(10 - index) },
    );
    const closed = bounds.map((cut, index): Tier => {
      const above = bounds[index - 1];
      return {
        range: {
          low: { at: percent(cut), included: true },
          ...(above === undefined ? {} : { high: { at: percent(above), included: false } }),
        },
        award: awards[index] ?? { kind: 'full' },
      };
    });
    const last = bounds.at(-1) ?? 0;
    const below: Tier = {
      range: { high: { at: percent(last), included: false } },
      award: { kind: 'points', points: '0' },
    };
    return { kind: 'tiers', measure: of, tiers: [...closed, below] };
  });

const proportional: fc.Arbitrary<Rule> = measure.map((of) => ({
  kind: 'proportional',
  measure: of,
  direction: 'forward',
}));

const loss = fc.constantFrom('0.5', '1', '2').map((given) => ({ kind: 'points', points: given }) as const);

const occurrence = (event: string): fc.Arbitrary<Deduction> =>
  fc
    .record({ every: fc.constantFrom(1, 2), counter: fc.constantFrom('项', '次', '例', '笔'), loss })
    .map((rest) => ({ kind: 'occurrence', event, ...rest }));

const perUnit: fc.Arbitrary<Deduction> = fc
  .record({
    side: fc.constantFrom('above' as const, 'below' as const),
    threshold: fc.integer({ min: 1, max: 100 }).map(percent),
    loss,
    partial: fc.constantFrom(
      'whole' as const,
      'started' as const,
      'unstated' as const,
      'proportional' as const,
    ),
  })
  .map((rest) => ({
    kind: 'per-unit',
    measure: { name: '办结及时率' },
    unit: { value: '1', unit: '百分点' },
    ...rest,
  }));

const deduction: fc.Arbitrary<Rule> = fc
  .record({
    occurrences: fc
      .shuffledSubarray(events, { minLength: 1 })
      .chain((chosen) => fc.tuple(...chosen.map(occurrence))),
    unit: fc.option(perUnit, { nil: undefined }),
    flat: fc.option(loss, { nil: undefined }),
  })
  .map(({ occurrences, unit, flat }) => ({
    kind: 'deduction',
    deductions: [
      ...occurrences,
      ...(unit ? [unit] : []),
      ...(flat ? [{ kind: 'flat', condition: words('未建立台账'), loss: flat } as const] : []),
    ],
  }));

const accrual: fc.Arbitrary<Rule> = fc.constantFrom('0.5', '1', '2.5').map((each) => ({
  kind: 'accrual',
  items: [{ event: '完成重点任务', every: 1, counter: '项', points: each }],
}));

const grades: fc.Arbitrary<Rule> = fc
  .shuffledSubarray(conditions, { minLength: 3, maxLength: 4 })
  .map((chosen) => ({
    kind: 'grades',
    grades: chosen.map((text, index) => ({
      condition: words(text),
      award:
        index === 0
          ? { kind: 'full' }
          : index === chosen.length - 1
            ? { kind: 'points', points: '0' }
            : { kind: 'points', points: String(9 - index) },
    })),
  }));

export const leafRule: fc.Arbitrary<Rule> = fc.oneof(
  allOrNothing,
  compare,
  tiers,
  proportional,
  deduction,
  accrual,
  grades,
);

/** Rules that mean the same whatever the row is worth, so that they can be parts. */
const scalable: fc.Arbitrary<Rule> = fc.oneof(allOrNothing, proportional, compare);

const byPoints: fc.Arbitrary<Rule> = fc
  .constantFrom(['4', '6'], ['2', '3', '5'], ['5', '5'])
  .chain((sizes) =>
    fc
      .tuple(
        ...sizes.map((size) =>
          scalable.map((rule): Part => ({ name: '', size: { kind: 'points', points: size }, rule })),
        ),
      )
      .map((parts): Rule => ({ kind: 'sum', parts })),
  );

const byShares: fc.Arbitrary<Rule> = fc
  .constantFrom(['0.4', '0.6'], ['0.3', '0.3', '0.4'], ['0.5', '0.5'])
  .chain((sizes) =>
    fc
      .tuple(
        ...sizes.map((share) =>
          fc
            .oneof(scalable, deduction)
            .map((rule): Part => ({ name: '', size: { kind: 'share', share }, rule })),
        ),
      )
      .map((parts): Rule => ({ kind: 'sum', parts })),
  );

const gated: fc.Arbitrary<Rule> = fc
  .oneof(allOrNothing, tiers, proportional, byPoints)
  .map((rule) => ({ kind: 'gate', condition: words('未报绩效目标'), rule }));
const waived: fc.Arbitrary<Rule> = fc
  .oneof(allOrNothing, tiers, deduction)
  .map((rule) => ({ kind: 'waiver', condition: words('不涉及此项工作'), rule }));
const judged: fc.Arbitrary<Rule> = fc
  .oneof(allOrNothing, byShares)
  .map((rule) => ({ kind: 'with-discretion', condition: words('内容有缺漏'), rule }));

export const anyRule: fc.Arbitrary<Rule> = fc.oneof(leafRule, byPoints, byShares, gated, waived, judged);

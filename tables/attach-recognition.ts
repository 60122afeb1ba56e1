import type { Assessment, BudgetPart, FundsRow, Group, Indicator } from '../model/assessment.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Place } from '../model/place.ts';
import type { PrintedText } from '../model/printed.ts';
import type { Recognition } from '../model/recognition.ts';

/** Something read from one cell: a number or a text. */
type FromCell = { readonly place: Place; readonly recognition?: Recognition | undefined };

type Attach = <T extends FromCell>(read: T) => T;

const keyOf = ({ table, row, column }: Place): string | undefined =>
  table === undefined || row === undefined || column === undefined ? undefined : `${table} ${row} ${column}`;

function recognitionsOf(extraction: Extraction): ReadonlyMap<string, Recognition> {
  const found = new Map<string, Recognition>();
  for (const block of extraction.blocks) {
    if (block.kind !== 'grid') continue;
    for (const { place, recognition } of block.grid.cells) {
      const key = keyOf(place);
      if (recognition !== undefined && key !== undefined) found.set(key, recognition);
    }
  }
  return found;
}

/** Gives every number and text of recognised cells how its cell was read; what was not recognised stays as it is. */
export function attachRecognition(
  assessments: readonly Assessment[],
  extraction: Extraction,
): readonly Assessment[] {
  const recognitions = recognitionsOf(extraction);
  if (recognitions.size === 0) return assessments;
  const attach: Attach = (read) => {
    const recognition = recognitions.get(keyOf(read.place) ?? '');
    return recognition === undefined ? read : { ...read, recognition };
  };
  return assessments.map((assessment) => {
    const doubtfulCells = doubtfulCellsIn(assessment, extraction);
    const attached = withRecognition(assessment, attach);
    return doubtfulCells.length === 0 ? attached : { ...attached, doubtfulCells };
  });
}

/** A score whose cell gave no number may have been taken from another cell of its row: that cell's reading is not in doubt. */
function doubtfulCellsIn(assessment: Assessment, extraction: Extraction): readonly PrintedText[] {
  const { indicators, groups, funds, total } = assessment;
  const places = [...indicators, ...groups, ...funds, ...(total ? [total] : [])].map(({ place }) => place);
  const rows = new Set(places.map(({ table, row }) => `${table} ${row}`));
  return extraction.blocks.flatMap((block) =>
    block.kind === 'prose'
      ? []
      : block.grid.cells.flatMap(({ text, place, recognition }) =>
          recognition?.state === 'doubtful' && rows.has(`${place.table} ${place.row}`)
            ? [{ text, place, recognition }]
            : [],
        ),
  );
}

function withRecognition(assessment: Assessment, attach: Attach): Assessment {
  const { title, unit, total, budget, grade } = assessment;
  return {
    ...assessment,
    ...(title && { title: attach(title) }),
    ...(unit && { unit: attach(unit) }),
    indicators: assessment.indicators.map((row) => ofIndicator(row, attach)),
    groups: assessment.groups.map((group) => ofGroup(group, attach)),
    funds: assessment.funds.map((row) => ofFunds(row, attach)),
    ...(budget && {
      budget: {
        ...budget,
        ...(budget.total && { total: attach(budget.total) }),
        parts: budget.parts.map((part): BudgetPart => ({ ...part, amount: attach(part.amount) })),
      },
    }),
    ...(total && {
      total: {
        ...total,
        ...(total.printed && { printed: attach(total.printed) }),
        ...(total.max && { max: attach(total.max) }),
      },
    }),
    ...(grade && { grade: attach(grade) }),
    remarks: assessment.remarks.map(attach),
  };
}

function ofIndicator(row: Indicator, attach: Attach): Indicator {
  const { maxScore, selfScore, definition, standard, target, actual, evidence, deviationReason } = row;
  return {
    ...row,
    ...(maxScore && { maxScore: attach(maxScore) }),
    ...(selfScore && { selfScore: attach(selfScore) }),
    ...(definition && { definition: attach(definition) }),
    ...(standard && { standard: attach(standard) }),
    ...(target && { target: attach(target) }),
    ...(actual && { actual: attach(actual) }),
    ...(evidence && { evidence: attach(evidence) }),
    ...(deviationReason && { deviationReason: attach(deviationReason) }),
  };
}

function ofGroup(group: Group, attach: Attach): Group {
  const { maxScore, selfScore } = group;
  return {
    ...group,
    ...(maxScore && { maxScore: attach(maxScore) }),
    ...(selfScore && { selfScore: attach(selfScore) }),
  };
}

function ofFunds(row: FundsRow, attach: Attach): FundsRow {
  const { initial, adjusted, executed, rate, points, score } = row;
  return {
    ...row,
    ...(initial && { initial: attach(initial) }),
    ...(adjusted && { adjusted: attach(adjusted) }),
    ...(executed && { executed: attach(executed) }),
    ...(rate && { rate: attach(rate) }),
    ...(points && { points: attach(points) }),
    ...(score && { score: attach(score) }),
  };
}

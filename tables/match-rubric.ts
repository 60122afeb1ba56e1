import type { Profile, RubricRow } from '../model/profile.ts';
import { matchKey } from '../text/fold.ts';
import { shingles, similarity } from '../text/similarity.ts';
import type { CellTraits } from './cell-traits.ts';
import type { DraftRow } from './draft-row.ts';
import { indexTexts, type TextIndex } from './text-index.ts';

/**
 * A part of a row that belongs to one rubric row. In moved tables a row's left half (name, points, definition) and its
 * right half (standard, score, evidence) may belong to different ones.
 */
export type Piece = { readonly draft: DraftRow; readonly half: 'whole' | 'left' | 'right' };

/** Pieces of one rubric row, in document order. */
export type RubricMatch = {
  readonly rubricRow: number;
  readonly pieces: readonly Piece[];
  readonly strength: number;
};

export type RubricReading = {
  readonly matches: readonly RubricMatch[];
  /** Rows that match nothing in the rubric, with the number of matches that stand before them. */
  readonly others: readonly { readonly draft: DraftRow; readonly after: number }[];
};

/** Below this, a row is no known row. */
const leastStrength = 0.34;
/** Two halves belong apart when each fits another rubric row at least twice as well. */
const splitRatio = 0.5;

type Prepared = {
  readonly names: readonly (readonly ReturnType<typeof shingles>[])[];
  readonly keys: readonly ReadonlySet<string>[];
  readonly definitions: TextIndex;
  readonly standards: TextIndex;
};

const prepared = new WeakMap<Profile, Prepared>();

/** Matches rows against a profile's rubric by whatever texts they have left, in an order that both share. */
export function matchRubric(drafts: readonly DraftRow[], profile: Profile): RubricReading {
  const index = prepare(profile);
  const pieces = drafts.flatMap((draft) => cutRow(draft, index));
  const chosen = alignPieces(pieces);
  const matches: { rubricRow: number; pieces: Piece[]; strength: number }[] = [];
  const others: { draft: DraftRow; after: number }[] = [];
  pieces.forEach((piece, position) => {
    const rubricRow = chosen[position];
    if (rubricRow === undefined) {
      if (piece.half === 'whole') others.push({ draft: piece.draft, after: matches.length });
      return;
    }
    const last = matches.at(-1);
    const strength = piece.strengths[rubricRow] ?? 0;
    const own: Piece = { draft: piece.draft, half: piece.half };
    if (last?.rubricRow === rubricRow) {
      last.pieces.push(own);
      last.strength = Math.max(last.strength, strength);
    } else matches.push({ rubricRow, pieces: [own], strength });
  });
  return { matches, others };
}

/** Share of the rubric's rows whose names stand in the table, 0 to 1: is this form worth matching at all? */
export function nameShare(drafts: readonly DraftRow[], rubric: readonly RubricRow[]): number {
  const printed = new Set(drafts.map(({ name }) => name && matchKey(name.cell.text)));
  const found = rubric.filter((row) =>
    [row.path.at(-1) ?? '', ...row.aliases].some((name) => printed.has(matchKey(name))),
  );
  return rubric.length === 0 ? 0 : found.length / Math.min(rubric.length, Math.max(drafts.length, 1));
}

function prepare(profile: Profile): Prepared {
  const known = prepared.get(profile);
  if (known) return known;
  const wordings = profile.rubric.map((row) => [row.path.at(-1) ?? '', ...row.aliases]);
  const built: Prepared = {
    names: wordings.map((names) => names.map(shingles)),
    keys: wordings.map((names) => new Set(names.map(matchKey))),
    definitions: indexTexts(profile.rubric.map((row) => `${row.path.at(-1) ?? ''}${row.definition}`)),
    standards: indexTexts(profile.rubric.map((row) => `${row.standard}`)),
  };
  prepared.set(profile, built);
  return built;
}

type StrongPiece = Piece & { readonly strengths: readonly number[] };

function cutRow(draft: DraftRow, index: Prepared): readonly StrongPiece[] {
  const name = draft.nameAbove && draft.arrangement === 'ragged' ? undefined : draft.name;
  const left = leftStrengths(name, draft.fields.definition, index);
  const standard = draft.fields.standard;
  const right = standard ? index.standards.ask(standard.cell.text) : undefined;
  if (left === undefined && right === undefined)
    return [{ draft, half: 'whole', strengths: index.names.map(() => 0) }];
  if (left === undefined || right === undefined)
    return [{ draft, half: 'whole', strengths: left ?? right ?? [] }];
  const bestLeft = left.indexOf(Math.max(...left));
  const bestRight = right.indexOf(Math.max(...right));
  const at = (strengths: readonly number[], row: number): number => strengths[row] ?? 0;
  const apart =
    draft.arrangement === 'ragged' &&
    bestLeft !== bestRight &&
    at(left, bestLeft) >= (name ? 0.5 : 0.35) &&
    at(right, bestRight) >= 0.3 &&
    at(right, bestLeft) < splitRatio * at(right, bestRight) &&
    at(left, bestRight) < splitRatio * at(left, bestLeft);
  if (!apart)
    return [
      { draft, half: 'whole', strengths: left.map((strength, row) => 0.6 * strength + 0.4 * at(right, row)) },
    ];
  const halves: readonly StrongPiece[] = [
    { draft, half: 'left', strengths: left },
    { draft, half: 'right', strengths: right },
  ];
  return bestLeft < bestRight ? halves : [...halves].reverse();
}

function leftStrengths(
  name: CellTraits | undefined,
  definition: CellTraits | undefined,
  index: Prepared,
): readonly number[] | undefined {
  const byDefinition = definition ? index.definitions.ask(definition.cell.text) : undefined;
  if (name === undefined) return byDefinition;
  const key = matchKey(name.cell.text);
  const byName = index.keys.some((keys) => keys.has(key))
    ? index.keys.map((keys) => (keys.has(key) ? 1 : 0))
    : nameStrengths(shingles(name.cell.text), index);
  if (byDefinition === undefined) return byName;
  return byName.map((strength, row) => 0.75 * strength + 0.25 * (byDefinition[row] ?? 0));
}

function nameStrengths(own: ReturnType<typeof shingles>, index: Prepared): readonly number[] {
  return index.names.map((names) => 0.9 * Math.max(...names.map((other) => similarity(own, other))));
}

/** Longest-chain assignment: rubric rows never go back, two pieces share one only when they complete each other. */
function alignPieces(pieces: readonly StrongPiece[]): readonly (number | undefined)[] {
  const width = pieces[0]?.strengths.length ?? 0;
  type Step = { readonly score: number; readonly from: number; readonly previous: number };
  // best[p][j]: the best chain of the first p pieces whose last assigned rubric row is j - 1 (0: none yet).
  const best: Step[][] = [
    Array.from({ length: width + 1 }, (_, j) => ({ score: j === 0 ? 0 : -Infinity, from: j, previous: -1 })),
  ];
  const lastPiece: (number | undefined)[][] = [Array.from({ length: width + 1 }, () => undefined)];
  pieces.forEach((piece, p) => {
    const before = best[p] ?? [];
    const beforeLast = lastPiece[p] ?? [];
    const steps: Step[] = before.map(({ score }, j) => ({ score, from: j, previous: -1 }));
    const last = [...beforeLast];
    let bestBelow = { score: -Infinity, from: 0 };
    for (let j = 1; j <= width; j += 1) {
      const candidate = before[j - 1];
      if (candidate && candidate.score > bestBelow.score) bestBelow = { score: candidate.score, from: j - 1 };
      const strength = piece.strengths[j - 1] ?? 0;
      if (strength < leastStrength) continue;
      const same = before[j];
      const partner = beforeLast[j];
      const shares =
        same !== undefined && partner !== undefined && completes(pieces[partner], piece)
          ? same.score
          : -Infinity;
      const from = shares > bestBelow.score ? j : bestBelow.from;
      const score = Math.max(shares, bestBelow.score) + strength;
      if (score > (steps[j]?.score ?? -Infinity)) {
        steps[j] = { score, from, previous: p };
        last[j] = p;
      }
    }
    best.push(steps);
    lastPiece.push(last);
  });
  const chosen: (number | undefined)[] = pieces.map(() => undefined);
  const final = best.at(-1) ?? [];
  let j = final.reduce(
    (top, step, index) => (step.score > (final[top]?.score ?? -Infinity) ? index : top),
    0,
  );
  for (let p = pieces.length; p >= 1; p -= 1) {
    const step = best[p]?.[j];
    if (step === undefined) break;
    if (step.previous === p - 1) {
      chosen[p - 1] = j - 1;
      j = step.from;
    }
  }
  return chosen;
}

/** Do two pieces have different fields, so that together they are one row? */
function completes(first: StrongPiece | undefined, second: StrongPiece): boolean {
  if (first === undefined) return false;
  const held = fieldsOf(first);
  return fieldsOf(second).every((field) => !held.includes(field));
}

const leftFields = ['name', 'points', 'definition'] as const;
const rightFields = ['standard', 'selfScore', 'evidence'] as const;

function fieldsOf({ draft, half }: Piece): readonly string[] {
  const left = leftFields.filter((field) =>
    field === 'name' ? draft.name !== undefined : draft.fields[field] !== undefined,
  );
  const right = rightFields.filter((field) => draft.fields[field] !== undefined);
  return [...(half === 'right' ? [] : left), ...(half === 'left' ? [] : right)];
}

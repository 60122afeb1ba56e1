import type { Printed } from '../model/printed.ts';
import type { Profile, RubricRow } from '../model/profile.ts';
import { type DraftRow, repair } from './draft-row.ts';
import { type IndicatorRow, toIndicatorRow } from './indicator-row.ts';
import type { Piece, RubricMatch, RubricReading } from './match-rubric.ts';
import { printScore } from './printed-number.ts';

/** Rows matched against a rubric and completed by it: names and points that are not printed, halves that stand apart. */
export function recoverRows({ matches, others }: RubricReading, profile: Profile): readonly IndicatorRow[] {
  const rows: IndicatorRow[] = [];
  matches.forEach((match, position) => {
    rows.push(...others.filter(({ after }) => after === position).map(({ draft }) => toIndicatorRow(draft)));
    const known = profile.rubric[match.rubricRow];
    if (known) rows.push(recoverRow(match, known));
  });
  rows.push(
    ...others.filter(({ after }) => after === matches.length).map(({ draft }) => toIndicatorRow(draft)),
  );
  return rows;
}

function recoverRow(match: RubricMatch, known: RubricRow): IndicatorRow {
  const joined = joinPieces(match.pieces);
  const row = toIndicatorRow(joined);
  const named = nameRow(row, joined, known);
  return { ...givePoints(named, known), rubricRow: match.rubricRow };
}

/** Lays the halves of a row over each other; what two pieces both have comes from the first. */
function joinPieces(pieces: readonly Piece[]): DraftRow {
  const drafts = pieces.map(({ draft, half }) => (half === 'whole' ? draft : keepHalf(draft, half)));
  const [first, ...rest] = drafts;
  if (first === undefined) throw new RangeError('a match has at least one piece');
  if (rest.length === 0) return first;
  const base = drafts.find(({ name }) => name !== undefined) ?? first;
  const fields = Object.assign({}, ...drafts.map((draft) => draft.fields).reverse(), base.fields);
  const because = {
    zh: '本指标的名称与评分标准印在不同的行，按评分标准文字归到一起',
    en: 'the name and the standard of this indicator stand in different rows; their wording brings them together',
  };
  return {
    ...base,
    fields,
    groups: drafts.flatMap(({ groups }) => groups),
    repairs: [...drafts.flatMap(({ repairs }) => repairs), repair('row', {}, because)],
    others: [],
  };
}

const rightRoles = [
  'standard',
  'selfScore',
  'reviewScore',
  'evidence',
  'reason',
  'material',
  'remark',
] as const;

function keepHalf(draft: DraftRow, half: 'left' | 'right'): DraftRow {
  const fields = { ...draft.fields };
  if (half === 'left') {
    for (const role of rightRoles) delete fields[role];
    return { ...draft, fields };
  }
  const kept: DraftRow['fields'] = Object.fromEntries(
    rightRoles.flatMap((role) => (fields[role] ? [[role, fields[role]]] : [])),
  );
  const { name: _name, ...rest } = draft;
  return { ...rest, groups: [], nameAbove: false, fields: kept };
}

function nameRow(row: IndicatorRow, draft: DraftRow, known: RubricRow): IndicatorRow {
  const own = known.path.at(-1) ?? '';
  const printed = draft.nameAbove && draft.arrangement === 'ragged' ? undefined : row.name;
  if (printed !== undefined) return row;
  const because = {
    zh: '本行未印指标名称，按评分标准文字与表样中的该指标相合',
    en: 'no name is printed in this row; its wording is that of this indicator of the form',
  };
  return { ...row, name: own, repairs: [...row.repairs, repair('name', { to: own }, because)] };
}

/** Points come from the rubric only where the row prints none; a printed number is never replaced. */
function givePoints(row: IndicatorRow, known: RubricRow): IndicatorRow {
  if (row.points?.value === known.maxScore) return row;
  if (row.points === undefined) {
    const points: Printed = {
      raw: '',
      value: known.maxScore,
      decimals: known.maxScore.split('.')[1]?.length ?? 0,
      origin: 'rubric',
      place: row.place,
    };
    const because = {
      zh: `本行未印分值，表样规定该指标为 ${known.maxScore} 分`,
      en: `no points are printed in this row; the form gives this indicator ${known.maxScore}`,
    };
    return { ...row, points, repairs: [...row.repairs, repair('maxScore', { to: known.maxScore }, because)] };
  }
  return row.selfScore === undefined ? readLoneNumber(row, known) : row;
}

/** One number stands where points or score could: where another reading makes it the score, the form's points decide. */
function readLoneNumber(row: IndicatorRow, known: RubricRow): IndicatorRow {
  const asScore = row.others.find(({ points, selfScore }) => points === undefined && selfScore !== undefined);
  const score = asScore?.selfScore && printScore(asScore.selfScore.cell, 'moved');
  if (score === undefined || score.raw !== row.points?.raw || Number(score.value) > Number(known.maxScore))
    return row;
  const { points: _points, ...rest } = row;
  const because = {
    zh: `本行只印一个数 ${score.raw}，不等于表样规定的分值 ${known.maxScore}，读作得分`,
    en: `the row prints one number, ${score.raw}; the form's points are ${known.maxScore}, so it is read as the score`,
  };
  return givePoints(
    { ...rest, selfScore: score, repairs: [...row.repairs, repair('selfScore', { to: score.raw }, because)] },
    known,
  );
}

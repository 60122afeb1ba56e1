/** How many of a thing a document has, how many were reported, and how many of those are right. */
export type Tally = { readonly expected: number; readonly reported: number; readonly right: number };

export const kinds = [
  'assessments',
  'units',
  'years',
  'rows',
  'names',
  'paths',
  'points',
  'scores',
  'totals',
  'verdicts',
  'findings',
  'accusations',
] as const;

export type Kind = (typeof kinds)[number];

/** `accusations`: reported are the findings of severity `error`, right are those that stand in the document. */
export type Tallies = Readonly<Record<Kind, Tally>>;

export const noTally: Tally = { expected: 0, reported: 0, right: 0 };

export const noTallies: Tallies = {
  assessments: noTally,
  units: noTally,
  years: noTally,
  rows: noTally,
  names: noTally,
  paths: noTally,
  points: noTally,
  scores: noTally,
  totals: noTally,
  verdicts: noTally,
  findings: noTally,
  accusations: noTally,
};

const plus = (left: Tally, right: Tally): Tally => ({
  expected: left.expected + right.expected,
  reported: left.reported + right.reported,
  right: left.right + right.right,
});

export function addTallies(left: Tallies, right: Tallies): Tallies {
  return {
    assessments: plus(left.assessments, right.assessments),
    units: plus(left.units, right.units),
    years: plus(left.years, right.years),
    rows: plus(left.rows, right.rows),
    names: plus(left.names, right.names),
    paths: plus(left.paths, right.paths),
    points: plus(left.points, right.points),
    scores: plus(left.scores, right.scores),
    totals: plus(left.totals, right.totals),
    verdicts: plus(left.verdicts, right.verdicts),
    findings: plus(left.findings, right.findings),
    accusations: plus(left.accusations, right.accusations),
  };
}

/** Names, points and scores together: the cells on which a reading stands. */
export function cellTally({ names, points, scores }: Tallies): Tally {
  return plus(plus(names, points), scores);
}

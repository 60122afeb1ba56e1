import type { ExpectedFinding, GeneratedAssessment } from '../generated.ts';

/** What a document says, in the terms in which results are compared; `null` is not printed. */
export type ExpectedRow = {
  readonly path: readonly string[];
  readonly maxScore: string | null;
  /** Right as well where the form prints no points but leaves no other. */
  readonly impliedMax?: string;
  readonly selfScore: string | null;
  /** Any text of the row that tells it from others. */
  readonly clue?: string;
};

export type ExpectedAssessment = {
  readonly unit: string;
  readonly year: number;
  readonly rows: readonly ExpectedRow[];
  readonly total: string | null;
  readonly verdict: 'agrees' | 'disagrees' | 'undetermined' | 'not-printed';
  readonly mustRaise: readonly ExpectedFinding[];
  readonly mayRaise: readonly ExpectedFinding[];
};

/** What a generated document must be read as; a target table (F20) is no assessment. */
export function expectedOf({
  assessment,
}: {
  readonly assessment: GeneratedAssessment;
}): readonly ExpectedAssessment[] {
  if (assessment.family === 'F20') return [];
  const raised = assessment.mustRaise.map(({ code }) => code);
  const total = assessment.total.printed;
  const verdict =
    total === null
      ? 'not-printed'
      : raised.includes('score/missing')
        ? 'undetermined'
        : raised.includes('total/mismatch') || raised.includes('table/incomplete')
          ? 'disagrees'
          : 'agrees';
  return [
    {
      unit: assessment.unit,
      year: assessment.year,
      rows: assessment.rows.map((row) => ({
        path: row.path,
        maxScore: row.maxScore,
        ...(row.impliedMax === undefined ? {} : { impliedMax: row.impliedMax }),
        selfScore: row.selfScore,
        ...(row.standard === undefined ? {} : { clue: row.standard }),
      })),
      total,
      verdict,
      mustRaise: assessment.mustRaise,
      mayRaise: assessment.mayRaise,
    },
  ];
}

import type { Localized } from '../../model/localized.ts';
import { errorIf, firmWhen, isInDocument } from '../firm-reading.ts';
import type { GradeScale } from '../grade/grade-scale.ts';
import type { Check } from './check.ts';
import { exampleAssessment, exampleGrades } from './example-assessment.ts';

type Values = {
  readonly printed: string;
  readonly total: string;
  readonly expected: string;
  readonly bands: Localized;
};

const messages = {
  differs: ({ printed, total, expected, bands }: Values) => ({
    zh: `等级填报「${printed}」，总分 ${total} 按${bands.zh}属「${expected}」；请核对等级与总分`,
    en: `the printed grade is “${printed}”; by ${bands.en} a total of ${total} is “${expected}”; compare the grade with the total`,
  }),
};

const origins: Readonly<Record<GradeScale['source'], Localized>> = {
  document: { zh: '表中分档', en: "the form's own bands" },
  profile: { zh: '该表样的分档', en: 'the bands of this form' },
  default: { zh: '通行的 90/80/60 分档（表中未列）', en: 'the customary bands 90/80/60 (none are printed)' },
};

/** The printed grade is not that of the total's band. */
export const gradeMismatch: Check = {
  code: 'grade/mismatch',
  title: { zh: '等级与总分不符', en: 'The grade differs from the band of the total' },
  rationale: {
    zh: '等级由总分所在分档决定。分档先取表中所列，其次取该表样，再次按 90/80/60；总分落在分档之间的空隙时不判定。',
    en: 'The grade follows from the band of the total: the bands printed in the document, else those of the form, else 90/80/60. A total in a gap between bands is not judged.',
  },
  severity: 'error',
  messages,
  examples: [
    {
      name: { zh: '85 分而勾选优', en: '85 points and the best grade ticked' },
      fires: true,
      assessment: exampleAssessment({
        rows: [{ path: ['产出', '数量'], max: '100', score: '85' }],
        total: '85',
        full: '100',
        grade: { options: exampleGrades('优') },
      }),
    },
    {
      name: { zh: '总分在两档空隙中', en: 'a total between two bands' },
      fires: false,
      assessment: exampleAssessment({
        rows: [{ path: ['产出', '数量'], max: '100', score: '89.5' }],
        total: '89.5',
        full: '100',
        grade: { written: '优' },
        remarks: ['等级：90-100优，80-89良，60-79中，0-59差'],
      }),
    },
  ],
  run: ({ assessment, scale, grade }) => {
    const line = assessment.grade;
    const total = assessment.total?.printed;
    if (grade.verdict !== 'disagrees' || !line || !total || !grade.printed || !grade.expected) return [];
    const { printed, expected } = grade;
    return [
      {
        severity: errorIf(firmWhen(scale.source !== 'default', isInDocument(total))),
        subject: 'grade',
        printed,
        recomputed: expected,
        affectsGrade: true,
        message: messages.differs({ printed, expected, total: total.value, bands: origins[scale.source] }),
        places: [line.place, total.place],
      },
    ];
  },
};

import { isAmbiguous } from '../grade/judge-grade.ts';
import type { Check } from './check.ts';
import { exampleAssessment, exampleGrades } from './example-assessment.ts';

const messages = {
  several: ({ printed }: { readonly printed: string }) => ({
    zh: `等级勾选了不止一个（${printed}）；请查看等级栏`,
    en: `more than one grade is chosen (${printed}); look at the grade line`,
  }),
};

/** More than one grade is chosen. */
export const gradeAmbiguous: Check = {
  code: 'grade/ambiguous',
  title: { zh: '等级多选', en: 'More than one grade is chosen' },
  rationale: {
    zh: '等级只能有一个；多选时无法与总分核对。',
    en: 'There is one grade; with several chosen it cannot be compared with the total.',
  },
  severity: 'warning',
  messages,
  examples: [
    {
      name: { zh: '优、良均勾选', en: 'two boxes ticked' },
      fires: true,
      assessment: exampleAssessment({
        rows: [{ path: ['产出', '数量'], max: '100', score: '95' }],
        total: '95',
        full: '100',
        grade: { options: exampleGrades('优', '良') },
      }),
    },
    {
      name: { zh: '只勾选一个', en: 'one box ticked' },
      fires: false,
      assessment: exampleAssessment({
        rows: [{ path: ['产出', '数量'], max: '100', score: '95' }],
        total: '95',
        full: '100',
        grade: { options: exampleGrades('优') },
      }),
    },
  ],
  run: ({ assessment, grade }) => {
    const line = assessment.grade;
    if (!line || !isAmbiguous(line) || grade.printed === undefined) return [];
    const { printed, expected } = grade;
    return [
      {
        subject: 'grade',
        printed,
        ...(expected === undefined ? {} : { recomputed: expected }),
        message: messages.several({ printed }),
        places: [line.place],
      },
    ];
  },
};

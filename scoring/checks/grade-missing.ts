import type { Check } from './check.ts';
import { exampleAssessment, exampleGrades } from './example-assessment.ts';

const messages = {
  missing: () => ({
    zh: '表中有等级选项而未勾选；请查看等级栏',
    en: 'grades are offered and none is chosen; look at the grade line',
  }),
  expected: ({ expected }: { readonly expected: string }) => ({
    zh: `表中有等级选项而未勾选；按总分属「${expected}」，请查看等级栏`,
    en: `grades are offered and none is chosen; by the total it is “${expected}”; look at the grade line`,
  }),
};

/** A grade line is there and nothing is chosen. */
export const gradeMissing: Check = {
  code: 'grade/missing',
  title: { zh: '未选等级', en: 'No grade is chosen' },
  rationale: {
    zh: '表中列有等级选项，应按总分选定一个。',
    en: 'A form that offers grades has one chosen by its total.',
  },
  severity: 'info',
  messages,
  examples: [
    {
      name: { zh: '四个方框均未勾选', en: 'four empty boxes' },
      fires: true,
      assessment: exampleAssessment({
        rows: [{ path: ['产出', '数量'], max: '100', score: '95' }],
        total: '95',
        full: '100',
        grade: { options: exampleGrades() },
      }),
    },
    {
      name: { zh: '已勾选', en: 'one box ticked' },
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
    if (!line || line.options.length < 2 || grade.printed !== undefined) return [];
    const { expected } = grade;
    return [
      {
        subject: 'grade',
        ...(expected === undefined ? {} : { recomputed: expected }),
        message: expected === undefined ? messages.missing() : messages.expected({ expected }),
        places: [line.place],
      },
    ];
  },
};

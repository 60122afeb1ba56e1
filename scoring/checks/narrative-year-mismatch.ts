import type { Assessment, Statement } from '../../model/assessment.ts';
import type { Place } from '../../model/place.ts';
import { readYears } from '../../text/year.ts';
import type { Check, Disagreement } from './check.ts';
import { exampleAssessment } from './example-assessment.ts';

const messages = {
  text: ({
    title,
    said,
    quote,
  }: {
    readonly title: string;
    readonly said: string;
    readonly quote: string;
  }) => ({
    zh: `表题为 ${title} 年度，文字写的是 ${said} 年度（「${quote}」）；请核对年度`,
    en: `the title says ${title}, the text speaks of ${said} (“${quote}”); compare the years`,
  }),
  early: ({ title, date }: { readonly title: string; readonly date: string }) => ({
    zh: `表题为 ${title} 年度，所注日期为 ${date}，早于该年度结束；请核对年度与日期`,
    en: `the title says ${title}, and the document is dated ${date}, before that year was over; compare year and date`,
  }),
};

/** The year of the title, the years of the text and the date of publication do not fit. */
export const narrativeYearMismatch: Check = {
  code: 'narrative/year-mismatch',
  title: { zh: '年度前后不一致', en: 'The years do not fit' },
  rationale: {
    zh: '自评在年度结束之后进行。表题所写年度与文字所写自评年度不同，或发布、填报日期早于该年度的十二月时提示；可能是照抄旧稿，也可能是笔误。文字中年度不止一个、表题没有年度的不判断。',
    en: 'A year is assessed after it is over. Reported when the year of the title differs from the year of assessment that the text names, or when the date of publication or filling in lies before December of that year: an old text may have been copied, or a digit mistyped. Texts that name several years, and titles without one, are not judged.',
  },
  severity: 'warning',
  messages,
  examples: [
    {
      name: { zh: '年度未完即已发布', en: 'published before the year was over' },
      fires: true,
      assessment: exampleAssessment({
        title: '2022年度项目支出绩效自评表',
        year: 2022,
        rows: [{ path: ['产出', '数量'], max: '100', score: '95' }],
        statements: [{ kind: 'publication-date', value: '2022-05-16', quote: '发布时间：2022-05-16' }],
      }),
    },
    {
      name: { zh: '次年发布', en: 'published in the next year' },
      fires: false,
      assessment: exampleAssessment({
        title: '2022年度项目支出绩效自评表',
        year: 2022,
        rows: [{ path: ['产出', '数量'], max: '100', score: '95' }],
        statements: [{ kind: 'publication-date', value: '2023-05-16', quote: '发布时间：2023-05-16' }],
      }),
    },
    {
      name: { zh: '文字写的是上一年度', en: 'the text speaks of the year before' },
      fires: true,
      assessment: exampleAssessment({
        title: '2023年度部门整体支出绩效自评表',
        year: 2023,
        rows: [{ path: ['产出', '数量'], max: '100', score: '95' }],
        statements: [{ kind: 'year', value: '2022', quote: '2022年度部门整体支出绩效自评报告' }],
      }),
    },
    {
      name: { zh: '文字两个年度都提到', en: 'the text names both years' },
      fires: false,
      assessment: exampleAssessment({
        title: '2023年度部门整体支出绩效自评表',
        year: 2023,
        rows: [{ path: ['产出', '数量'], max: '100', score: '95' }],
        statements: [
          { kind: 'year', value: '2022', quote: '2022年度绩效自评' },
          { kind: 'year', value: '2023', quote: '2023年度绩效自评' },
        ],
      }),
    },
  ],
  run: ({ assessment }) => {
    const title = titleYear(assessment);
    if (!title) return [];
    const findings = [...otherYear(title, assessment.statements), ...earlyDate(title, assessment.statements)];
    return findings.slice(0, 1);
  },
};

type TitleYear = { readonly year: number; readonly place: Place };

/** The one budget year of the title, confirmed by what was read as the form's year. */
function titleYear({ title, year }: Assessment): TitleYear | undefined {
  if (!title) return undefined;
  const [first, ...others] = new Set(readYears(title.text).map((found) => found.year));
  if (first === undefined || others.length > 0 || (year && year.value !== first)) return undefined;
  return { year: first, place: title.place };
}

function otherYear({ year, place }: TitleYear, statements: readonly Statement[]): readonly Disagreement[] {
  const said = statements.filter(({ kind }) => kind === 'year');
  const [first, ...others] = said;
  if (!first || Number(first.value) === year || others.some(({ value }) => value !== first.value)) return [];
  return [
    {
      subject: 'total',
      printed: String(year),
      recomputed: first.value,
      message: messages.text({ title: String(year), said: first.value, quote: first.quote.slice(0, 60) }),
      places: [place, first.place],
    },
  ];
}

/** Every date that the document bears must lie too early; a December assessment is possible. */
function earlyDate({ year, place }: TitleYear, statements: readonly Statement[]): readonly Disagreement[] {
  const dates = statements.filter(({ kind }) => kind === 'publication-date');
  const [first] = dates;
  if (!first || !dates.every(({ value }) => isBefore(value, year))) return [];
  return [
    {
      subject: 'total',
      printed: String(year),
      message: messages.early({ title: String(year), date: first.value }),
      places: [place, first.place],
    },
  ];
}

const december = 12;

function isBefore(date: string, year: number): boolean {
  const [printedYear, month] = date.split('-').map(Number);
  if (printedYear === undefined || month === undefined) return false;
  // A date many years off is another document's.
  return printedYear === year ? month < december : printedYear === year - 1;
}

import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import type { Language } from '../../model/localized.ts';
import type { CheckResult } from '../../model/result.ts';
import type { DecisionOf } from '../decision.ts';
import type { Ending } from '../report-sink.ts';
import { visibleLine } from '../visible-text.ts';
import { wordsIn } from '../words/index.ts';
import type { Words } from '../words/words.ts';
import { assessmentPart, type Subject } from './assessment-part.ts';
import { documentList, type PublishedAt } from './document-list.ts';
import { signatureBlock } from './signature-block.ts';
import { heading, line, pageMargins, prose, sizes } from './typography.ts';

/** Assessments that a report details unless told otherwise: a binder of some 500 pages. */
export const usualDetails = 200;

export type FormalSettings = {
  readonly language: Language;
  /** The report's number, as the office counts its reports; a blank to be filled in where there is none. */
  readonly number?: string;
  readonly decisionOf?: DecisionOf;
  readonly publishedAt?: PublishedAt;
  readonly ending?: Ending;
  /** Assessments to detail; those beyond are listed, and the report says so. */
  readonly details?: number;
};

/** The formal report (复核报告) about one document or a selection, as the bytes of a DOCX file. */
export async function formalReport(
  results: readonly CheckResult[],
  settings: FormalSettings,
): Promise<Uint8Array> {
  const { language, number, decisionOf, publishedAt = () => undefined, ending = 'complete' } = settings;
  const words = wordsIn[language];
  const { formal } = words;
  const children: readonly FileChild[] = [
    heading(formal.title, 'title'),
    line(`${formal.number}${number ?? '＿＿＿＿＿＿＿＿＿＿'}`, { align: 'center' }),
    heading(formal.section(1, formal.sections.documents), 'section'),
    ...(ending === 'interrupted' ? [prose(words.phrases.interrupted(String(results.length)))] : []),
    ...documentList(results, words, publishedAt),
    heading(formal.section(2, formal.sections.method), 'section'),
    ...formal.method(results[0]?.engine ?? '').map(prose),
    heading(formal.section(3, formal.sections.outcome), 'section'),
    ...outcomes(results, words, settings),
    heading(formal.section(4, formal.sections.limits), 'section'),
    ...[words.caution, ...formal.limits].map(prose),
    heading(formal.section(5, formal.sections.signatures), 'section'),
    ...signatureBlock(results, words, decisionOf),
  ];
  return Packer.toBuffer(documentOf(children, words));
}

function outcomes(
  results: readonly CheckResult[],
  words: Words,
  { decisionOf, details = usualDetails }: FormalSettings,
): readonly FileChild[] {
  const subjects = results.flatMap((result): readonly Subject[] =>
    result.assessments.map((assessment) => ({ result, assessment })),
  );
  const detailed = subjects.slice(0, details);
  const beyond = subjects.length - detailed.length;
  const parts = detailed.flatMap((subject, index) => [
    ...(index === 0 ? [] : [new Paragraph({ children: [new PageBreak()] })]),
    ...(subjects.length === 1 ? [] : [heading(words.formal.part(index + 1, nameOfSubject(subject)), 'part')]),
    ...assessmentPart(subject, words, decisionOf),
  ]);
  if (subjects.length === 0) return [prose(words.phrases.noTableIn)];
  return beyond > 0 ? [...parts, prose(words.formal.withoutDetails(String(beyond)))] : parts;
}

function nameOfSubject({ result, assessment }: Subject): string {
  const names = [assessment.unit, assessment.project ?? assessment.title].filter((name) => name !== null);
  return visibleLine(names.length === 0 ? result.file : names.join(' · '));
}

function documentOf(children: readonly FileChild[], words: Words): Document {
  const pageNumber = new TextRun({
    children: ['— ', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES, ' —'],
    size: sizes.five,
    font: '宋体',
  });
  return new Document({
    title: words.formal.title,
    creator: 'fuhe',
    description: words.caution,
    sections: [
      {
        properties: {
          page: { size: { width: 11_906, height: 16_838 }, margin: { ...pageMargins, footer: 1200 } },
        },
        footers: {
          default: new Footer({
            children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [pageNumber] })],
          }),
        },
        children: [...children],
      },
    ],
  });
}

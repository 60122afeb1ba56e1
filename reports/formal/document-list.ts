import type { FileChild } from 'docx';
import type { CheckResult, ResultAssessment } from '../../model/result.ts';
import { describeMoment } from '../describe-decision.ts';
import type { Words } from '../words/words.ts';
import { factTable, ruledTable } from './ruled-table.ts';
import { prose } from './typography.ts';

/** Where a document was published and when it was fetched. */
export type Published = { readonly address: string; readonly fetchedAt: string };

/** Looks up where a document comes from; `undefined` for one that was not fetched. */
export type PublishedAt = (result: CheckResult) => Published | undefined;

/** The documents that the report is about: one with all that is known of it, several as a table. Each with its SHA-256. */
export function documentList(
  results: readonly CheckResult[],
  words: Words,
  publishedAt: PublishedAt,
): readonly FileChild[] {
  const assessments = results.flatMap((result) => result.assessments);
  const opening = prose(words.formal.opening(String(results.length), String(assessments.length)));
  const [only] = results;
  if (results.length === 1 && only !== undefined)
    return [opening, oneDocument(only, words, publishedAt(only))];
  return [opening, manyDocuments(results, words, publishedAt)];
}

function oneDocument(result: CheckResult, words: Words, published: Published | undefined) {
  const { labels, formal } = words;
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [labels.file, result.file],
    [labels.sha256, result.sha256],
    [formal.labels.source, published?.address],
    [formal.labels.fetchedAt, published && describeMoment(published.fetchedAt)],
    [labels.status, statusOf(result, words)],
    ...result.assessments.flatMap((assessment) => aboutAssessment(assessment, words)),
    [labels.engine, `fuhe ${result.engine}`],
  ];
  return factTable(
    facts.flatMap(([name, value]) => (value === null || value === undefined ? [] : [[name, value] as const])),
  );
}

function aboutAssessment(
  { unit, title, project, year, form, pages }: ResultAssessment,
  words: Words,
): readonly (readonly [string, string | null])[] {
  const { labels } = words;
  return [
    [labels.unit, unit],
    [labels.title, title],
    [words.forms.project, project],
    [labels.year, year === null ? null : String(year)],
    [labels.form, words.forms[form]],
    [labels.pages, pages === null ? null : [...new Set(pages)].join(' – ')],
  ];
}

function statusOf({ status, error }: CheckResult, words: Words): string {
  const why = error === null ? '' : `${words.colon}${error.message} [${error.code}]`;
  return `${words.statuses[status]}${why}`;
}

function manyDocuments(results: readonly CheckResult[], words: Words, publishedAt: PublishedAt) {
  const { labels, formal } = words;
  return ruledTable(
    [
      { heading: formal.labels.number, share: 11, align: 'center' },
      { heading: `${labels.unit} · ${labels.title} · ${labels.sha256}`, share: 75 },
      { heading: labels.year, share: 13, align: 'center' },
      { heading: labels.printedTotal, share: 19, align: 'end' },
      { heading: labels.sumOfScores, share: 19, align: 'end' },
      { heading: labels.total, share: 21 },
    ],
    results.flatMap((result, index) => {
      const number = String(index + 1);
      const file = [result.sha256 ?? '–', publishedAt(result)?.address ?? ''].filter((text) => text !== '');
      if (result.assessments.length === 0)
        return [[number, { lines: [result.file, ...file] }, '', '', '', statusOf(result, words)]];
      return result.assessments.map((assessment) => [
        number,
        {
          lines: [
            assessment.unit ?? result.file,
            assessment.project ?? assessment.title ?? '',
            ...file,
          ].filter((text) => text !== ''),
        },
        assessment.year === null ? '–' : String(assessment.year),
        assessment.total.printed ?? '–',
        assessment.total.low === assessment.total.high
          ? assessment.total.low
          : `${assessment.total.low} – ${assessment.total.high}`,
        words.totalVerdicts[assessment.total.verdict],
      ]);
    }),
  );
}

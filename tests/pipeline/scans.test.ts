import { beforeAll, describe, expect, test } from 'vitest';
import type { CheckResult } from '../../model/result.ts';
import { checkDocument } from '../../pipeline/check.ts';
import { generate } from '../generator/families/index.ts';
import { inject } from '../generator/injectors/index.ts';
import type { GeneratedDocument } from '../generator/layout/form.ts';
import { installedFaces } from '../generator/scans/faces.ts';
import { writePicture } from '../generator/scans/files/picture.ts';
import { writeScannedPdf } from '../generator/scans/files/scanned-pdf.ts';
import { writeTiff } from '../generator/scans/files/tiff.ts';
import { type Scan, scanDocument } from '../generator/scans/scan-document.ts';
import type { WearName } from '../generator/scans/wear.ts';
import { type Comparison, compare } from '../generator/scoreboard/compare.ts';
import { expectedOf } from '../generator/scoreboard/expected.ts';

/** The face that Debian's `fonts-noto-cjk` brings, so that every machine sees the same print. */
const faces = installedFaces().filter(({ name }) => name === 'sans');

type Case = {
  readonly document: GeneratedDocument;
  readonly wear: WearName;
  readonly seed: number;
  readonly write: (scan: Scan) => Promise<Uint8Array>;
};

const asPdf = ({ pages }: Scan): Promise<Uint8Array> => writeScannedPdf(pages, 'jpeg');
const asTiff = async ({ pages }: Scan): Promise<Uint8Array> => writeTiff(pages);
const asPicture = ({ pages: [page] }: Scan): Promise<Uint8Array> => {
  if (!page) throw new Error('no page');
  return writePicture(page, 'jpeg');
};

function disagreeing(family: string, seed: number, injector: string): GeneratedDocument {
  const document = inject(generate(family, seed), injector, seed);
  if (!document) throw new Error(`${family} has no place for ${injector}`);
  return document;
}

const cases: Readonly<Record<string, Case>> = {
  'clean, as a PDF': { document: generate('F26', 8), wear: 'clean 200', seed: 8, write: asPdf },
  'worn and skewed, as a picture': {
    document: generate('F1', 14),
    wear: 'worn 200',
    seed: 14,
    write: asPicture,
  },
  'on its side, as a TIFF': { document: generate('F14', 21), wear: 'turned 200', seed: 21, write: asTiff },
  'under a seal, with a wrong total': {
    document: disagreeing('F13', 35, 'wrongTotal'),
    wear: 'seal 200',
    seed: 35,
    write: asPdf,
  },
  'of broken lines': { document: generate('F5', 42), wear: 'broken 200', seed: 42, write: asPicture },
};

describe.each(Object.entries(cases))('a scan %s', (_name, { document, wear, seed, write }) => {
  let result: CheckResult;
  let comparison: Comparison;

  beforeAll(async () => {
    const scan = await scanDocument(document, { wear, seed, faces });
    result = await checkDocument({ file: 'scan', bytes: await write(scan), language: 'zh' });
    comparison = compare(expectedOf(document), result);
  });

  test('has its rows, scores and total read', () => {
    const { rows, scores, totals } = comparison.tallies;
    expect(rows.expected).toBeGreaterThan(6);
    const misses = JSON.stringify(comparison.misses, null, 1);
    for (const tally of [rows, scores, totals]) expect(tally.right, misses).toBe(tally.expected);
  });

  test('accuses nobody wrongly and finds what is wrong', () => {
    const { accusations } = comparison.tallies;
    expect(accusations.reported - accusations.right, JSON.stringify(comparison.misses, null, 1)).toBe(0);
    const codes = result.assessments.flatMap(({ findings }) => findings.map(({ code }) => code));
    for (const { code } of document.assessment.mustRaise) expect(codes).toContain(code);
  });

  test('says of each finding how its figures were read', () => {
    const errors = result.assessments.flatMap(({ findings }) =>
      findings.filter(({ severity }) => severity === 'error'),
    );
    for (const { recognised } of errors) {
      expect(recognised?.length).toBeGreaterThan(0);
      expect(recognised?.map(({ state }) => state)).not.toContain('doubtful');
    }
    expect(result.notes.map(({ code }) => code)).toContain('scan/recognised');
  });
});

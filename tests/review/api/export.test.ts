import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { load } from 'cheerio';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extractDocx } from '../../../extractors/docx/extract-docx.ts';
import { gridsOf, proseOf } from '../../extractors/grid-sketch.ts';
import { addSample, type ReviewServer, startReview } from '../review-server.ts';
import { createProgram, type Program, posted } from './program.ts';

let server: ReviewServer;
let program: Program;
let moved: string;
let cutOff: string;
let waiting: string;
/** Where exports are written before they are sent. */
const folder = mkdtempSync(path.join(tmpdir(), 'fuhe-exports-test-'));
const usualFolder = process.env.TMPDIR;

beforeAll(async () => {
  process.env.TMPDIR = folder;
  server = await startReview();
  program = await createProgram(server, 'auditor');
  moved = await addSample(server.store, 'department-moved-cells.txt');
  cutOff = await addSample(server.store, 'department-cut-off.txt');
  const blob = await server.store.blobs.put(Buffer.from('尚未复核的文件'));
  if (!blob.ok) throw new Error(blob.refusal.code);
  waiting = blob.value.sha256;
  const origin = { kind: 'upload', name: '未复核.txt' } as const;
  await server.store.documents.accept({ blob: blob.value, origin });
  const { items } = await program.json(`/findings?code=total/mismatch`);
  const [finding] = items as { fingerprint: string }[];
  const ruling = { verdict: 'confirm', note: '与原件核对无误' };
  await program.json(`/findings/${finding?.fingerprint}/decision`, posted(ruling));
});

afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
  if (usualFolder === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = usualFolder;
  rmSync(folder, { recursive: true, force: true });
});

async function exported(query: string): Promise<Buffer> {
  const answer = await program.ask(`/export?${query}`);
  expect(answer.status, query).toBe(200);
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="document"; filename\*=/);
  return Buffer.from(await answer.arrayBuffer());
}

describe('exports', () => {
  test('a workbook of everything, the decision beside its finding, what waits named', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await exported('format=xlsx')).buffer as ArrayBuffer);
    const text = JSON.stringify(workbook.worksheets.map((sheet) => sheet.getSheetValues()));
    for (const expected of ['属实', '与原件核对无误', '未复核.txt', '尚未复核'])
      expect(text).toContain(expected);
  });

  test('CSV and NDJSON of the documents that a filter leaves', async () => {
    const csv = (await exported('format=csv&code=total/mismatch')).toString();
    expect(csv).toContain('department-cut-off.txt');
    expect(csv).not.toContain('department-moved-cells.txt');
    const lines = (await exported('format=ndjson&code=total/mismatch')).toString().trimEnd().split('\n');
    expect(lines.length).toBe(1);
    const { sha256, assessments } = JSON.parse(lines[0] ?? '');
    expect(sha256).toBe(cutOff);
    const decisions = assessments[0].findings.map((finding: { decision: unknown }) => finding.decision);
    expect(decisions).toContainEqual(expect.objectContaining({ verdict: 'confirm', state: 'confirmed' }));
    expect(decisions).toContain(null);
  });

  test('a page that needs nothing else, of the documents that were named', async () => {
    const page = load(await exported(`format=html&document=${cutOff}&document=${waiting}`));
    expect(page('article').length).toBe(2);
    expect(page('.decision').text()).toContain('属实');
    expect(page('script, link, img').length).toBe(0);
  });

  test('the formal report, with its number, in either language', async () => {
    const bytes = await exported(`format=docx&document=${cutOff}&number=2024-7`);
    const read = await extractDocx(new Uint8Array(bytes), 'docx');
    expect(proseOf(read)).toContain('编号：2024-7');
    expect(JSON.stringify(gridsOf(read))).toContain('与原件核对无误');
    const english = await extractDocx(
      new Uint8Array(await exported(`format=docx&lang=en&document=${moved}`)),
      'docx',
    );
    expect(proseOf(english)).toContain('5. Signatures');
  });

  test('a format that does not exist, and a document that does not, are told', async () => {
    expect((await program.ask('/export?format=pdf')).status).toBe(400);
    expect((await exported('format=ndjson&document=0')).toString()).toBe('');
  });

  test('nothing of them stays behind on the server', async () => {
    await exported('format=csv');
    await expect
      .poll(() => readdirSync(folder).filter((name) => name.startsWith('fuhe-export-')))
      .toEqual([]);
  });
});

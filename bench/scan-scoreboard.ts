import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { recognizeImageFile } from '../extractors/scan/recognize-image-file.ts';
import { publishResult } from '../pipeline/publish-result.ts';
import { profiles } from '../profiles/index.ts';
import { scoreAssessment } from '../scoring/score-assessment.ts';
import { readAssessments } from '../tables/read-assessments.ts';
import { families, generate } from '../tests/generator/families/index.ts';
import { installedFaces } from '../tests/generator/scans/faces.ts';
import { writeTiff } from '../tests/generator/scans/files/tiff.ts';
import { scanDocument } from '../tests/generator/scans/scan-document.ts';
import { type WearName, wears } from '../tests/generator/scans/wear.ts';
import { compare } from '../tests/generator/scoreboard/compare.ts';
import { compareCells } from '../tests/generator/scoreboard/compare-cells.ts';
import { expectedOf } from '../tests/generator/scoreboard/expected.ts';

const file = path.join(import.meta.dirname, 'recorded', 'scans.json');

/** Documents of each kind of scan; seeds from 5000 on are held out: nobody tunes by them. */
const usual = { first: 61, count: 2 };

/** Figures of one kind of scan: right/expected, or counts. */
type Line = Readonly<Record<string, string | number>>;

const ratio = (right: number, expected: number): string => `${right}/${expected}`;

async function measure(wear: WearName, seeds: readonly number[]): Promise<Line> {
  const sum = new Map<string, number>();
  const add = (name: string, count: number): void => {
    sum.set(name, (sum.get(name) ?? 0) + count);
  };
  const names = Object.keys(families);
  for (const seed of seeds) {
    const document = generate(names[(seed * 7 + wear.length * 3) % names.length] ?? 'F1', seed);
    const scan = await scanDocument(document, { wear, seed });
    const bytes = writeTiff(scan.pages);
    const before = process.cpuUsage();
    const read = await recognizeImageFile(bytes);
    const { user, system } = process.cpuUsage(before);
    add('seconds', (user + system) / 1e6);
    add('pages', scan.pages.length);
    if (!read.ok) throw new Error(read.refusal.code);
    const { figures, cells } = compareCells(scan.cells, read.value);
    for (const [name, tally] of Object.entries({ figures, cells }))
      for (const [part, count] of Object.entries(tally)) add(`${name} ${part}`, count);
    const found = readAssessments(read.value, profiles);
    const assessments = found.value.map((assessment) => ({
      assessment,
      scored: scoreAssessment(
        assessment,
        profiles.find(({ id }) => id === assessment.profileId),
        found.value.filter((other) => other !== assessment),
      ),
    }));
    const result = publishResult({ file: wear, language: 'zh' }, { assessments, notes: [] });
    const { tallies } = compare(expectedOf(document), result);
    for (const kind of ['rows', 'scores', 'totals', 'verdicts'] as const) {
      add(`${kind} right`, tallies[kind].right);
      add(`${kind} expected`, tallies[kind].expected);
    }
    add('false errors', tallies.accusations.reported - tallies.accusations.right);
  }
  const of = (name: string): number => sum.get(name) ?? 0;
  const share = (name: string): string => ratio(of(`${name} right`), of(`${name} expected`));
  console.log(`${wear}: ${(of('seconds') / of('pages')).toFixed(1)} s of processor time a page`);
  return {
    pages: of('pages'),
    figures: share('figures'),
    silent: of('figures silent'),
    marked: of('figures marked'),
    cells: share('cells'),
    rows: share('rows'),
    scores: share('scores'),
    totals: share('totals'),
    verdicts: share('verdicts'),
    'false errors': of('false errors'),
  };
}

/**
 * Reads generated scans and counts what is right, kind by kind. `--record` keeps the figures; without it any change ends with
 * status 1. `--seeds FIRST COUNT` reads other documents and records nothing; `--only PART` reads kinds of that name. Faces
 * that are installed decide what is printed, so figures are compared where the same ones are.
 */
async function main(options: readonly string[]): Promise<number> {
  const optionOf = (name: string, offset: number): string | undefined =>
    options.includes(name) ? options[options.indexOf(name) + offset] : undefined;
  const first = Number(optionOf('--seeds', 1) ?? usual.first);
  const count = Number(optionOf('--seeds', 2) ?? usual.count);
  const only = optionOf('--only', 1) ?? '';
  const faces = installedFaces().map(({ name }) => name);
  const now: Record<string, Line> = {};
  for (const wear of Object.keys(wears) as WearName[]) {
    if (!wear.includes(only)) continue;
    now[wear] = await measure(
      wear,
      Array.from({ length: count }, (_, index) => first + index),
    );
    console.log(`${wear}: ${JSON.stringify(now[wear])}`);
  }
  if (options.includes('--seeds')) return 0;
  if (options.includes('--record')) {
    writeFileSync(file, `${JSON.stringify({ faces, lines: now }, null, 2)}\n`);
    return 0;
  }
  return compareWithRecorded(faces, now);
}

function compareWithRecorded(faces: readonly string[], now: Readonly<Record<string, Line>>): number {
  if (!existsSync(file)) return 0;
  const recorded: { faces: readonly string[]; lines: Record<string, Line> } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  if (recorded.faces.join() !== faces.join()) {
    console.log(`recorded with other faces (${recorded.faces.join(', ')}): nothing is compared`);
    return 0;
  }
  const changed = Object.keys(now).filter(
    (wear) => JSON.stringify(recorded.lines[wear]) !== JSON.stringify(now[wear]),
  );
  for (const wear of changed)
    console.log(`changed: ${wear}, recorded ${JSON.stringify(recorded.lines[wear])}`);
  return changed.length > 0 ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));

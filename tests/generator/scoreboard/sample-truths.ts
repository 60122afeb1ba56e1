import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findingCodeSchema } from '../../../model/finding.ts';
import { type SampleTruth, sampleTruthSchema } from '../../truth/schema.ts';
import type { ExpectedAssessment } from './expected.ts';

const root = path.join(import.meta.dirname, '..', '..', '..');

export type Sample = { readonly truth: SampleTruth; readonly bytes: Uint8Array };

/** Every document of `samples/` with its hand-checked truth. */
export function readSamples(): readonly Sample[] {
  const folder = path.join(root, 'tests', 'truth');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => sampleTruthSchema.parse(JSON.parse(readFileSync(path.join(folder, name), 'utf8'))))
    .map((truth) => ({ truth, bytes: readFileSync(path.join(root, 'samples', truth.file)) }));
}

/** A sample's truth in the terms of the scoreboard. */
export function expectedOfSample({ truth }: Sample): readonly ExpectedAssessment[] {
  return truth.assessments.map(({ unit, year, indicators, total, errors }) => ({
    unit,
    year,
    rows: indicators,
    total: total.printed,
    verdict: total.verdict,
    mustRaise: errors.map(({ code, subject }) => ({
      code: findingCodeSchema.parse(code),
      ...(/^r\d+$/.test(subject) ? { subject: Number(subject.slice(1)) - 1 } : {}),
    })),
    mayRaise: [],
  }));
}

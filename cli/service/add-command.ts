import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Language } from '../../model/localized.ts';
import type { Refusal, Result } from '../../model/outcome-channels.ts';
import { acceptFile, readFileBytes } from '../../queue/accept-file.ts';
import { visibleText } from '../../reports/visible-text.ts';
import type { Acceptance } from '../../store/documents/documents.ts';
import { priorities } from '../../store/ledger/stages.ts';
import type { Store } from '../../store/open-store.ts';
import { exitStatus } from '../exit-status.ts';
import { fileRefusal, refusalOf } from '../file-refusals.ts';
import { findInputs } from '../find-inputs.ts';
import type { Input } from '../input.ts';
import { createOutput } from '../output.ts';
import { type RecordOptions, withRecord } from './open-record.ts';
import { serviceWords } from './words.ts';

export type AddOptions = RecordOptions & {
  readonly tag: readonly string[];
  readonly format: 'text' | 'json';
};

/** Records files and what is to be done with them; a running `serve` or worker begins with them by itself. */
export function addCommand(names: readonly string[], options: AddOptions): Promise<number> {
  return withRecord(options, async ({ store, language }) => {
    const { write } = createOutput(process.stdout, () => {});
    const tally = { new: 0, known: 0, refused: 0 };
    for await (const input of inputsNamed(names)) {
      const added = await addInput(input, store, options.tag);
      tally[added.ok ? added.value.kind : 'refused'] += 1;
      await write(
        options.format === 'json'
          ? jsonLine(input.file, added, language)
          : textLine(input.file, added, language),
      );
    }
    if (options.format === 'text') await write(`${serviceWords.added(tally)[language]}\n`);
    return tally.refused > 0 ? exitStatus.unreadable : exitStatus.fine;
  });
}

/** Addresses are not even asked: what comes from the web comes through a crawl, with its evidence. */
async function* inputsNamed(names: readonly string[]): AsyncGenerator<Input> {
  const isAddress = (name: string): boolean => /^https?:\/\//i.test(name);
  for (const file of names.filter(isAddress))
    yield { kind: 'refused', file, refusal: fileRefusal('file/is-address') };
  yield* findInputs(names.filter((name) => !isAddress(name)));
}

async function addInput(input: Input, store: Store, tags: readonly string[]): Promise<Result<Acceptance>> {
  if (input.kind === 'refused') return { ok: false, refusal: input.refusal };
  const { file } = input;
  if (input.kind === 'web') return { ok: false, refusal: fileRefusal('file/is-address') };
  try {
    if (!(await stat(file)).isFile()) return { ok: false, refusal: fileRefusal('file/not-regular') };
    return await acceptFile(store, {
      bytes: readFileBytes(file),
      origin: { kind: 'path', name: path.basename(file), path: path.resolve(file) },
      tags,
      priority: priorities.person,
    });
  } catch (problem) {
    if (!isAboutFile(problem, file)) throw problem;
    return { ok: false, refusal: refusalOf(problem, file, 'file/unreadable') };
  }
}

/** A full disk under the record is no fault of the file. */
function isAboutFile(problem: unknown, file: string): boolean {
  return problem instanceof Error && 'path' in problem && problem.path === file;
}

function jsonLine(file: string, added: Result<Acceptance>, language: Language): string {
  const outcome = added.ok
    ? { outcome: added.value.kind, ...added.value }
    : refusalFields(added.refusal, language);
  return `${JSON.stringify({ file, ...outcome })}\n`;
}

function refusalFields({ code, message }: Refusal, language: Language) {
  return { outcome: 'refused', error: { code, message: message[language] } };
}

function textLine(file: string, added: Result<Acceptance>, language: Language): string {
  const name = visibleText(file);
  if (!added.ok) return `${serviceWords.refused[language]}  ${name}  ${added.refusal.message[language]}\n`;
  const { kind, sha256 } = added.value;
  return `${serviceWords[kind][language]}  ${name}  ${sha256.slice(0, 12)}\n`;
}

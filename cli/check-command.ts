import { availableParallelism } from 'node:os';
import type { Language } from '../model/localized.ts';
import type { CheckResult } from '../model/result.ts';
import type { DocumentPool } from '../pipeline/isolate/document-pool.ts';
import { createRepeatMarker } from '../pipeline/mark-repeats.ts';
import { publishRefusal } from '../pipeline/publish-result.ts';
import type { ReportSink } from '../reports/report-sink.ts';
import type { CheckOptions } from './check-options.ts';
import { exitStatus, statusOf } from './exit-status.ts';
import { findInputs } from './find-inputs.ts';
import type { Input } from './input.ts';
import { openReports } from './open-reports.ts';
import { createOutput } from './output.ts';
import { createProgress, type Progress } from './progress.ts';
import { runInOrder } from './run-in-order.ts';
import { createRunner, type Runner, type RunnerSettings } from './runner.ts';

/** Checks what the names lead to in the children of `pool`, writes the reports, and gives the exit status. */
export async function checkCommand(
  names: readonly string[],
  options: CheckOptions,
  pool: DocumentPool,
): Promise<number> {
  const stop = new AbortController();
  const interrupt = (): void => stop.abort('SIGINT');
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  const settings: RunnerSettings = {
    language: options.lang,
    rubrics: options.generic ? 'generic' : 'known',
    ocr: options.ocr,
    jobs: options.jobs ?? availableParallelism(),
  };
  const runner = createRunner(settings, pool);
  try {
    return await runChecks({ names, options, runner, stop });
  } finally {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  }
}

type Run = {
  readonly names: readonly string[];
  readonly options: CheckOptions;
  readonly runner: Runner;
  readonly stop: AbortController;
};

async function runChecks({ names, options, runner, stop }: Run): Promise<number> {
  const output = createOutput(process.stdout, () => {
    // With --out the reports are still wanted by somebody.
    if (options.out === undefined) stop.abort('EPIPE');
  });
  const inputs: Input[] = [];
  for await (const input of findInputs(names, options.out)) inputs.push(input);
  const reports = await openReports(options, { write: output.write, files: inputs.length });
  const progress = createProgress(process.stderr, options.lang);
  const results = runInOrder({
    inputs: follow(inputs, progress),
    work: (input) => resultOf(input, { runner, language: options.lang, progress }),
    width: runner.width,
    signal: stop.signal,
  });
  const status = await report(results, reports, { options, progress });
  await reports.finish(stop.signal.aborted ? 'interrupted' : 'complete');
  return stop.signal.reason === 'SIGINT' ? exitStatus.interrupted : status;
}

async function* follow(inputs: readonly Input[], progress: Progress): AsyncGenerator<Input> {
  for (const [done, input] of inputs.entries()) {
    progress.show(done, input.file);
    yield input;
  }
}

type Way = { readonly runner: Runner; readonly language: Language; readonly progress: Progress };

async function resultOf(input: Input, { runner, language, progress }: Way): Promise<CheckResult> {
  const { file } = input;
  const onStep = (pages: Parameters<Progress['showPages']>[1]): void => progress.showPages(file, pages);
  if (input.kind === 'file') return runner.check(file, { onStep });
  if (input.kind === 'web') return runner.check(file, { onStep, read: input.read });
  return publishRefusal({ file: input.file, language }, input.refusal);
}

async function report(
  results: AsyncIterable<CheckResult>,
  reports: ReportSink,
  { options, progress }: { readonly options: CheckOptions; readonly progress: Progress },
): Promise<number> {
  let status: number = exitStatus.fine;
  const markRepeats = createRepeatMarker(options.lang);
  for await (const checked of results) {
    const result = markRepeats(checked);
    status = Math.max(status, statusOf(result, options.failOn));
    progress.clear();
    await reports.write(result);
  }
  progress.clear();
  return status;
}

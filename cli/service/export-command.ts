import { createDecisionLookup } from '../../reports/decision-lookup.ts';
import { exitStatus } from '../exit-status.ts';
import { openReports } from '../open-reports.ts';
import { createOutput } from '../output.ts';
import { type RecordOptions, withRecord } from './open-record.ts';

export type ExportOptions = RecordOptions & {
  readonly format: 'ndjson' | 'json' | 'text';
  readonly out?: string;
  readonly report?: 'docx';
};

/** Writes every document's current result, in the order of their hashes, as `check` would have; files show decisions as well. */
export function exportCommand({ format, out, report, ...options }: ExportOptions): Promise<number> {
  return withRecord(options, async ({ store, language }) => {
    const lookup = createDecisionLookup();
    const { write, isClosed } = createOutput(process.stdout, () => {});
    const files = (await store.ledger.counts()).reduce((sum, { count }) => sum + count, 0);
    const reports = await openReports(
      {
        format,
        lang: language,
        ocr: 'auto',
        ...(out === undefined ? {} : { out }),
        ...(report === undefined ? {} : { report }),
      },
      { write, files, decisionOf: lookup.decisionOf },
    );
    for await (const result of store.results.all()) {
      if (isClosed() && out === undefined) break;
      if (result.sha256 !== null) lookup.add(await store.reviews.decisions(result.sha256));
      await reports.write(result);
    }
    await reports.finish('complete');
    return exitStatus.fine;
  });
}

import type { Language } from '../model/localized.ts';
import { createDocumentPool } from '../pipeline/isolate/document-pool.ts';
import type { Stage } from '../store/ledger/stages.ts';
import type { Lanes } from './runner.ts';
import { checkStage } from './stages/check-stage.ts';
import { type StageSettings, stageWork } from './stages/stage-work.ts';

/** How many documents at once, for each stage that is worked on here. */
export type Widths = { readonly [Name in Stage]?: number };

/** The lanes of this process, and the guarded children behind them. */
export type Workshop = { readonly lanes: Lanes; readonly close: () => Promise<void> };

export function openWorkshop(
  widths: Widths,
  settings: StageSettings & { readonly language: Language },
): Workshop {
  const atOnce = widths.check;
  if (atOnce === undefined) return { lanes: {}, close: async () => {} };
  const { store, language } = settings;
  const pool = createDocumentPool({ jobs: atOnce });
  const work = stageWork(checkStage({ store, pool, language }), settings);
  return { lanes: { check: { work, atOnce } }, close: pool.close };
}

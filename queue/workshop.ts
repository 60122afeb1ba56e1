import type { Language } from '../model/localized.ts';
import type { OcrPolicy } from '../model/recognition.ts';
import { createDocumentPool, type DocumentPool } from '../pipeline/isolate/document-pool.ts';
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
  const { store, language } = settings;
  const pools: DocumentPool[] = [];
  const laneOf = (atOnce: number, ocr: OcrPolicy): NonNullable<Lanes['check']> => {
    const pool = createDocumentPool({ jobs: atOnce, start: ocr === 'never' ? 'now' : 'when-needed' });
    pools.push(pool);
    return { work: stageWork(checkStage({ store, pool, language, ocr }), settings), atOnce };
  };
  return {
    lanes: {
      ...(widths.check === undefined ? {} : { check: laneOf(widths.check, 'never') }),
      ...(widths.ocr === undefined ? {} : { ocr: laneOf(widths.ocr, 'auto') }),
    },
    close: async () => {
      await Promise.all(pools.map((pool) => pool.close()));
    },
  };
}

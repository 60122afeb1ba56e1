import type { Note } from '../../../model/note.ts';
import { note, type Reading } from '../../../model/outcome-channels.ts';
import type { Engines } from './engines.ts';
import { openPaddleReader } from './paddle-reader.ts';
import { openFigureReader, openTesseractReader } from './tesseract.ts';

async function tried<T>(open: () => Promise<T>): Promise<T | undefined> {
  try {
    return await open();
  } catch {
    return undefined;
  }
}

const missing = (zh: string, en: string): Note => note('scan/engine-missing', { zh, en });

/**
 * The engines that can be loaded on this machine: PP-OCR for everything with Tesseract for a second look at figures, or one
 * of them alone. Undefined where neither can be loaded.
 */
export async function openEngines(): Promise<Reading<Engines | undefined>> {
  const [paddle, figures] = await Promise.all([tried(openPaddleReader), tried(openFigureReader)]);
  if (paddle && figures) return { value: { lines: paddle, figures }, notes: [] };
  if (paddle)
    return {
      value: { lines: paddle },
      notes: [
        missing(
          '数字只由一个引擎识别，可信度较低',
          'figures were read by one engine alone and are less sure',
        ),
      ],
    };
  await figures?.close();
  const tesseract = figures ? await tried(openTesseractReader) : undefined;
  if (!tesseract) return { value: undefined, notes: [] };
  return {
    value: { lines: tesseract },
    notes: [
      missing(
        '缺少 PP-OCR 引擎，改用 Tesseract，识别质量较低',
        'PP-OCR is missing; Tesseract reads with less quality',
      ),
    ],
  };
}

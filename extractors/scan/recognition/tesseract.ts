import { createRequire } from 'node:module';
import path from 'node:path';
import { Worker as Thread } from 'node:worker_threads';
import type { Worker } from 'tesseract.js';
import type { GreyImage } from '../pixels/page-pixels.ts';
import type { FigureReader, LineReader, LineReading, ReadCharacter } from './engines.ts';

/** White pixels around an image: Tesseract loses characters at the edge. */
const margin = 12;

const figureCharacters = '0123456789.,%<>x-';

type Recognise = Worker['recognize'];

/** A started Tesseract. It keeps the process alive while it recognises, and never when it waits for the next picture. */
type Tesseract = { readonly recognise: Recognise; readonly close: () => Promise<void> };

/** Starts Tesseract for one language with the data of its npm package: without a folder it would download them. */
async function startWorker(language: 'eng' | 'chi_sim', whitelist: string): Promise<Tesseract> {
  const { createWorker, OEM, PSM } = await import('tesseract.js');
  const folder = path.dirname(
    createRequire(import.meta.url).resolve(`@tesseract.js-data/${language}/package.json`),
  );
  // Data given as bytes instead of a folder ends up in its messages.
  const worker = await createWorker(language, OEM.LSTM_ONLY, {
    langPath: path.join(folder, '4.0.0_best_int'),
    gzip: true,
    cacheMethod: 'none',
    errorHandler: () => {},
  });
  await worker.setParameters({
    tessedit_pageseg_mode: PSM.SINGLE_LINE,
    tessedit_char_whitelist: whitelist,
    user_defined_dpi: '300',
  });
  const thread = Object.values(worker).find((one) => one instanceof Thread);
  let running = 0;
  const count = (change: 1 | -1): void => {
    running += change;
    if (running > 0) thread?.ref();
    else thread?.unref();
  };
  thread?.unref();
  return {
    recognise: async (...task) => {
      count(1);
      try {
        return await worker.recognize(...task);
      } finally {
        count(-1);
      }
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

/** A grey picture file (binary PGM) with a white margin. */
function pictureFile({ width, height, values }: GreyImage): Buffer {
  const [wide, tall] = [width + 2 * margin, height + 2 * margin];
  const header = Buffer.from(`P5\n${wide} ${tall}\n255\n`, 'latin1');
  const file = Buffer.alloc(header.length + wide * tall, 255);
  header.copy(file);
  for (let y = 0; y < height; y += 1)
    file.set(values.subarray(y * width, (y + 1) * width), header.length + (y + margin) * wide + margin);
  return file;
}

/** Tesseract with digits alone: the second opinion on figures. It drops decimal points; compare digits. */
export async function openFigureReader(): Promise<FigureReader> {
  const { recognise, close } = await startWorker('eng', figureCharacters);
  return {
    name: 'Tesseract eng',
    readFigures: async (figures) => {
      const found: { text: string; confidence: number }[] = [];
      for (const figure of figures) {
        const { data } = await recognise(pictureFile(figure));
        found.push({ text: data.text.replace(/\s+/g, ''), confidence: data.confidence / 100 });
      }
      return found;
    },
    close,
  };
}

async function charactersOf(recognise: Recognise, image: GreyImage): Promise<readonly ReadCharacter[]> {
  const { data } = await recognise(pictureFile(image), {}, { text: true, blocks: true });
  const words = (data.blocks ?? []).flatMap((block) =>
    block.paragraphs.flatMap((paragraph) => paragraph.lines.flatMap((line) => line.words)),
  );
  return words.flatMap((word) =>
    word.symbols.map(({ text, confidence, bbox }) => ({
      text,
      probability: Math.min(1, confidence / 100),
      at: Math.min(1, Math.max(0, ((bbox.x0 + bbox.x1) / 2 - margin) / image.width)),
    })),
  );
}

/** Tesseract alone: Chinese for everything, digits again with the English model. */
export async function openTesseractReader(): Promise<LineReader> {
  const [chinese, english] = await Promise.all([
    startWorker('chi_sim', ''),
    startWorker('eng', figureCharacters),
  ]);
  const readLine = async (line: GreyImage): Promise<LineReading> => {
    const [free, figure] = await Promise.all([
      charactersOf(chinese.recognise, line),
      charactersOf(english.recognise, line),
    ]);
    return { free, figure };
  };
  return {
    name: 'Tesseract chi_sim',
    readLines: async (lines) => {
      const readings: LineReading[] = [];
      for (const line of lines) readings.push(await readLine(line));
      return readings;
    },
    close: async () => {
      await Promise.all([chinese.close(), english.close()]);
    },
  };
}

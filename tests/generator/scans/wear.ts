import type { Random } from '../random.ts';
import type { LineStyle } from './scan-style.ts';

/** What happens to a printed page on its way to a file. */
export type Wear = {
  readonly dotsPerInch: number;
  readonly lines: LineStyle;
  /** Degrees, clockwise. */
  readonly skew: number;
  /** Standard deviation of the blur in pixels at 200 dpi; 0 is none. */
  readonly blur: number;
  /** Standard deviation of the sensor's noise in steps of 255. */
  readonly noise: number;
  readonly paper: 'white' | 'grey' | 'yellow';
  /** Opacity of the page behind. */
  readonly showThrough: number;
  readonly seal: 'none' | 'over the scores';
  readonly quarterTurns: 0 | 1 | 2 | 3;
  /** `threshold` is the share of white below which a pixel becomes black; `specks` the share of pixels that flip. */
  readonly depth: 'colour' | 'grey' | { readonly threshold: number; readonly specks: number };
  /** Of the JPEG that the scanner writes; none where it writes every pixel. */
  readonly jpegQuality?: number;
};

const clean: Wear = {
  dotsPerInch: 200,
  lines: 'solid',
  skew: 0,
  blur: 0,
  noise: 0,
  paper: 'white',
  showThrough: 0,
  seal: 'none',
  quarterTurns: 0,
  depth: 'grey',
};

const between = (random: Random, low: number, high: number): number => low + (high - low) * random.next();

const moderate = (random: Random, dotsPerInch: number): Wear => ({
  ...clean,
  dotsPerInch,
  lines: random.pick(['solid', 'solid', 'double', 'open'] as const),
  skew: between(random, -3, 3),
  blur: between(random, 0.3, 0.8),
  noise: between(random, 3, 9),
  paper: random.pick(['white', 'grey', 'yellow'] as const),
  depth: random.pick(['grey', 'colour'] as const),
  jpegQuality: random.integer(45, 80),
});

const fax = (random: Random, dotsPerInch: number): Wear => ({
  ...clean,
  dotsPerInch,
  skew: between(random, -1.5, 1.5),
  blur: between(random, 0.3, 0.6),
  noise: between(random, 4, 10),
  depth: { threshold: between(random, 0.5, 0.72), specks: between(random, 0.0002, 0.0015) },
});

const slight = (random: Random, lines: LineStyle): Wear => ({
  ...clean,
  lines,
  skew: between(random, -1, 1),
  blur: between(random, 0.2, 0.6),
  noise: between(random, 2, 6),
  jpegQuality: random.integer(60, 85),
});

/** The kinds of scans that are measured, from what an office scanner gives to what is hardly legible. */
export const wears = {
  'clean 150': () => ({ ...clean, dotsPerInch: 150 }),
  'clean 200': () => clean,
  'clean 300': () => ({ ...clean, dotsPerInch: 300 }),
  'worn 200': (random) => moderate(random, 200),
  'worn 300': (random) => moderate(random, 300),
  'seal 200': (random) => ({ ...slight(random, 'solid'), depth: 'colour', seal: 'over the scores' }),
  'show-through 200': (random) => ({ ...slight(random, 'solid'), showThrough: between(random, 0.06, 0.14) }),
  'faint 200': (random) => slight(random, 'faint'),
  'broken 200': (random) => slight(random, 'broken'),
  'dotted 200': (random) => slight(random, 'dotted'),
  'turned 200': (random) => ({ ...slight(random, 'solid'), quarterTurns: random.pick([1, 2, 3] as const) }),
  'worn 150': (random) => moderate(random, 150),
  'dirty 200': (random) => ({
    ...moderate(random, 200),
    blur: between(random, 0.7, 1),
    noise: between(random, 9, 13),
    jpegQuality: random.integer(30, 45),
  }),
  'fax 200': (random) => fax(random, 200),
  'fax 300': (random) => fax(random, 300),
  'unruled 200': (random) => slight(random, random.pick(['horizontal', 'none'] as const)),
} satisfies Readonly<Record<string, (random: Random) => Wear>>;

export type WearName = keyof typeof wears;

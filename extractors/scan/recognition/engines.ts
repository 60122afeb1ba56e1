import type { GreyImage } from '../pixels/page-pixels.ts';

/** A character that was read; `at` is its middle as a share of the image's width. */
export type ReadCharacter = { readonly text: string; readonly probability: number; readonly at: number };

/** What an image shows: read freely, and read as a figure (the engine may only answer with digits and their signs). */
export type LineReading = {
  readonly free: readonly ReadCharacter[];
  readonly figure: readonly ReadCharacter[];
};

/** Reads lines of text; images are dark on white, any size, with a margin. */
export type LineReader = {
  readonly name: string;
  readonly readLines: (lines: readonly GreyImage[]) => Promise<readonly LineReading[]>;
  readonly close: () => Promise<void>;
};

/** Reads a figure a second time; `confidence` is 0 to 1. It may lose points and signs, never change digits on purpose. */
export type FigureReader = {
  readonly name: string;
  readonly readFigures: (
    figures: readonly GreyImage[],
  ) => Promise<readonly { readonly text: string; readonly confidence: number }[]>;
  readonly close: () => Promise<void>;
};

/** The engines that are at hand: `lines` reads everything, `figures` reads every figure again. */
export type Engines = { readonly lines: LineReader; readonly figures?: FigureReader };

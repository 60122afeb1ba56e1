import type { Box } from '../../model/place.ts';

/** The side towards which a line of text runs, as the page is seen. */
export type Direction = 'right' | 'down' | 'left' | 'up';

/** Why a reader of the page would not see a glyph. */
export type Hiding = 'no-paint' | 'same-colour' | 'clipped' | 'off-page' | 'covered';

/**
 * One printed character. `box` is its em box (advance × font size), in points from the top left of the page as seen;
 * `size` is the font size in points as seen.
 */
export type Glyph = {
  readonly text: string;
  readonly box: Box;
  readonly size: number;
  readonly direction: Direction;
  /** A space character stands before it in the document. */
  readonly spaceBefore: boolean;
  /** Absent for what is seen. */
  readonly hiding?: Hiding;
};

/** Red, green, blue and opacity, 0 to 255 each. */
export type Colour = readonly [number, number, number, number];

/** A straight painted line, any direction; `width` in points. */
export type Segment = {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly width: number;
  readonly colour: Colour;
};

/** A painted rectangle. `order` is its place in the painting order of the page. */
export type Fill = { readonly box: Box; readonly colour: Colour; readonly order: number };

/** A picture; `order` as in {@link Fill}. */
export type PlacedImage = { readonly box: Box; readonly order: number };

/**
 * Text that is read but lies under an opaque picture (`under-picture`), or on the same spot as another text
 * (`over-text`): what is seen there may not be what is read.
 */
export type OverlaidText = {
  readonly kind: 'under-picture' | 'over-text';
  readonly text: string;
  readonly box: Box;
};

/** Everything a page shows, after its rotation: origin top left, points, y downwards. */
export type PageContent = {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** In the order of the document. */
  readonly glyphs: readonly Glyph[];
  readonly segments: readonly Segment[];
  readonly fills: readonly Fill[];
  readonly images: readonly PlacedImage[];
  /** Number of glyphs whose font gives no Unicode for them. */
  readonly unmappedGlyphs: number;
  /** Absent where the reader does not look for it. */
  readonly overlaid?: readonly OverlaidText[];
  /** Something of the page was left out because it exceeds a cap. */
  readonly truncated: boolean;
};

/** A page as a picture: 8 bits a channel, rows top to bottom without padding; `channels` 1 is grey, 3 is RGB. */
export type PagePixels = {
  /** Counts from 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly values: Uint8Array;
  readonly dotsPerInch: number;
};

/** One value a pixel: 0 is black, 255 white. */
export type GreyImage = { readonly width: number; readonly height: number; readonly values: Uint8Array };

/** One value a pixel: 1 is ink, 0 paper. */
export type Mask = { readonly width: number; readonly height: number; readonly values: Uint8Array };

/** Pixels, half-open: `right` and `bottom` lie outside. */
export type PixelBox = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

export const widthOf = (box: PixelBox): number => box.right - box.left;
export const heightOf = (box: PixelBox): number => box.bottom - box.top;

/** The smallest box around some boxes; at least one must be given. */
export function enclose(boxes: readonly PixelBox[]): PixelBox {
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

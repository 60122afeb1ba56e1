import type { GreyImage, Mask } from './page-pixels.ts';

/** The pixels darker than `inkBelow`. */
export function inkMask({ width, height, values }: GreyImage, inkBelow: number): Mask {
  const ink = new Uint8Array(width * height);
  for (let index = 0; index < ink.length; index += 1) ink[index] = (values[index] ?? 255) < inkBelow ? 1 : 0;
  return { width, height, values: ink };
}

/** Rows become columns. */
export function transpose({ width, height, values }: Mask): Mask {
  const turned = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) if (values[y * width + x] === 1) turned[x * height + y] = 1;
  return { width: height, height: width, values: turned };
}

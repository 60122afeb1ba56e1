import type { Box } from '../../model/place.ts';
import type { Recognition } from '../../model/recognition.ts';
import type { Glyph, PageContent } from '../layout/page-content.ts';
import type { PlacedRecognition } from '../layout/place-recognitions.ts';
import { isWide } from '../layout/scripts.ts';
import type { FinalLine, FinalPlace } from './figures/check-figures.ts';
import { asSegments } from './geometry/ruled-cells.ts';
import type { InkLine } from './lines/find-lines.ts';
import { cropOf } from './pixels/crop.ts';
import { enclose, type PixelBox } from './pixels/page-pixels.ts';
import type { Engines } from './recognition/engines.ts';
import type { StraightPage } from './straight-page.ts';

/** Share of the character's height that a recognised space leaves free. */
const spaceWidth = 0.3;

/** Shares of the character's height: a blank this wide parts what stands around it. */
const widestBlank = 1.2;

/** The wide blank between two characters, from and to in pixels. */
function blankBetween(
  { parts }: InkLine,
  from: number,
  to: number,
  size: number,
): readonly [number, number] | undefined {
  if (to - from < widestBlank * size) return undefined;
  const before = parts
    .filter((part) => (part.left + part.right) / 2 < (from + to) / 2)
    .map(({ right }) => right);
  const after = parts
    .filter((part) => (part.left + part.right) / 2 >= (from + to) / 2)
    .map(({ left }) => left);
  const [start, end] = [Math.max(from, ...before), Math.min(to, ...after)];
  return end - start > widestBlank * size ? [start, end] : undefined;
}

/**
 * The characters of a line as glyphs that fill it without gaps: recognisers tell the middle of a character, not its sides. A
 * recognised space parts two words unless both are CJK, where it is an error.
 */
function glyphsOf({ line, characters }: FinalLine, pointsPerPixel: number): readonly Glyph[] {
  const { left, top, right, bottom } = line.box;
  const size = bottom - top;
  const printed: { text: string; x: number; spaceBefore: boolean }[] = [];
  let space = false;
  for (const { text, x } of characters) {
    if (text.trim() === '') {
      space = printed.length > 0;
      continue;
    }
    const before = printed.at(-1)?.text ?? '';
    printed.push({ text, x, spaceBefore: space && !(isWide(before) && isWide(text)) });
    space = false;
  }
  const inPoints = (x0: number, x1: number): Box => [
    x0 * pointsPerPixel,
    top * pointsPerPixel,
    x1 * pointsPerPixel,
    bottom * pointsPerPixel,
  ];
  return printed.map(({ text, x, spaceBefore }, index) => {
    const before = printed[index - 1];
    const after = printed[index + 1];
    const gap = spaceBefore ? (spaceWidth * size) / 2 : 0;
    const gapAfter = after?.spaceBefore ? (spaceWidth * size) / 2 : 0;
    const from = before ? (blankBetween(line, before.x, x, size)?.[1] ?? (before.x + x) / 2 + gap) : left;
    const to = after ? (blankBetween(line, x, after.x, size)?.[0] ?? (x + after.x) / 2 - gapAfter) : right;
    const box = inPoints(from, Math.max(to, from + 0.05 * size));
    return { text, box, size: size * pointsPerPixel, direction: 'right', spaceBefore };
  });
}

/** A page read from pixels, in the form of a drawn one, straightened: places are those of the straight page. */
export type ScannedPage = {
  readonly content: PageContent;
  readonly recognitions: readonly PlacedRecognition[];
};

/** The page as if it had been printed into a PDF: characters and lines in points, and how each place was read. */
export function pageOfPlaces(
  page: StraightPage,
  places: readonly FinalPlace[],
  { number, engines }: { readonly number: number; readonly engines: Engines },
): ScannedPage {
  const pointsPerPixel = 72 / page.dotsPerInch;
  const toPoints = ({ left, top, right, bottom }: PixelBox): Box => [
    left * pointsPerPixel,
    top * pointsPerPixel,
    right * pointsPerPixel,
    bottom * pointsPerPixel,
  ];
  const content: PageContent = {
    number,
    width: page.width * pointsPerPixel,
    height: page.height * pointsPerPixel,
    glyphs: places.flatMap(({ lines }) => lines.flatMap((line) => glyphsOf(line, pointsPerPixel))),
    segments: asSegments(page.rules, pointsPerPixel),
    fills: [],
    images: [],
    unmappedGlyphs: 0,
    truncated: false,
  };
  const recognitions = places.flatMap((place): readonly PlacedRecognition[] => {
    if (place.lines.length === 0) return [];
    const box = enclose(place.lines.map(({ line }) => line.box));
    const crop = place.kind !== 'text' || place.doubt ? cropOf(page.flat.image, box) : undefined;
    return [
      { box: toPoints(box), recognition: { ...recognitionOf(place, engines), ...(crop ? { crop } : {}) } },
    ];
  });
  return { content, recognitions };
}

function recognitionOf({ lines, doubt, kind, confidence }: FinalPlace, engines: Engines): Recognition {
  const text = lines.map(({ characters }) => characters.map((one) => one.text).join('')).join('');
  const second = kind === 'text' ? undefined : engines.figures?.name;
  return {
    state: doubt ? 'doubtful' : kind === 'seconded' ? 'agreed' : 'single',
    engines: [engines.lines.name, ...(second === undefined ? [] : [second])],
    confidence: doubt?.confidence ?? confidence,
    readings: [text, ...(doubt?.readings ?? []).filter((reading) => reading !== text)],
  };
}

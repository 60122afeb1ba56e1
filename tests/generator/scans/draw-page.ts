import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { derive, seeded } from '../random.ts';
import { drawLines } from './draw-lines.ts';
import { drawSeal } from './draw-seal.ts';
import { familyList } from './faces.ts';
import type { PlacedPage } from './place-document.ts';
import type { PrintStyle } from './scan-style.ts';
import type { Wear } from './wear.ts';

export type PageToDraw = {
  readonly page: PlacedPage;
  readonly style: PrintStyle;
  readonly wear: Wear;
  readonly seed: number;
  /** Who seals it. */
  readonly unit: string;
};

/** What lies behind the paper and shows through, blurred by it. */
function drawBehind(context: SKRSContext2D, task: PageToDraw): void {
  const { wear, style } = task;
  const { width, height } = style.sheet;
  const behind = createCanvas(width, height);
  const ink = behind.getContext('2d');
  drawPrint(ink, task);
  context.save();
  context.globalAlpha = wear.showThrough;
  context.translate(width, 0);
  context.scale(-1, 1);
  context.drawImage(behind, 0, 0);
  context.restore();
}

function drawPrint(context: SKRSContext2D, { page, style, seed }: PageToDraw): void {
  drawLines(context, page.cells, { ...style, random: seeded(derive(seed, 'lines')) });
  context.fillStyle = 'rgb(12,12,12)';
  const { measure } = style.sheet;
  for (const { text, left, baseline, size } of page.lines) {
    context.font = `${size}px ${familyList(style.face)}`;
    let at = left;
    // One by one, as the lines were broken: some faces set quotes wider between characters.
    for (const character of text) {
      context.fillText(character, at, baseline);
      at += measure(character, size);
    }
  }
}

/** The middle of the last score-like column at the end of the table: where officials put their seal. */
function sealPlace({ cells }: PlacedPage, { sheet }: PrintStyle): readonly [number, number] {
  const figures = cells.filter(({ lines }) => /^\d+(\.\d+)?$/u.test(lines.join('')));
  const chosen = figures[Math.floor(0.7 * figures.length)] ?? cells.at(-1);
  if (!chosen) return [sheet.width / 2, sheet.height / 2];
  const [left, top, right, bottom] = chosen.box;
  return [(left + right) / 2 + 12, (top + bottom) / 2];
}

/** Draws a page as it lies on the scanner's glass: skewed, with what is stamped on it. */
export function drawPage(task: PageToDraw): Canvas {
  const { page, style, wear, seed, unit } = task;
  const scale = wear.dotsPerInch / 72;
  const { width, height } = style.sheet;
  const canvas = createCanvas(Math.round(width * scale), Math.round(height * scale));
  const context = canvas.getContext('2d');
  context.lang = 'zh-CN';
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(scale, scale);
  context.translate(width / 2, height / 2);
  context.rotate((wear.skew * Math.PI) / 180);
  context.translate(-width / 2, -height / 2);
  if (wear.showThrough > 0) drawBehind(context, task);
  drawPrint(context, task);
  if (wear.seal !== 'none')
    drawSeal(context, sealPlace(page, style), {
      name: unit,
      families: familyList(style.face),
      random: seeded(derive(seed, 'seal')),
    });
  return canvas;
}

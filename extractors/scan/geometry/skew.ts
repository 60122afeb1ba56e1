import type { Mask } from '../pixels/page-pixels.ts';

/** Degrees searched to either side, and the steps of the search from coarse to fine. */
const widest = 4;
const steps = [0.2, 0.05, 0.01] as const;

/** Pixels between the points that are taken from a run of ink. */
const stride = 8;

/** Fewer points than this say nothing about the page's angle. */
const fewestPoints = 60;

type Points = { readonly xs: Float32Array; readonly ys: Float32Array };

/** Points on the lower edges of horizontal runs of ink of at least `shortest` pixels: drawn lines first, baselines too. */
function edgePoints({ width, height, values }: Mask, shortest: number): Points {
  const xs: number[] = [];
  const ys: number[] = [];
  for (let y = 0; y + 1 < height; y += 1) {
    let run = 0;
    for (let x = 0; x <= width; x += 1) {
      if (x < width && values[y * width + x] === 1) {
        run += 1;
        continue;
      }
      if (run >= shortest)
        for (let at = x - run; at < x; at += stride)
          if (values[(y + 1) * width + at] !== 1) {
            xs.push(at - width / 2);
            ys.push(y);
          }
      run = 0;
    }
  }
  return { xs: Float32Array.from(xs), ys: Float32Array.from(ys) };
}

/** How sharply the points fall into rows when the page is sheared by an angle in degrees. */
function sharpness({ xs, ys }: Points, degrees: number, bins: Float64Array): number {
  bins.fill(0);
  const slope = Math.tan((degrees * Math.PI) / 180);
  const offset = bins.length >> 2;
  for (let index = 0; index < xs.length; index += 1) {
    const at = (ys[index] ?? 0) - (xs[index] ?? 0) * slope + offset;
    const low = Math.floor(at);
    const part = at - low;
    bins[low] = (bins[low] ?? 0) + 1 - part;
    bins[low + 1] = (bins[low + 1] ?? 0) + part;
  }
  let sum = 0;
  for (const count of bins) sum += count * count;
  return sum;
}

/**
 * The angle in degrees by which the page's lines fall to the right (positive: clockwise), by the sharpest projection
 * profile; 0 where the page holds too little ink to tell.
 */
export function findSkew(mask: Mask): number {
  let points = edgePoints(mask, 24);
  if (points.xs.length < fewestPoints) points = edgePoints(mask, 3);
  if (points.xs.length < fewestPoints) return 0;
  const bins = new Float64Array(2 * (mask.height + Math.ceil(mask.width * 0.08)) + 4);
  let centre = 0;
  let reach: number = widest;
  for (const step of steps) {
    let best = { angle: centre, score: -1 };
    for (let angle = centre - reach; angle <= centre + reach + step / 2; angle += step) {
      const score = sharpness(points, angle, bins);
      if (score > best.score) best = { angle, score };
    }
    centre = best.angle;
    reach = step;
  }
  return Math.round(centre * 1000) / 1000;
}

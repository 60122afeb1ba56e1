/** Inches of an A4 page: what a picture without a usable resolution is taken for. */
const paper = { short: 8.27, long: 11.69 };

/** Resolutions that programs write when they know none. */
const meaningless = 100;

/** Inches; a page of another size means that the stated resolution is wrong. */
const plausible = { least: 1, most: 34 };

/** A page longer than this many widths is a screen that was scrolled, as wide as a sheet. */
const longestPage = 1.6;

/** Dots per inch of a page picture, by what its file states or else by taking it for a sheet of A4. */
export function dotsPerInchOf(size: { readonly width: number; readonly height: number }, stated = 0): number {
  const short = Math.min(size.width, size.height);
  const long = Math.max(size.width, size.height);
  if (stated >= meaningless && short / stated >= plausible.least && long / stated <= plausible.most)
    return stated;
  const scrolled = size.height > longestPage * size.width;
  return scrolled ? short / paper.short : long / paper.long;
}

/** Dots per inch that pages are read at: small pictures are enlarged, large ones reduced (issue: 150 to 400). */
const readable = { least: 150, enlarged: 200, most: 400, reduced: 300 };

/** The factor by which a picture of this resolution is scaled before it is read. */
export function scaleFor(dotsPerInch: number): number {
  if (dotsPerInch < readable.least) return readable.enlarged / dotsPerInch;
  return dotsPerInch > readable.most ? readable.reduced / dotsPerInch : 1;
}

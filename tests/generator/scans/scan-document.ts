import type { GeneratedDocument } from '../layout/form.ts';
import { layOut } from '../layout/lay-out.ts';
import { derive, seeded } from '../random.ts';
import { drawPage } from './draw-page.ts';
import type { Face } from './faces.ts';
import { type PlacedPage, placeDocument } from './place-document.ts';
import { type ScannedPicture, scanPage } from './scan-page.ts';
import { pickPrintStyle } from './scan-style.ts';
import { type Wear, type WearName, wears } from './wear.ts';

/** A cell as it is printed; `box` in points on the straight page, before it was skewed and turned. */
export type TrueCell = {
  readonly page: number;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly box: readonly [left: number, top: number, right: number, bottom: number];
};

/** A document as scanned pages, with what each cell says and where it stands. */
export type Scan = {
  readonly pages: readonly ScannedPicture[];
  readonly cells: readonly TrueCell[];
  readonly wear: Wear;
  readonly face: string;
};

export type ScanTask = { readonly wear: WearName; readonly seed: number; readonly faces?: readonly Face[] };

/** Prints a generated document and scans it; the same seed gives the same pixels on one machine. */
export async function scanDocument(document: GeneratedDocument, task: ScanTask): Promise<Scan> {
  const wear: Wear = wears[task.wear](seeded(derive(task.seed, `wear ${task.wear}`)));
  const style = pickPrintStyle(seeded(derive(task.seed, 'print')), wear.lines, task.faces);
  const placed = placeDocument(layOut(document), style.sheet);
  const pages: ScannedPicture[] = [];
  for (const [index, page] of placed.entries()) {
    const seed = derive(task.seed, `page ${index}`);
    const canvas = drawPage({ page, style, wear, seed, unit: document.assessment.unit });
    pages.push(await scanPage(canvas, wear, seeded(derive(seed, 'sensor'))));
  }
  return { pages, cells: trueCells(placed), wear, face: style.face.name };
}

/** A cell that began on an earlier page says nothing on the later one. */
function trueCells(pages: readonly PlacedPage[]): readonly TrueCell[] {
  return pages.flatMap(({ cells }) =>
    cells
      .filter(({ part }) => part === 'first')
      .map(({ page, row, column, lines, box }) => ({ page, row, column, text: lines.join(''), box })),
  );
}

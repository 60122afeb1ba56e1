import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { accept, type Result } from '../../../model/outcome-channels.ts';
import type { Box } from '../../../model/place.ts';
import type { Glyph, PageContent } from '../../layout/page-content.ts';
import { pageMatrix } from '../matrix.ts';
import type { PdfDocument, PdfReader } from '../pdf-reader.ts';
import { damaged, empty, encrypted } from '../refusals.ts';
import { visibilityOn } from '../visibility.ts';
import { isUnmapped } from './glyphs.ts';
import { interpret } from './interpret.ts';
import { needsPassword, startDocument } from './library.ts';
import type { Font } from './state.ts';

/** Fonts of a page by their pdf.js name; pdf.js keeps them with the page's shared objects. */
function fontsOf(page: PDFPageProxy): (name: string) => Font | undefined {
  return (name) => {
    const objects = page.commonObjs;
    const font: unknown = objects.has(name) ? objects.get(name) : undefined;
    // pdf.js declares its objects as `any`; the three fields are all optional here.
    return typeof font === 'object' && font !== null ? (font as Font) : undefined;
  };
}

function viewBox(page: PDFPageProxy): Box {
  const [x0 = 0, y0 = 0, x1 = 612, y1 = 792] = page.view;
  return [x0, y0, x1, y1];
}

async function readPage(document: PDFDocumentProxy, number: number): Promise<PageContent> {
  const page = await document.getPage(number);
  try {
    const list = await page.getOperatorList();
    const visible = viewBox(page);
    const turned = page.rotate % 180 !== 0;
    const [across, down] = [visible[2] - visible[0], visible[3] - visible[1]];
    const [width, height] = turned ? [down, across] : [across, down];
    const { glyphs: painted, ...found } = interpret(list, pageMatrix(visible, page.rotate), fontsOf(page));
    const hidingOf = visibilityOn({ width, height, ...found });
    const glyphs = painted.map(({ glyph, paint }): Glyph => {
      const hiding = hidingOf(glyph.box, paint);
      return hiding ? { ...glyph, hiding } : glyph;
    });
    return {
      number,
      width,
      height,
      glyphs,
      segments: found.segments,
      fills: found.fills,
      images: found.images,
      unmappedGlyphs: glyphs.filter((glyph) => isUnmapped(glyph.text)).length,
      truncated: found.truncated,
    };
  } finally {
    page.cleanup();
  }
}

async function open(bytes: Uint8Array): Promise<Result<PdfDocument>> {
  if (bytes.length === 0) return empty();
  const task = startDocument(bytes);
  try {
    const document = await task.promise;
    return accept({
      pageCount: document.numPages,
      readPage: (number) => readPage(document, number),
      close: () => task.destroy(),
    });
  } catch (problem) {
    await task.destroy();
    return needsPassword(problem) ? encrypted() : damaged();
  }
}

/** pdf.js: slower, in JavaScript throughout; for files that PDFium gives up on, and to compare. */
export const pdfjsReader: PdfReader = { name: 'pdfjs', open };

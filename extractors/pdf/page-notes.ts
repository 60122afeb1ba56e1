import type { Note } from '../../model/note.ts';
import { note } from '../../model/outcome-channels.ts';
import type { Hiding, PageContent } from '../layout/page-content.ts';

/** Share of a page's glyphs without Unicode from which its text cannot be used. */
const mostUnmapped = 0.3;

/** Glyphs below which a page with a large picture is a scan with a title, a stamp or a page number in text. */
const fewestGlyphs = 40;

/** Share of the page that a picture must cover to hold its content. */
const pictureShare = 0.3;

/** Lines and areas on one page beyond which its lines are not looked at (each may be two). */
const mostPainted = 200_000;

/** Characters of a text that a note cites. */
const longestSample = 20;

/** How a page can be used. */
export type PageState = 'text' | 'blank' | 'picture' | 'unusable';

const words: Readonly<Record<Hiding, { readonly zh: string; readonly en: string }>> = {
  'no-paint': { zh: '不着色', en: 'unpainted' },
  'same-colour': { zh: '与底色相同', en: 'in the colour of its ground' },
  clipped: { zh: '被裁切', en: 'clipped' },
  'off-page': { zh: '在页面之外', en: 'off the page' },
  covered: { zh: '被遮盖', en: 'covered' },
};

function pictureCover(page: PageContent): number {
  const area = page.images.reduce(
    (sum, { box }) =>
      sum +
      Math.max(0, Math.min(box[2], page.width) - Math.max(box[0], 0)) *
        Math.max(0, Math.min(box[3], page.height) - Math.max(box[1], 0)),
    0,
  );
  return page.width * page.height > 0 ? area / (page.width * page.height) : 0;
}

/** `picture`: nothing but pictures can be seen; `unusable`: the fonts give no text for what is seen. */
export function pageState(page: PageContent): PageState {
  const seen = page.glyphs.filter((glyph) => glyph.hiding === undefined).length;
  if (seen >= fewestGlyphs || pictureCover(page) < pictureShare) {
    if (page.unmappedGlyphs > mostUnmapped * page.glyphs.length) return 'unusable';
    if (seen > 0) return 'text';
    return page.images.length > 0 || page.truncated ? 'picture' : 'blank';
  }
  return 'picture';
}

/** Letters that no Chinese report is written in: private code points, accented Latin, scripts of elsewhere, rare characters. */
const oddCharacter =
  /[\p{Co}\u0080-\u00a6\u00a8-\u00af\u00b4-\u00b6\u00b8-\u00d6\u00d8-\u00f6\u00f8-\u036f\u0400-\u1fff\ua000-\uabff\u{20000}-\u{3ffff}]/u;

/** Share of such letters from which fonts are taken to map to wrong characters. */
const mostOdd = 0.15;

/** Share of the page from which a picture under the text may be a scan, and the text what somebody's recognition made of it. */
const scanShare = 0.8;

/** Is the text that a page gives perhaps not what it shows? Then the two should be compared. */
export function mayDiffer(page: PageContent): boolean {
  const seen = page.glyphs.filter((glyph) => glyph.hiding === undefined);
  const odd = seen.filter((glyph) => oddCharacter.test(glyph.text)).length;
  return odd > mostOdd * seen.length || (seen.length > 0 && pictureCover(page) >= scanShare);
}

function hiddenNote(page: PageContent): readonly Note[] {
  const hidden = page.glyphs.filter((glyph) => glyph.hiding !== undefined && glyph.hiding !== 'off-page');
  if (hidden.length === 0) return [];
  const reasons = [...new Set(hidden.flatMap((glyph) => (glyph.hiding ? [glyph.hiding] : [])))];
  const sample = hidden
    .slice(0, longestSample)
    .map((glyph) => glyph.text)
    .join('');
  return [
    note(
      'pdf/text-hidden',
      {
        zh: `第 ${page.number} 页有 ${hidden.length} 个看不见的字符（${reasons.map((one) => words[one].zh).join('、')}），未予采用：${sample}`,
        en: `page ${page.number} has ${hidden.length} characters that cannot be seen (${reasons.map((one) => words[one].en).join(', ')}); they were not used: ${sample}`,
      },
      { page: page.number },
    ),
  ];
}

/** Text of which somebody who looks at the page sees something else, or nothing; it is read all the same. */
function overlaidNotes({ number, overlaid = [] }: PageContent): readonly Note[] {
  return overlaid.map(({ kind, text, box }) => {
    const sample = text.slice(0, longestSample);
    const message =
      kind === 'under-picture'
        ? {
            zh: `第 ${number} 页有文字被图片盖住，仍按文字读取，请核对原件：${sample}`,
            en: `text on page ${number} lies under a picture; it was read as text, compare the original: ${sample}`,
          }
        : {
            zh: `第 ${number} 页有两处不同的文字叠印在同一位置，请核对原件：${sample}`,
            en: `page ${number} prints two different texts on one spot; compare the original: ${sample}`,
          };
    return note(`pdf/text-${kind === 'under-picture' ? kind : 'overlapping'}`, message, {
      page: number,
      box,
    });
  });
}

/** What has to be said about a page. */
export function pageNotes(page: PageContent, state: PageState): readonly Note[] {
  const place = { page: page.number };
  const notes: Note[] = [...hiddenNote(page), ...(state === 'text' ? overlaidNotes(page) : [])];
  if (state !== 'unusable' && page.unmappedGlyphs > 0)
    notes.push(
      note(
        'pdf/glyphs-unmapped',
        {
          zh: `第 ${page.number} 页有 ${page.unmappedGlyphs} 个字符没有文字编码`,
          en: `${page.unmappedGlyphs} characters of page ${page.number} have no Unicode`,
        },
        place,
      ),
    );
  if (page.truncated || page.segments.length + page.fills.length > mostPainted)
    notes.push(
      note(
        'pdf/page-cut',
        {
          zh: `第 ${page.number} 页内容过多或无法全部读取，有部分未读`,
          en: `page ${page.number} is too large or could not be read in full; parts were left out`,
        },
        place,
      ),
    );
  return notes;
}

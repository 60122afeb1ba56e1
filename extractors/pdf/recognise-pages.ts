import type { Note } from '../../model/note.ts';
import { note, type Refusal } from '../../model/outcome-channels.ts';
import type { OcrPolicy } from '../../model/recognition.ts';
import type { PageContent } from '../layout/page-content.ts';
import { needsRecognitionThere } from '../recognition-needed.ts';
import type { ScannedPage } from '../scan/page-of-places.ts';
import type { PageReader } from '../scan/page-recognition.ts';
import { mayDiffer, type PageState } from './page-notes.ts';
import type { PdfDocument } from './pdf-reader.ts';

/** What became of a page: recognised from its picture, or left as it is (`refusal`: although it should not have been). */
export type PageOutcome = {
  readonly scanned?: ScannedPage;
  readonly refusal?: Refusal;
  readonly notes: readonly Note[];
};

/** Recognises those pages of one PDF that need it, as the policy says. */
export type PageRecogniser = (
  document: PdfDocument,
  content: PageContent,
  state: PageState,
) => Promise<PageOutcome>;

/** Share of the characters of a sample from which a page's text is taken for what it shows. */
const leastAgreement = 0.7;

const asIs: PageOutcome = { notes: [] };

export function createPageRecogniser(ocr: OcrPolicy): PageRecogniser {
  let reader: PageReader | undefined;
  return async (document, content, state) => {
    const wish = wishFor(ocr, content, state);
    if (wish === 'nothing') return asIs;
    if (ocr === 'never')
      return { notes: [needsRecognitionThere(whatOf(content, state), { page: content.number })] };
    const picture = await document.readPicture?.(content.number);
    if (!picture) return wish === 'compare' ? asIs : refused(content, cannotBeDrawn);
    reader ??= (await import('../scan/page-recognition.ts')).createPageReader();
    if (wish === 'compare') {
      const agreement = await reader.compare(picture, content.glyphs);
      if (agreement === undefined || agreement >= leastAgreement) return asIs;
    }
    const read = await reader.read(picture, content.number);
    if (!read.ok) return refused(content, read.refusal);
    const why = wish === 'compare' || state === 'unusable' ? [textNotUsed(content.number)] : [];
    return { scanned: read.value.value, notes: [...why, ...read.value.notes] };
  };
}

function wishFor(
  ocr: OcrPolicy,
  content: PageContent,
  state: PageState,
): 'recognise' | 'compare' | 'nothing' {
  if (state === 'blank') return 'nothing';
  if (state === 'picture' || state === 'unusable' || ocr === 'always') return 'recognise';
  return mayDiffer(content) ? 'compare' : 'nothing';
}

const cannotBeDrawn: Refusal = {
  code: 'scan/not-drawn',
  message: { zh: '这一页无法绘成图像，未能识别', en: 'this page cannot be drawn and was not recognised' },
};

function refused({ number }: PageContent, refusal: Refusal): PageOutcome {
  return { refusal, notes: [note(refusal.code, refusal.message, { page: number })] };
}

function whatOf({ number }: PageContent, state: PageState): { readonly zh: string; readonly en: string } {
  if (state === 'picture')
    return {
      zh: `第 ${number} 页只有图像，没有可见文字，`,
      en: `page ${number} shows pictures and no text; it`,
    };
  if (state === 'unusable')
    return {
      zh: `第 ${number} 页的字体没有可用的文字编码，`,
      en: `the fonts of page ${number} give no usable text; it`,
    };
  return {
    zh: `第 ${number} 页的文字可能与所见不符，比对`,
    en: `the text of page ${number} may differ from what it shows; comparing the two`,
  };
}

function textNotUsed(page: number): Note {
  return note(
    'pdf/text-unusable',
    {
      zh: `第 ${page} 页的文字编码与所见不符，未予采用，改由图像识别`,
      en: `the text that page ${page} gives is not what it shows; it was recognised from its picture instead`,
    },
    { page },
  );
}

import type { Note } from '../../model/note.ts';
import { accept, type Reading, type Result, refuse } from '../../model/outcome-channels.ts';
import type { Glyph } from '../layout/page-content.ts';
import type { ScannedPage } from './page-of-places.ts';
import type { PagePixels } from './pixels/page-pixels.ts';
import { readScan } from './read-scan.ts';
import type { Engines } from './recognition/engines.ts';
import { openEngines } from './recognition/open-engines.ts';
import { textAgreement } from './text-agreement.ts';

/** Pages of one document that are recognised; the rest is named as unread. */
const mostPages = 120;

/** Reads the page pictures of one document, one after the other. */
export type PageReader = {
  /** Refuses `scan/no-engine`, `scan/pages-cut` where too many pages were read already, and `scan/failed`. */
  readonly read: (
    picture: Omit<PagePixels, 'number'>,
    number: number,
  ) => Promise<Result<Reading<ScannedPage>>>;
  /** How much of what the picture shows stands in the page's own text, 0 to 1; undefined where that cannot be told. */
  readonly compare: (
    picture: Omit<PagePixels, 'number'>,
    glyphs: readonly Glyph[],
  ) => Promise<number | undefined>;
};

/** Engines take a second to start: they stay for all documents of this process. */
let opening: Promise<Reading<Engines | undefined>> | undefined;

/** The engines that can be loaded here; the first call starts them. */
export function warmEngines(): Promise<Reading<Engines | undefined>> {
  opening ??= openEngines();
  return opening;
}

/** A reader for one document; nothing is loaded before its first page. */
export function createPageReader(): PageReader {
  let told = false;
  let pages = 0;
  return {
    read: async (picture, number) => {
      pages += 1;
      if (pages > mostPages) return tooMany();
      const { value: engines, notes } = await warmEngines();
      if (!engines) return noEngine();
      try {
        const page = await readScan({ ...picture, number }, engines);
        const first: readonly Note[] = told ? [] : notes;
        told = true;
        return accept({ value: page.value, notes: [...first, ...page.notes] });
      } catch {
        // An engine that has failed once is started anew for the next page.
        opening = undefined;
        return failed();
      }
    },
    compare: async (picture, glyphs) => {
      const { value: engines } = await warmEngines();
      return engines && textAgreement({ ...picture, number: 1 }, glyphs, engines.lines);
    },
  };
}

function noEngine<T>(): Result<T> {
  return refuse('scan/no-engine', {
    zh: '文字识别引擎无法加载；请重新安装依赖（npm ci）后再试',
    en: 'no recognition engine can be loaded; install the dependencies again (npm ci)',
  });
}

function tooMany<T>(): Result<T> {
  return refuse('scan/pages-cut', {
    zh: `一份文件最多识别 ${mostPages} 页图像，其余未识别`,
    en: `at most ${mostPages} page pictures of one document are recognised; the others were not`,
  });
}

function failed<T>(): Result<T> {
  return refuse('scan/failed', {
    zh: '文字识别引擎处理这一页时出错，本页未识别',
    en: 'a recognition engine failed on this page, which was not recognised',
  });
}

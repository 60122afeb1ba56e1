import type { Note } from '../../model/note.ts';
import type { Reading } from '../../model/outcome-channels.ts';
import type { PagePixels } from './pixels/page-pixels.ts';
import { readScan, type ScannedPage } from './read-scan.ts';
import type { Engines } from './recognition/engines.ts';
import { closeEngines, openEngines } from './recognition/open-engines.ts';

/** Pages of one document that are recognised; the rest is named as unread. */
const mostPages = 120;

/** Reads page pictures one after the other with engines that start at the first one. */
export type PageReader = {
  /** Undefined where no engine can be loaded, or too many pages were read already. */
  readonly read: (
    picture: Omit<PagePixels, 'number'>,
    number: number,
  ) => Promise<Reading<ScannedPage> | undefined>;
  readonly close: () => Promise<void>;
};

export function createPageReader(): PageReader {
  let opening: Promise<Reading<Engines | undefined>> | undefined;
  let told = false;
  let pages = 0;
  return {
    read: async (picture, number) => {
      pages += 1;
      if (pages > mostPages) return undefined;
      opening ??= openEngines();
      const { value: engines, notes } = await opening;
      if (!engines) return undefined;
      const page = await readScan({ ...picture, number }, engines);
      const first: readonly Note[] = told ? [] : notes;
      told = true;
      return { value: page.value, notes: [...first, ...page.notes] };
    },
    close: async () => {
      const engines = (await opening)?.value;
      if (engines) await closeEngines(engines);
    },
  };
}

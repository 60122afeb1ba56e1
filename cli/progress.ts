import type { Language } from '../model/localized.ts';

type Pages = { readonly done: number; readonly all: number };

/** Shows how far a run has come, on one line that keeps being rewritten. */
export type Progress = {
  readonly show: (done: number, file: string) => void;
  /** Pages of one file that are done, for files that take long. */
  readonly showPages: (file: string, pages: Pages) => void;
  readonly clear: () => void;
};

/** Least time between two rewrites, in milliseconds: fast enough to look alive, too slow to cost anything. */
const rewriteEvery = 80;

/** A progress line where `stream` is a terminal, silence otherwise. */
export function createProgress(stream: NodeJS.WriteStream, language: Language): Progress {
  if (!stream.isTTY) return { show: () => {}, showPages: () => {}, clear: () => {} };
  let shownAt = 0;
  let filesDone = 0;
  const write = (file: string, pages?: Pages): void => {
    if (Date.now() - shownAt < rewriteEvery) return;
    shownAt = Date.now();
    const label = language === 'zh' ? `已复核 ${filesDone} 份，正在处理 ` : `${filesDone} checked, now `;
    const room = (stream.columns ?? 80) - (pages ? 48 : 30);
    stream.write(`\r\u001b[2K${label}${tail(file, room)}${pages ? pagesDone(pages, language) : ''}`);
  };
  return {
    show: (done, file) => {
      filesDone = done;
      write(file);
    },
    showPages: write,
    clear: () => {
      if (shownAt > 0) stream.write('\r\u001b[2K');
      shownAt = 0;
    },
  };
}

/** The end of a name in at most `columns` columns, were every character two wide; control characters would move the cursor. */
function tail(file: string, columns: number): string {
  const room = Math.max(8, Math.floor(columns / 2));
  return [...file.replace(/\p{C}/gu, '?')].slice(-room).join('');
}

const pagesDone = ({ done, all }: Pages, language: Language): string =>
  language === 'zh' ? `（第 ${done}/${all} 页）` : ` (page ${done} of ${all})`;

import type { Language } from '../model/localized.ts';

/** Shows how far a run has come, on one line that keeps being rewritten. */
export type Progress = {
  readonly show: (done: number, file: string) => void;
  readonly clear: () => void;
};

/** Least time between two rewrites, in milliseconds: fast enough to look alive, too slow to cost anything. */
const rewriteEvery = 80;

/** A progress line where `stream` is a terminal, silence otherwise. */
export function createProgress(stream: NodeJS.WriteStream, language: Language): Progress {
  if (!stream.isTTY) return { show: () => {}, clear: () => {} };
  let shownAt = 0;
  return {
    show: (done, file) => {
      if (Date.now() - shownAt < rewriteEvery) return;
      shownAt = Date.now();
      const label = language === 'zh' ? `已复核 ${done} 份，正在处理 ` : `${done} checked, now `;
      stream.write(`\r\u001b[2K${label}${tail(file, (stream.columns ?? 80) - 30)}`);
    },
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

import type { Language } from '../../model/localized.ts';
import type { ReportSink, WriteText } from '../report-sink.ts';
import { addToTally, emptyTally } from '../tally.ts';
import { wordsIn } from '../words/index.ts';
import { briefLines } from './brief-lines.ts';
import { fullLines } from './full-lines.ts';
import type { TerminalSettings } from './style.ts';
import { summaryLines } from './summary-lines.ts';

export type TextReportSettings = TerminalSettings & {
  readonly language: Language;
  /** Files to come. */
  readonly files: number;
  /** Where the other reports go, if anywhere. */
  readonly out?: string;
};

/** The report for a person at a terminal. */
export function textReport(write: WriteText, settings: TextReportSettings): ReportSink {
  const words = wordsIn[settings.language];
  let tally = emptyTally;
  return {
    write: async (result) => {
      const opening =
        tally.files === 0 ? [`${settings.paint('strong', words.tool)}  ${words.purpose}`, ''] : [];
      const lines =
        settings.detail === 'full' ? fullLines(result, words, settings) : briefLines(result, words, settings);
      tally = addToTally(tally, result);
      await write([...opening, ...lines, ''].join('\n'));
    },
    finish: async (ending) => {
      const stopped = ending === 'complete' ? [] : [words.phrases.interrupted(String(tally.files))];
      const lines = [...(settings.files > 1 ? summaryLines(tally, words, settings) : []), ...stopped];
      const hint =
        settings.out === undefined ? words.phrases.moreDetail : words.phrases.reportsIn(settings.out);
      await write(['', ...lines, settings.paint('quiet', hint), ''].join('\n'));
    },
  };
}

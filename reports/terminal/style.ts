import type { Severity } from '../../model/finding.ts';

/** What a piece of text means; how that looks is the terminal's affair. */
export type Tone = 'good' | 'bad' | 'doubtful' | 'quiet' | 'strong';

/** Gives a text its looks; without colours it gives it back as it is. */
export type Paint = (tone: Tone, text: string) => string;

/** How the text report is to look. */
export type TerminalSettings = {
  /** Columns that a line may take. */
  readonly columns: number;
  readonly paint: Paint;
  /** `brief`: a few lines a document; `full`: every row of it. */
  readonly detail: 'brief' | 'full';
};

export const toneOfSeverity: Readonly<Record<Severity, Tone>> = {
  error: 'bad',
  warning: 'doubtful',
  info: 'quiet',
};

/** A severity's sign, for those who see no colours. */
export const severitySigns: Readonly<Record<Severity, string>> = { error: '✗', warning: '!', info: '·' };

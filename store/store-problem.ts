import type { Localized } from '../model/localized.ts';

/** A store that cannot be opened or used as it is: one sentence for the person who runs it. */
export class StoreProblem extends Error {
  /** `store/what`. */
  readonly code: string;
  readonly sentence: Localized;

  constructor(code: string, sentence: Localized) {
    super(sentence.en);
    this.name = 'StoreProblem';
    this.code = code;
    this.sentence = sentence;
  }
}

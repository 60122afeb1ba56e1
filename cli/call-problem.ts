import type { Localized } from '../model/localized.ts';

/** A call that cannot be carried out as it was given: one sentence for the person who made it, no stack. */
export class CallProblem extends Error {
  readonly sentence: Localized;

  constructor(sentence: Localized) {
    super(sentence.en);
    this.name = 'CallProblem';
    this.sentence = sentence;
  }
}

/** What is done with a document. `ocr`: once more with recognition, where the check said that pages need it. */
export type Stage = 'check' | 'ocr';

/** Lower goes first: a person waits, a folder was filled, a crawl found something, everything is done anew. */
export const priorities = { person: 0, folder: 10, crawl: 20, renewal: 30 } as const;

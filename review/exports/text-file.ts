import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

/** A file that texts are written to one after the other, and its end. */
export type TextFile = {
  readonly write: (text: string) => Promise<void>;
  readonly end: () => Promise<void>;
};

export function openTextFile(file: string): TextFile {
  const stream = createWriteStream(file);
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (problem) => (problem ? reject(problem) : resolve()));
      }),
    end: async () => {
      stream.end();
      await finished(stream);
    },
  };
}

/** Work on a stream of inputs. */
export type OrderedWork<In, Out> = {
  readonly inputs: AsyncIterable<In>;
  readonly work: (input: In) => Promise<Out>;
  /** Inputs under way at once, at least 1. */
  readonly width: number;
  /** No further input is begun once it is aborted; those under way are still given. */
  readonly signal: AbortSignal;
};

/** Results in the order of their inputs, at most `width` of them held at a time. */
export async function* runInOrder<In, Out>({
  inputs,
  work,
  width,
  signal,
}: OrderedWork<In, Out>): AsyncGenerator<Out> {
  const underWay: Promise<Out>[] = [];
  for await (const input of inputs) {
    if (signal.aborted) break;
    const result = work(input);
    // Awaited in order below; until then a rejection must not count as unhandled.
    result.catch(() => {});
    underWay.push(result);
    if (underWay.length < width) continue;
    const first = underWay.shift();
    if (first !== undefined) yield await first;
  }
  for (const result of underWay) yield await result;
}

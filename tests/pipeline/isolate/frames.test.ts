import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFrameReader, encodeFrame, type Frame } from '../../../pipeline/isolate/frames.ts';

const mebibyte = 1024 ** 2;
const frames = fc.array(fc.record({ head: fc.jsonValue(), body: fc.uint8Array({ maxLength: 300 }) }), {
  maxLength: 6,
});
const joined = (all: readonly Frame[]): Buffer => Buffer.concat(all.flatMap((frame) => encodeFrame(frame)));

describe('frames', () => {
  test('come out as they went in, whatever the chunks', () => {
    fc.assert(
      fc.property(frames, fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1 }), (all, sizes) => {
        const bytes = joined(all);
        const reader = createFrameReader(mebibyte);
        const read: Frame[] = [];
        for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
          const size = sizes[turn % sizes.length] ?? 1;
          const got = reader.push(bytes.subarray(at, at + size));
          if (typeof got === 'string') throw new Error(got);
          read.push(...got);
          at += size;
        }
        const asPlain = (frame: Frame) => [JSON.stringify(frame.head), [...frame.body]];
        expect(read.map(asPlain)).toEqual(all.map(asPlain));
      }),
      { numRuns: 200 },
    );
  });

  test('that announce more than the limit are refused before they arrive', () => {
    const [start] = encodeFrame({ head: {}, body: new Uint8Array(2000) });
    expect(createFrameReader(1000).push(start)).toBe('too-large');
  });

  test('whose head is no JSON are malformed', () => {
    const bytes = joined([{ head: 1, body: new Uint8Array() }]);
    bytes[8] = 0x7b;
    expect(createFrameReader(1000).push(bytes)).toBe('malformed');
  });
});

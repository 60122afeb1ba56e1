/**
 * A frame on a pipe: two unsigned 32-bit lengths (big endian), a head (JSON), a body (bytes). Heads say what a frame is;
 * whatever may be large stands in the body, uncopied and unescaped.
 */
export type Frame = { readonly head: unknown; readonly body: Uint8Array };

/** A child's answers go out here, and nothing else: what a library prints cannot get between them. */
export const answerPipe = 3;

export const prefixLengthInBytes = 8;

/** The parts of a frame in the order in which they are written. */
export function encodeFrame({ head, body }: Frame): readonly [Uint8Array, Uint8Array] {
  return [startOfFrame(head, body.length), body];
}

/** What is written before a body of so many bytes. */
export function startOfFrame(head: unknown, bodyLength: number): Uint8Array {
  const headBytes = Buffer.from(JSON.stringify(head));
  const start = Buffer.allocUnsafe(prefixLengthInBytes + headBytes.length);
  start.writeUInt32BE(headBytes.length, 0);
  start.writeUInt32BE(bodyLength, 4);
  start.set(headBytes, prefixLengthInBytes);
  return start;
}

/** Lengths of the head and of the body, in bytes, out of a frame's first eight bytes. */
export function readPrefix(prefix: Uint8Array): readonly [headLength: number, bodyLength: number] {
  const view = new DataView(prefix.buffer, prefix.byteOffset, prefixLengthInBytes);
  return [view.getUint32(0), view.getUint32(4)];
}

/** Puts frames together from chunks of any size. */
export type FrameReader = {
  /** The frames that `chunk` completes, or `too-large` as soon as one announces more than the limit. */
  readonly push: (chunk: Uint8Array) => readonly Frame[] | 'too-large' | 'malformed';
};

export function createFrameReader(limitInBytes: number): FrameReader {
  let held: Uint8Array[] = [];
  let heldLength = 0;
  let wanted = prefixLengthInBytes;

  const take = (): Buffer => {
    const joined = Buffer.concat(held, heldLength);
    held = [];
    heldLength = 0;
    return joined;
  };

  return {
    push: (chunk) => {
      held.push(chunk);
      heldLength += chunk.length;
      const frames: Frame[] = [];
      while (heldLength >= wanted) {
        const bytes = take();
        const [headLength, bodyLength] = readPrefix(bytes);
        wanted = prefixLengthInBytes + headLength + bodyLength;
        if (headLength + bodyLength > limitInBytes) return 'too-large';
        const rest = bytes.subarray(Math.min(wanted, bytes.length));
        if (bytes.length < wanted) {
          held = [bytes];
          heldLength = bytes.length;
          break;
        }
        const frame = readFrame(bytes.subarray(prefixLengthInBytes, wanted), headLength);
        if (frame === undefined) return 'malformed';
        frames.push(frame);
        held = [rest];
        heldLength = rest.length;
        wanted = prefixLengthInBytes;
      }
      return frames;
    },
  };
}

function readFrame(bytes: Buffer, headLength: number): Frame | undefined {
  try {
    return { head: JSON.parse(bytes.toString('utf8', 0, headLength)), body: bytes.subarray(headLength) };
  } catch {
    return undefined;
  }
}

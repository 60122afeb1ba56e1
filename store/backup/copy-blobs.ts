import type { Blobs } from '../blobs/blobs.ts';
import { StoreProblem } from '../store-problem.ts';

/** Copies blobs that the other place does not have; each is hashed again on the way, so that no damage is copied. */
export async function copyBlobs(
  from: Blobs,
  to: Blobs,
  hashes: ReadonlySet<string>,
): Promise<{ readonly copied: number }> {
  let copied = 0;
  for (const sha256 of hashes) {
    if (await to.has(sha256)) continue;
    const stream = await from.read(sha256);
    if (!stream) throw missing(sha256);
    const stored = await to.put(stream);
    if (!stored.ok || stored.value.sha256 !== sha256) throw damaged(sha256);
    copied += 1;
  }
  return { copied };
}

function missing(sha256: string): StoreProblem {
  return new StoreProblem('blob/missing', {
    zh: `缺少文件 ${sha256}；请先运行 fuhe verify`,
    en: `the file ${sha256} is missing; run fuhe verify first`,
  });
}

function damaged(sha256: string): StoreProblem {
  return new StoreProblem('blob/damaged', {
    zh: `文件 ${sha256} 已损坏；请先运行 fuhe verify`,
    en: `the file ${sha256} is damaged; run fuhe verify first`,
  });
}

import { openStore } from '../../../store/open-store.ts';
import { addDocument, finding, resultOf } from '../arrivals.ts';

/** Fills a store whose files cannot grow any more, and tells what was accepted and what was refused with which code. */
const [dataFolder = ''] = process.argv.slice(2);
const accepted: string[] = [];
const refused: string[] = [];
const store = await openStore({ dataFolder, engine: '1.0.0' });

function codeOf(problem: unknown): string {
  return problem instanceof Error && 'code' in problem ? String(problem.code) : String(problem);
}

await store.blobs.put(new Uint8Array(4_000_000)).catch((problem) => refused.push(codeOf(problem)));
const many = Array.from({ length: 100 }, (_, index) => finding({ printed: `${index}` }));
for (let index = 0; index < 200 && refused.length < 4; index += 1) {
  try {
    const { sha256, stageId } = await addDocument(store, `report ${index}`);
    accepted.push(sha256);
    const lease = await store.ledger.start(stageId, 'worker', 1);
    if (lease) await store.ledger.finish(lease, { result: resultOf(sha256, [many]) });
  } catch (problem) {
    refused.push(codeOf(problem));
  }
}
console.log(JSON.stringify({ accepted, refused }));
await store.close();

import type { WorkListFilter } from '../../store/findings/work-list.ts';
import type { Store } from '../../store/open-store.ts';

/** Which documents an export is about: these, those with findings that the filter lets through, or all. */
export type Selection =
  | { readonly kind: 'documents'; readonly sha256s: readonly string[] }
  | { readonly kind: 'filter'; readonly filter: WorkListFilter }
  | { readonly kind: 'all' };

/** Rows that are read of the record at once. */
const page = 1000;

/** The hashes of the selected documents, each once; stops after one more than `most`. */
export async function selectDocuments(
  store: Store,
  selection: Selection,
  most: number,
): Promise<readonly string[]> {
  const selected = new Set<string>();
  for await (const sha256 of documentsOf(store, selection)) {
    selected.add(sha256);
    if (selected.size > most) break;
  }
  return [...selected];
}

async function* documentsOf(store: Store, selection: Selection): AsyncGenerator<string> {
  if (selection.kind === 'documents') {
    for (const sha256 of selection.sha256s) if (await store.documents.get(sha256)) yield sha256;
  } else if (selection.kind === 'filter') yield* withFindings(store, selection.filter);
  else yield* everyDocument(store);
}

async function* withFindings(store: Store, filter: WorkListFilter): AsyncGenerator<string> {
  for (let after: string | undefined, first = true; first || after !== undefined; first = false) {
    const { findings, next } = await store.findings.list({
      filter,
      sort: 'unit',
      limit: page,
      ...(after === undefined ? {} : { after }),
    });
    for (const { sha256 } of findings) yield sha256;
    after = next;
  }
}

async function* everyDocument(store: Store): AsyncGenerator<string> {
  for (let after: string | undefined, more = true; more; ) {
    const documents = await store.documents.page(after, page);
    for (const { sha256 } of documents) yield sha256;
    after = documents.at(-1)?.sha256;
    more = documents.length === page;
  }
}

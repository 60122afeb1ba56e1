/** What separates the parts of a searched text: nobody types it, so no search matches across two parts. */
const separator = '\n';

/** The parts that a search looks into, each once, in lower case and compatible forms (Ａ as a). */
export function searchText(parts: readonly (string | null | undefined)[]): string {
  const words = parts
    .flatMap((part) => foldSearch(part ?? '').split(separator))
    .filter((part) => part !== '');
  return [...new Set(words)].join(separator);
}

/** How both the searched text and what is searched for are folded. */
export function foldSearch(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** A pattern for `like … escape '\'` that finds the text as it stands. */
export function containing(text: string): string {
  return containingExactly(foldSearch(text));
}

/** The same where what is searched is not folded. */
export function containingExactly(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

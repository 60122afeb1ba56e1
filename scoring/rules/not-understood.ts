/** A rule that was not compiled, with the words that stood in the way. */
export type NotUnderstood = { readonly kind: 'not-understood'; readonly leftover: string };

export function notUnderstood(leftover: string): NotUnderstood {
  return { kind: 'not-understood', leftover };
}

/** Endings that browsers, office programs and copying tools give to files they are still writing. */
const unfinishedEnding = /\.(?:part|partial|crdownload|download|opdownload|filepart|tmp|temp|swp|!ut|!qb)$/i;

/** Names that office programs, synchronisers and operating systems leave beside what people put there. */
const leftBehind = /^(?:\.|~|__MACOSX$|Thumbs\.db$|desktop\.ini$|\$RECYCLE\.BIN$)/i;

/** Is this the name of a file or folder that nobody means to hand in? */
export function isUnfinishedName(name: string): boolean {
  return leftBehind.test(name) || unfinishedEnding.test(name);
}

import { containment, type Shingles, shingles, similarity } from '../../text/similarity.ts';

/** Words before a number that name nothing: who reports and when. */
const fillers =
  /(?:20\d\d年度?|本年度?|当年|全年|我(?:局|单位|部门|委|中心|办|院|校|镇|街)|(?:本|该)(?:局|单位|部门)|截至[^,]{0,12}|其中|的|了)/g;

/** A shared pair of characters or two says little by itself. */
const fewestPairs = 2;

/**
 * How well a printed label fits a name, 0 to 1: alike as a whole, or one holds the other (`年度平均执行率` in
 * `一般公共预算支出年度平均执行率`).
 */
export function labelFit(name: string, label: string): number {
  const bare = plain(label);
  const [wanted, printed] = [pairsOf(plain(name)), shingles(bare)];
  const shared = containment(wanted, printed) * pairCount(wanted);
  if (shared < fewestPairs && pairCount(wanted) > fewestPairs) return similarity(wanted, printed);
  const tail = shingles(bare.slice(-Math.max(6, plain(name).length)));
  return Math.max(
    similarity(wanted, printed),
    0.95 * containment(wanted, printed),
    0.9 * containment(tail, wanted),
  );
}

const plain = (text: string): string =>
  text.replace(fillers, '').replace(/(?:合计数|总额|总数|金额|数额|数|为|达到?)$/u, '');

/** Names come from rules, which are few; labels do not repeat. */
const mostNames = 2000;
const namePairs = new Map<string, Shingles>();

function pairsOf(name: string): Shingles {
  const known = namePairs.get(name);
  if (known) return known;
  const pairs = shingles(name);
  if (namePairs.size >= mostNames) namePairs.clear();
  namePairs.set(name, pairs);
  return pairs;
}

function pairCount(pairs: Shingles): number {
  let count = 0;
  for (const each of pairs.values()) count += each;
  return count;
}

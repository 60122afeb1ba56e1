import type { Strength } from '../rules/facts.ts';
import type { Clause } from './statement.ts';

/** Words by which a clause says that something was not done, or not as it should be. */
export const failure =
  /(?:部分|个别|少数|少量|有\d+[个项份宗笔次]|仍有|存在).{0,14}(?:未|没有|不符|不足|逾期|超期|滞后)|未按(?:规定|要求|时|期|照)|未及时|未能|尚未|没有(?:按|及时|建立|制定|开展|公开|完成)|逾期|不符合|不合规|未(?:完成|建立|开展|制定|公开|达到|达标|报送|落实|执行|进行)/;

/** `未发现逾期情况` denies a failure. */
const doubled = /(?:无|没有|不存在|未发现|未出现|未发生|杜绝|避免)[^,。]{0,12}(?:未|不|逾期|超期)/;

/** What need not be done is not left undone. */
const exempt = /涉密|免[于予]|无需|不需要?|不要求|按照?(?:规定|要求|政策|文件)(?:未|不|没有)/;

/** Of others or of another time: whether the condition fails this year is for a person to say. */
const elsewhere = /下属|所属|基层|上年|去年|往年|以前|此前|曾|如|若|将/g;

/** Words of either text that say nothing about what it is about. */
const empty =
  /符合规定|按照?(?:规定|要求)|没有|未能|尚未|未|不符合|不|部分|个别|少数|少量|仍|存在|已经?|了|的|并|均|都|等|及|和|与|为|是|在|对|由|因|(?:20\d\d年度?)|本年度?|当年|全年|我(?:局|单位|部门|委|办|院|校)|(?:本|该)(?:局|单位|部门)|[^\p{L}\p{N}]/gu;

/** From which fit a clause may be about a condition, and from which it can be about nothing else. Set on the tests' wordings. */
const plausible = 0.6;
const sure = 0.85;

export type Denial = { readonly clause: Clause; readonly strength: Strength };

/**
 * The clause that denies a condition. Each clause denies the one condition of the rule that it fits best; it is certain only
 * where it says all of that condition's words, in whatever order, and hardly any others.
 */
export function findDenial(
  words: string,
  clauses: readonly Clause[],
  conditions: readonly string[],
): Denial | undefined {
  const [best] = clauses
    .filter(({ text }) => failure.test(text) && !doubled.test(text) && !exempt.test(text))
    .map((clause) => ({ clause, fit: mutualFit(words, clause.text) }))
    .filter(({ fit }) => fit >= plausible)
    .toSorted((one, other) => other.fit - one.fit);
  if (!best) return undefined;
  const { clause, fit } = best;
  const rivals = conditions.filter((other) => other !== words).map((other) => mutualFit(other, clause.text));
  const strongest = Math.max(0, ...rivals);
  if (strongest > fit) return undefined;
  const isCertain =
    !isMended(clauses) && fit >= sure && strongest < sure && !speaksOfElsewhere(clause.text, words);
  return { clause, strength: isCertain ? 'certain' : 'claimed' };
}

/** Figures of two years, or what was put right since, leave open which state the score is of. */
function isMended(clauses: readonly Clause[]): boolean {
  const years = new Set(clauses.flatMap(({ text }) => text.match(/20\d\d(?=年)/g) ?? []));
  return (
    years.size > 1 ||
    clauses.some(({ text }) => /已(?:整改|补|督促|完善|纠正)|随后|目前已|现已|后已/.test(text))
  );
}

const speaksOfElsewhere = (text: string, words: string): boolean =>
  (text.match(elsewhere) ?? []).some((word) => !words.includes(word));

/** Share of either text's telling characters that the other has too, the lesser of both: nouns that differ count fully. */
function mutualFit(one: string, other: string): number {
  const [left, right] = [signsOf(one), signsOf(other)];
  const shared = [...left].filter((sign) => right.has(sign)).length;
  return shared === 0 ? 0 : shared / Math.max(left.size, right.size);
}

const signsOf = (text: string): ReadonlySet<string> => new Set(text.replace(empty, ''));

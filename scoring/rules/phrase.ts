import type { Meaning } from './token.ts';

/** A wording of the scoring language: how it is recognised in clean text, what it says, and texts that it matches whole. */
export type Phrase = {
  readonly name: string;
  readonly pattern: RegExp;
  readonly read: (groups: readonly (string | undefined)[]) => Meaning | undefined;
  readonly examples: readonly string[];
};

/** Words for all the points of a row or part: 该项分值的. */
export const wholeWords =
  '(?:该|本|此|相应|对应)?(?:项|指标|小项|部分)?(?:的|得|权重|标准|指标|全部|应得)*(?:分值|分数|满分|权重分|权重|总分|得分|分)?的?';

/** Words before an outcome that add nothing to it: 则, 均, 该项. */
export const leadWords =
  '(?:(?<!否)则|均|各|分别|即|就|可|应|予以|直接|(?:该|(?<!成)本|此)(?:项|指标|部分|小项)?(?:指标)?|自评|考核|评价|综合|最终)*';

import type { Measure } from './ast.ts';
import { parseFormula } from './formula.ts';
import { readTokens } from './lexer.ts';
import { readRange } from './range.ts';
import { speaksOfScores } from './score-words.ts';
import type { Meaning } from './token.ts';

/** A scoring phrase with the words that lead to it: `condition` is its own sentence, without stops at its ends. */
export type Piece = { readonly condition: string; readonly meaning: Meaning };

/** What an item of a rule says. `prose` is what stands between its scoring phrases and is no condition. */
export type ReadItem = {
  readonly pieces: readonly Piece[];
  readonly definitions: readonly Measure[];
  readonly prose: readonly string[];
  /** Words about scores that no phrase took. */
  readonly leftover: readonly string[];
};

/** Reads one numbered part (clean text) into pieces, definitions and prose. */
export function readItem(text: string): ReadItem {
  const pieces: Piece[] = [];
  const definitions: Measure[] = [];
  const prose: string[] = [];
  const tokens = readTokens(text);
  let at = 0;
  for (const token of [...tokens, undefined]) {
    const sentences = splitSentences(text.slice(at, token?.start ?? text.length));
    const condition = token ? takeDefinitions(sentences.at(-1) ?? '', definitions) : '';
    for (const sentence of token ? sentences.slice(0, -1) : sentences) {
      const rest = takeDefinitions(sentence, definitions);
      if (rest !== '') prose.push(rest);
    }
    if (token) {
      const own =
        /^(?:如|若)?(?:无|有|否|是|没有)?$/.test(condition) && sentences.length > 1 ? prose.pop() : undefined;
      const full = own === undefined ? condition : [own, condition].filter((part) => part !== '').join(',');
      pieces.push({
        condition: token.meaning.kind === 'allotment' ? full.replace(/(?:得分|评分|分值)$/, '') : full,
        meaning: token.meaning,
      });
    }
    at = token?.end ?? at;
  }
  const conditions = pieces
    .map((piece) => piece.condition)
    .filter((condition) => readRange(condition) === undefined);
  const leftover = [...prose, ...conditions].filter(speaksOfScores);
  return { pieces, definitions, prose, leftover };
}

/** Cuts at `;`, `:` and `。` outside brackets, and trims commas and list numbers that stand alone. */
function splitSentences(text: string): readonly string[] {
  const sentences: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '(') depth += 1;
    if (sign === ')') depth = Math.max(0, depth - 1);
    if (depth === 0 && (sign === ';' || sign === '。' || sign === ':')) {
      sentences.push(trim(text.slice(start, at)));
      start = at + 1;
    }
  }
  sentences.push(trim(text.slice(start)));
  return sentences;
}

const trim = (text: string): string =>
  text
    .replace(/^(?:[,:、)\s-]|\(?\d{1,2}[.、)](?!\d))+/, '')
    .replace(/^(?:实行|采取)?一票否决(?:制)?[,:]?/, '')
    .replace(/[,:、(\s]+$/, '');

/** Takes `name=expression` out of a sentence; what is left is its other clauses. */
function takeDefinitions(sentence: string, definitions: Measure[]): string {
  const rest: string[] = [];
  for (const clause of splitClauses(sentence)) {
    const definition = readDefinition(clause);
    if (!definition) {
      rest.push(clause);
      continue;
    }
    definitions.push(definition.measure);
    if (definition.behind !== '') rest.push(definition.behind);
  }
  return rest.join(',');
}

function splitClauses(sentence: string): readonly string[] {
  const clauses: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= sentence.length; at += 1) {
    if (sentence[at] === '(') depth += 1;
    if (sentence[at] === ')') depth = Math.max(0, depth - 1);
    if (at === sentence.length || (depth === 0 && sentence[at] === ',')) {
      clauses.push(sentence.slice(start, at));
      start = at + 1;
    }
  }
  return clauses;
}

/** `及时率=规定时间内签订数/总项目数×100%`; what follows `×100%` without a stop is given back. */
function readDefinition(clause: string): { measure: Measure; behind: string } | undefined {
  const match = /^([^=<>≤≥]{1,60})=([^=<>≤≥].*)$/.exec(clause);
  const name = match?.[1]?.replace(/^.*:/, '').replace(/\([^()]*\)$/, '');
  const expression = match?.[2];
  if (!name || !expression || !/[+\-×/∑]/.test(expression)) return undefined;
  const percent = /^(.+?×100%)(.*)$/.exec(expression);
  for (const [text, behind] of [
    [expression, ''],
    [percent?.[1], percent?.[2] ?? ''],
  ] as const) {
    const formula = text === undefined ? undefined : parseFormula(text);
    if (formula && formula.kind !== 'number' && formula.kind !== 'operand') {
      return { measure: { name, definition: formula }, behind };
    }
  }
  return undefined;
}

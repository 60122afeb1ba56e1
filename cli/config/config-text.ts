import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';

/** A configuration file as written: its value, and on which line (from 1) each key stands. */
export type ConfigText = {
  readonly value: unknown;
  readonly lineOf: (path: readonly PropertyKey[]) => number | undefined;
};

/** Where the text stops being JSON; `what` is the parser's own name for it. */
export type SyntaxProblem = { readonly line: number; readonly what: string };

/** Reads JSON with comments and trailing commas. */
export function readConfigText(text: string): ConfigText | SyntaxProblem {
  const problems: ParseError[] = [];
  const tree = parseTree(text.replace(/^\uFEFF/, ' '), problems, { allowTrailingComma: true });
  const [problem] = problems;
  if (problem !== undefined)
    return { line: lineAt(text, problem.offset), what: printParseErrorCode(problem.error) };
  return {
    value: tree === undefined ? {} : getNodeValue(tree),
    lineOf: (path) => {
      const node = tree && nodeAt(tree, path);
      return node && lineAt(text, node.offset);
    },
  };
}

/** The node of a key with its name, so that a value on the next line is still found at its key. */
function nodeAt(tree: Node, path: readonly PropertyKey[]): Node | undefined {
  const steps = path.filter((step) => typeof step !== 'symbol');
  const value = findNodeAtLocation(tree, steps);
  return value?.parent?.type === 'property' ? value.parent : value;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

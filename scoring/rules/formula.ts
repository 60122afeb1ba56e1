import type { Formula, Operator, Quantity } from './ast.ts';
import { printQuantity, quantity, quantityPattern } from './quantity.ts';

const quantityOnly = new RegExp(`^${quantityPattern}$`);

/** Longest text that is still taken for a formula or for a name in one. */
const longestFormula = 400;
const longestName = 60;
const deepest = 12;

type Cursor = { readonly text: string; at: number; depth: number };

/**
 * Reads an arithmetic expression whose operands are names in plain words: `(实际支出数-预算安排数)/预算安排数×100%`.
 * The text must be clean and must be used up; otherwise there is no formula.
 */
export function parseFormula(text: string): Formula | undefined {
  if (text.length > longestFormula) return undefined;
  const cursor: Cursor = { text, at: 0, depth: 0 };
  const formula = readSum(cursor);
  return formula && cursor.at === text.length ? formula : undefined;
}

/** The names of a formula's operands, in order. */
export function operandsOf(formula: Formula): readonly string[] {
  switch (formula.kind) {
    case 'operand':
      return [formula.name];
    case 'number':
    case 'mean':
      return [];
    case 'binary':
      return [...operandsOf(formula.left), ...operandsOf(formula.right)];
  }
}

export function printFormula(formula: Formula): string {
  switch (formula.kind) {
    case 'operand':
      return formula.name;
    case 'number':
      return printQuantity(formula.number);
    case 'mean':
      return `∑${formula.of}/n${formula.cap ? `(超过${printQuantity(formula.cap)}的,按${printQuantity(formula.cap)}计算)` : ''}`;
    case 'binary':
      return `${side(formula.left, formula.operator, 'left')}${formula.operator === '÷' ? '/' : formula.operator}${side(formula.right, formula.operator, 'right')}`;
  }
}

function side(formula: Formula, operator: Operator, at: 'left' | 'right'): string {
  const text = printFormula(formula);
  if (formula.kind !== 'binary') return text;
  const binds = strength(formula.operator) - strength(operator);
  return binds > 0 || (binds === 0 && at === 'left') ? text : `(${text})`;
}

const strength = (operator: Operator): number => (operator === '+' || operator === '-' ? 1 : 2);

function readSum(cursor: Cursor): Formula | undefined {
  let left = readProduct(cursor);
  while (left && /[+-]/.test(cursor.text[cursor.at] ?? '')) {
    const operator: Operator = cursor.text[cursor.at] === '+' ? '+' : '-';
    cursor.at += 1;
    const right = readProduct(cursor);
    left = right && { kind: 'binary', operator, left, right };
  }
  return left;
}

function readProduct(cursor: Cursor): Formula | undefined {
  let left = readMean(cursor) ?? readPrimary(cursor);
  while (left && /[×/]/.test(cursor.text[cursor.at] ?? '')) {
    const operator: Operator = cursor.text[cursor.at] === '×' ? '×' : '÷';
    cursor.at += 1;
    const right = readPrimary(cursor);
    left = right && { kind: 'binary', operator, left, right };
  }
  return left;
}

/** `∑每月支出率/n(…每月超过100%的,按100%计算)`. */
function readMean(cursor: Cursor): Formula | undefined {
  const match = /^∑([^()+\-×/=]{1,60})\/(?:n|N|\p{Script=Han}{1,12}数|12)/u.exec(
    cursor.text.slice(cursor.at),
  );
  const name = match?.[1];
  if (!match || name === undefined) return undefined;
  cursor.at += match[0].length;
  const rest = cursor.text.slice(cursor.at);
  const noteEnd = rest.startsWith('(') ? closing(rest, 0) : undefined;
  const note = noteEnd === undefined ? '' : rest.slice(0, noteEnd + 1);
  cursor.at += note.length;
  const cap = /超过(\d{1,4}(?:\.\d+)?)(%)的?,?(?:均|只)?按\1%/.exec(note);
  return { kind: 'mean', of: name, ...(cap?.[1] ? { cap: quantity(cap[1], cap[2]) } : {}) };
}

function readPrimary(cursor: Cursor): Formula | undefined {
  if (cursor.text[cursor.at] !== '(') return readName(cursor);
  if (cursor.depth >= deepest) return undefined;
  cursor.at += 1;
  cursor.depth += 1;
  const inner = readSum(cursor);
  cursor.depth -= 1;
  if (cursor.text[cursor.at] !== ')') return undefined;
  cursor.at += 1;
  return inner;
}

/** A name runs to the next operator; a note in brackets inside it (`部门(单位)支出`) is left out. */
function readName(cursor: Cursor): Formula | undefined {
  let name = '';
  while (cursor.at < cursor.text.length && !/[+\-×/)=]/.test(cursor.text[cursor.at] ?? '')) {
    if (cursor.text[cursor.at] === '(') {
      const end = closing(cursor.text, cursor.at);
      if (end === undefined) return undefined;
      cursor.at = end + 1;
    } else {
      name += cursor.text[cursor.at];
      cursor.at += 1;
    }
  }
  const number = quantityOnly.exec(name);
  if (number?.[1]) return { kind: 'number', number: asQuantity(number[1], number[2]) };
  return name === '' || name.length > longestName || /[,;。:<>≤≥]/.test(name)
    ? undefined
    : { kind: 'operand', name };
}

const asQuantity = (digits: string, unit: string | undefined): Quantity => quantity(digits, unit);

function closing(text: string, open: number): number | undefined {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return undefined;
}

import { Decimal } from 'decimal.js';
import type { DecimalString } from '../../model/decimal-string.ts';
import type { Measure } from './ast.ts';
import type { Item } from './outline.ts';
import { type Piece, type ReadItem, readItem } from './pieces.ts';

/** An item with what it says and what stands under it. */
export type Node = { readonly read: ReadItem; readonly children: readonly Node[] };

const quiet: ReadonlySet<string> = new Set(['limit', 'remark', 'partial', 'base']);

export const isScored = (node: Node): boolean =>
  node.read.pieces.some((piece) => !quiet.has(piece.meaning.kind)) || node.children.some(isScored);

/** `本指标得分=甲得分+乙得分` only announces the items. */
export function isSumStatement(node: Node): boolean {
  const telling = node.read.pieces.filter((piece) => !quiet.has(piece.meaning.kind));
  return (
    telling.length > 0 &&
    telling.every(({ meaning }) => isAnnouncement(meaning)) &&
    node.children.length === 0
  );
}

const isAnnouncement = (meaning: Piece['meaning']): boolean =>
  meaning.kind === 'score-formula' &&
  /^[^+]{1,30}(?:得分|分值)?(?:\+[^+×/]{1,30}(?:得分|分值|分))+$/.test(meaning.expression);

export const isBare = (node: Node, what: (piece: Piece) => boolean): boolean =>
  node.children.length === 0 &&
  node.read.pieces.filter((piece) => !quiet.has(piece.meaning.kind)).every(what);

export function headPoints(node: Node): DecimalString | undefined {
  const head = node.read.pieces[0];
  return head?.meaning.kind === 'allotment' ? head.meaning.points : undefined;
}

/** The points that an item is worth, where it says so: its greatest award. */
export function ownPoints(node: Node): DecimalString | undefined {
  const head = headPoints(node);
  if (head !== undefined) return head;
  const stated = node.read.pieces.find((piece) => piece.meaning.kind === 'base');
  if (stated?.meaning.kind === 'base') return stated.meaning.points;
  const awards = node.read.pieces.flatMap(({ meaning }) =>
    meaning.kind === 'award' && meaning.award.kind === 'points' ? [meaning.award.points] : [],
  );
  const isFull = node.read.pieces.some(
    ({ meaning }) => meaning.kind === 'award' && meaning.award.kind === 'full',
  );
  const nested = node.children.map(ownPoints);
  if (awards.length === 0 && nested.length > 0 && nested.every((size) => size !== undefined)) {
    return Decimal.sum(...nested.map((size) => size ?? '0')).toFixed();
  }
  const greatest = awards.length === 0 || isFull ? undefined : Decimal.max(...awards);
  return greatest?.gt(0) ? greatest.toFixed() : undefined;
}

/** Scored items as parts: children stand for an item that has no phrases of its own. */
export function partNodes(nodes: readonly Node[]): readonly Node[] {
  return nodes
    .filter(isScored)
    .flatMap((node) => (node.read.pieces.length === 0 ? partNodes(node.children) : [node]));
}

export function withoutPieces(node: Node, kinds: readonly string[]): Node {
  return filterPieces(node, (piece) => !kinds.includes(piece.meaning.kind));
}

export function filterPieces(node: Node, keep: (piece: Piece) => boolean): Node {
  return {
    read: { ...node.read, pieces: node.read.pieces.filter(keep) },
    children: node.children.map((child) => filterPieces(child, keep)),
  };
}

export const piecesIn = (node: Node): readonly Piece[] => [
  ...node.read.pieces,
  ...node.children.flatMap(piecesIn),
];

export const readNode = (item: Item): Node => ({
  read: readItem(item.text),
  children: item.items.map(readNode),
});

export const leftoverOf = (node: Node): readonly string[] => [
  ...node.read.leftover,
  ...node.children.flatMap(leftoverOf),
];

export const definitionsOf = (node: Node): readonly Measure[] => [
  ...node.read.definitions,
  ...node.children.flatMap(definitionsOf),
];

export const proseOf = (nodes: readonly Node[]): string =>
  nodes
    .flatMap((node) => node.read.prose)
    .join('；')
    .slice(0, 60);

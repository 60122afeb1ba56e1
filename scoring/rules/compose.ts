import { Decimal } from 'decimal.js';
import type { DecimalString } from '../../model/decimal-string.ts';
import type { Measure, Part, Rule } from './ast.ts';
import { composeLeaf } from './compose-leaf.ts';
import { bareCondition } from './conditions.ts';
import type { Leaf } from './leaf.ts';
import { type NotUnderstood, notUnderstood } from './not-understood.ts';
import type { Item } from './outline.ts';
import { type Piece, type ReadItem, readItem } from './pieces.ts';

/** An item with what it says and what stands under it. */
type Node = { readonly read: ReadItem; readonly children: readonly Node[] };

/** Makes one rule worth `points` of a text's items, or says which words stand in the way. */
export function composeItems(items: readonly Item[], points: DecimalString): Rule | NotUnderstood {
  const nodes = items.map(readNode);
  const leftover = nodes.flatMap(leftoverOf);
  if (leftover.length > 0) return notUnderstood(leftover.join('；'));
  const definitions = nodes.flatMap(definitionsOf);
  return composeNodes(nodes, { points, definitions });
}

type Context = { readonly points: DecimalString; readonly definitions: readonly Measure[] };

function composeNodes(nodes: readonly Node[], context: Context): Rule | NotUnderstood {
  const scored = nodes.filter(isScored);
  if (scored.length === 0) return notUnderstood(proseOf(nodes));
  return (
    composeShares(nodes, context) ??
    composeAllotted(nodes, context) ??
    composeChoice(nodes, context) ??
    composeAdded(scored, nodes, context) ??
    composeFlat(nodes, context)
  );
}

/** `以上三项得分分别占30%、30%和40%`: each scored item is a part of the whole. */
function composeShares(nodes: readonly Node[], context: Context): Rule | NotUnderstood | undefined {
  const found = nodes
    .flatMap((node, index) => piecesIn(node).map((piece, at) => ({ piece, index, at })))
    .find(({ piece }) => piece.meaning.kind === 'shares');
  if (found?.piece.meaning.kind !== 'shares') return undefined;
  const { meaning } = found.piece;
  const without = nodes.map((node) => withoutPieces(node, ['shares']));
  const whole = without.flatMap((node) => node.read.pieces.filter(isAside).map((piece) => piece));
  const own = without.map((node) => filterPieces(node, (piece) => !isAside(piece))).filter(isScored);
  const { shares } = meaning;
  const parts = own.length === shares.length ? own : partNodes(own);
  const repeated = repeatedSubjects(found.piece, found, without, context);
  if (repeated) return wrapAsides(repeated, whole);
  const total = Decimal.sum(0, ...shares);
  if (parts.length !== shares.length || parts.length < 2 || total.minus(1).abs().gt('0.0001')) {
    return notUnderstood(`${found.piece.condition}（各部分与占比对不上）`);
  }
  const scaled = partsOf(parts, shares, (share, node) => {
    const rule = composeNodes([node], context);
    return { size: { kind: 'share', share }, rule };
  });
  const sum = !('kind' in scaled)
    ? scaled
    : partsOf(parts, shares, (share, node) => {
        const points = new Decimal(context.points).times(share).toFixed();
        return { size: { kind: 'points', points }, rule: composeNodes([node], { ...context, points }) };
      });
  return 'kind' in sum ? sum : wrapAsides({ kind: 'sum', parts: sum }, whole);
}

type Sized = { readonly size: Part['size']; readonly rule: Rule | NotUnderstood };

/**
 * The parts, each by its share. A part's points are those of the whole, which its share then scales (三项各占30%, 扣1分: 0.3);
 * only where that makes no sense are they the part's own.
 */
function partsOf(
  nodes: readonly Node[],
  shares: readonly DecimalString[],
  compose: (share: DecimalString, node: Node) => Sized,
): readonly Part[] | NotUnderstood {
  const parts: Part[] = [];
  for (const [index, node] of nodes.entries()) {
    const { size, rule } = compose(shares[index] ?? '0', node);
    if (rule.kind === 'not-understood') return rule;
    parts.push({ name: '', size, rule });
  }
  return parts;
}

/**
 * `预算、决算公开合规性各占50%` followed by items that hold for either: the same rule once for each subject. The items'
 * points then add up to the whole by themselves.
 */
function repeatedSubjects(
  piece: Piece,
  { index, at }: { readonly index: number; readonly at: number },
  nodes: readonly Node[],
  context: Context,
): Rule | undefined {
  if (piece.meaning.kind !== 'shares' || !piece.meaning.isEach || index !== 0 || at !== 0) return undefined;
  const subjects =
    /^([\p{Script=Han}]{2,8})[、和与及]([\p{Script=Han}]{2,8}?)(?:公开.*|情况.*|合规.*|得分.*|等.*)?$/u.exec(
      piece.condition,
    );
  const names = [subjects?.[1] ?? '', subjects?.[2] ?? ''];
  const text = nodes.flatMap((node) =>
    node.read.pieces.map(({ condition }) => condition.replaceAll('预决算', '')),
  );
  if (
    !subjects ||
    text.some((words) => names.filter((name) => words.includes(name)).length === 1 && !words.includes('或'))
  ) {
    return undefined;
  }
  const inner = composeNodes(
    nodes.map((node) => filterPieces(node, (each) => !isAside(each))),
    context,
  );
  if (inner.kind === 'not-understood') return undefined;
  return {
    kind: 'sum',
    parts: names.map((): Part => ({ name: '', size: { kind: 'share', share: '0.5' }, rule: inner })),
  };
}

/** `1.目标管理得分（2分）：…`: every scored item names its own points. */
function composeAllotted(nodes: readonly Node[], context: Context): Rule | NotUnderstood | undefined {
  const lead = nodes[0];
  const asides = nodes.flatMap((node) =>
    headPoints(node) === undefined ? node.read.pieces.filter(isAside) : [],
  );
  const candidates = nodes.filter((node) =>
    isScored(filterPieces(node, (piece) => !isAside(piece) && piece.meaning.kind !== 'remark')),
  );
  const sized = candidates.filter((node) => headPoints(node) !== undefined);
  const leadIsStatement = lead !== undefined && candidates[0] === lead && isSumStatement(lead);
  const own = leadIsStatement ? candidates.slice(1) : candidates;
  if (sized.length < 2 || own.some((node) => headPoints(node) === undefined)) return undefined;
  const total = Decimal.sum(...own.map((node) => headPoints(node) ?? '0'));
  if (!total.eq(context.points))
    return notUnderstood(`各项分值合计${total.toFixed()}分，本项分值${context.points}分`);
  const parts: Part[] = [];
  for (const node of own) {
    const points = headPoints(node) ?? '0';
    const head = node.read.pieces[0];
    const body = { read: { ...node.read, pieces: node.read.pieces.slice(1) }, children: node.children };
    const name = head?.condition ?? '';
    const rule: Rule | NotUnderstood = isScored(body)
      ? composeNodes([{ ...body, children: [] }, ...body.children], { ...context, points })
      : {
          kind: 'all-or-nothing',
          condition: {
            kind: 'words',
            words: bareCondition([name, ...node.read.prose].filter(Boolean).join(',')),
          },
        };
    if (rule.kind === 'not-understood') return rule;
    parts.push({ name: isScored(body) ? name : '', size: { kind: 'points', points }, rule });
  }
  return wrapAsides({ kind: 'sum', parts }, asides);
}

function composeChoice(nodes: readonly Node[], context: Context): Rule | NotUnderstood | undefined {
  const choice = nodes.some((node) => node.read.pieces.some((piece) => piece.meaning.kind === 'one-of'));
  if (!choice) return undefined;
  const options = partNodes(nodes.map((node) => withoutPieces(node, ['one-of'])));
  const rules = options.map((node) => composeNodes([node], context));
  const refused = rules.find((rule) => rule.kind === 'not-understood');
  if (refused) return refused;
  const understood = rules.filter((rule) => rule.kind !== 'not-understood');
  return understood.length > 1 ? { kind: 'one-of', rules: understood } : notUnderstood('择其一');
}

/** Items whose own points add up to the whole: `①…得1分；②…得2分`. */
function composeAdded(
  scored: readonly Node[],
  nodes: readonly Node[],
  context: Context,
): Rule | NotUnderstood | undefined {
  const asides = nodes.flatMap((node) => (isBare(node, isAside) ? node.read.pieces.filter(isAside) : []));
  const own = scored.filter((node) => !isBare(node, isAside) && !isSumStatement(node));
  const sizes = own.map(ownPoints);
  if (own.length < 2 || sizes.some((size) => size === undefined)) return undefined;
  const total = Decimal.sum(...sizes.map((size) => size ?? '0'));
  if (!total.eq(context.points)) return undefined;
  const parts: Part[] = [];
  for (const [index, node] of own.entries()) {
    const points = sizes[index] ?? '0';
    const rule = composeNodes([{ ...node, children: [] }, ...node.children], { ...context, points });
    if (rule.kind === 'not-understood') return rule;
    parts.push({ name: '', size: { kind: 'points', points }, rule });
  }
  return wrapAsides({ kind: 'sum', parts }, asides);
}

/** Everything said in all items together, as one rule. */
function composeFlat(nodes: readonly Node[], context: Context): Rule | NotUnderstood {
  const nested = nodes.filter((node) => node.children.length > 0);
  if (nested.length > 0) {
    const only = nodes.filter(isScored);
    const [node] = only;
    if (only.length === 1 && node && node.read.pieces.length === 0)
      return composeNodes(node.children, context);
  }
  return composeLeaf(leafOf(nodes, context));
}

function leafOf(nodes: readonly Node[], context: Context): Leaf {
  const flat = nodes.flatMap(function all(node): readonly ReadItem[] {
    return [node.read, ...node.children.flatMap(all)];
  });
  return {
    pieces: flat.flatMap((read) => read.pieces),
    prose: flat.flatMap((read) => read.prose),
    points: context.points,
    definitions: context.definitions,
  };
}

/** Clauses that hold for the whole and are no item of it: 如未申报目标，此项不得分; 内容有缺漏的，酌情扣分. */
function isAside({ condition, meaning }: Piece): boolean {
  if (meaning.kind === 'discretion') return !/^(?:否则|反之)/.test(condition);
  const isZero = meaning.kind === 'award' && meaning.award.kind === 'points' && meaning.award.points === '0';
  return isZero && /^(?:如|若|凡|一旦|对未|有下列|出现|发生)/.test(condition);
}

function wrapAsides(rule: Rule, asides: readonly Piece[]): Rule {
  return asides.reduceRight<Rule>((inner, { condition, meaning }) => {
    const held = { kind: 'words', words: bareCondition(condition) } as const;
    return meaning.kind === 'discretion'
      ? { kind: 'with-discretion', condition: held, rule: inner }
      : { kind: 'gate', condition: held, rule: inner };
  }, rule);
}

const quiet: ReadonlySet<string> = new Set(['limit', 'remark', 'partial', 'base']);

const isScored = (node: Node): boolean =>
  node.read.pieces.some((piece) => !quiet.has(piece.meaning.kind)) || node.children.some(isScored);

/** `本指标得分=甲得分+乙得分` only announces the items. */
function isSumStatement(node: Node): boolean {
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

const isBare = (node: Node, what: (piece: Piece) => boolean): boolean =>
  node.children.length === 0 &&
  node.read.pieces.filter((piece) => !quiet.has(piece.meaning.kind)).every(what);

function headPoints(node: Node): DecimalString | undefined {
  const head = node.read.pieces[0];
  return head?.meaning.kind === 'allotment' ? head.meaning.points : undefined;
}

/** The points that an item is worth, where it says so: its greatest award. */
function ownPoints(node: Node): DecimalString | undefined {
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
function partNodes(nodes: readonly Node[]): readonly Node[] {
  return nodes
    .filter(isScored)
    .flatMap((node) => (node.read.pieces.length === 0 ? partNodes(node.children) : [node]));
}

function withoutPieces(node: Node, kinds: readonly string[]): Node {
  return filterPieces(node, (piece) => !kinds.includes(piece.meaning.kind));
}

function filterPieces(node: Node, keep: (piece: Piece) => boolean): Node {
  return {
    read: { ...node.read, pieces: node.read.pieces.filter(keep) },
    children: node.children.map((child) => filterPieces(child, keep)),
  };
}

const piecesIn = (node: Node): readonly Piece[] => [...node.read.pieces, ...node.children.flatMap(piecesIn)];

const readNode = (item: Item): Node => ({ read: readItem(item.text), children: item.items.map(readNode) });

const leftoverOf = (node: Node): readonly string[] => [
  ...node.read.leftover,
  ...node.children.flatMap(leftoverOf),
];

const definitionsOf = (node: Node): readonly Measure[] => [
  ...node.read.definitions,
  ...node.children.flatMap(definitionsOf),
];

const proseOf = (nodes: readonly Node[]): string =>
  nodes
    .flatMap((node) => node.read.prose)
    .join('；')
    .slice(0, 60);

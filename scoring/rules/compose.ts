import { Decimal } from 'decimal.js';
import type { DecimalString } from '../../model/decimal-string.ts';
import { isAside, wrapAsides } from './asides.ts';
import type { Part, Rule } from './ast.ts';
import { composeLeaf } from './compose-leaf.ts';
import { type Context, composeShares } from './compose-shares.ts';
import { bareCondition } from './conditions.ts';
import type { Leaf } from './leaf.ts';
import {
  definitionsOf,
  filterPieces,
  headPoints,
  isBare,
  isScored,
  isSumStatement,
  leftoverOf,
  type Node,
  ownPoints,
  partNodes,
  proseOf,
  readNode,
  withoutPieces,
} from './nodes.ts';
import { type NotUnderstood, notUnderstood } from './not-understood.ts';
import type { Item } from './outline.ts';
import type { ReadItem } from './pieces.ts';

/** Makes one rule worth `points` of a text's items, or says which words stand in the way. */
export function composeItems(items: readonly Item[], points: DecimalString): Rule | NotUnderstood {
  const nodes = items.map(readNode);
  const leftover = nodes.flatMap(leftoverOf);
  if (leftover.length > 0) return notUnderstood(leftover.join('；'));
  const definitions = nodes.flatMap(definitionsOf);
  return composeNodes(nodes, { points, definitions });
}

function composeNodes(nodes: readonly Node[], context: Context): Rule | NotUnderstood {
  const scored = nodes.filter(isScored);
  if (scored.length === 0) return notUnderstood(proseOf(nodes));
  return (
    composeShares(nodes, context, composeNodes) ??
    composeAllotted(nodes, context) ??
    composeChoice(nodes, context) ??
    composeAdded(scored, nodes, context) ??
    composeFlat(nodes, context)
  );
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

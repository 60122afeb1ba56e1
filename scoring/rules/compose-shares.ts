import { Decimal } from 'decimal.js';
import type { DecimalString } from '../../model/decimal-string.ts';
import { isAside, wrapAsides } from './asides.ts';
import type { Measure, Part, Rule } from './ast.ts';
import { filterPieces, isScored, type Node, partNodes, piecesIn, withoutPieces } from './nodes.ts';
import { type NotUnderstood, notUnderstood } from './not-understood.ts';
import type { Piece } from './pieces.ts';

/** What holds for all nodes of a rule or part. */
export type Context = { readonly points: DecimalString; readonly definitions: readonly Measure[] };

/** Makes one rule of nodes; parts are composed like the whole. */
export type ComposeNodes = (nodes: readonly Node[], context: Context) => Rule | NotUnderstood;

/** `以上三项得分分别占30%、30%和40%`: each scored item is a part of the whole. */
export function composeShares(
  nodes: readonly Node[],
  context: Context,
  composeNodes: ComposeNodes,
): Rule | NotUnderstood | undefined {
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
  const repeated = repeatedSubjects(found, without, (own) => composeNodes(own, context));
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
  { piece, index, at }: { readonly piece: Piece; readonly index: number; readonly at: number },
  nodes: readonly Node[],
  compose: (nodes: readonly Node[]) => Rule | NotUnderstood,
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
  const inner = compose(nodes.map((node) => filterPieces(node, (each) => !isAside(each))));
  if (inner.kind === 'not-understood') return undefined;
  return {
    kind: 'sum',
    parts: names.map((): Part => ({ name: '', size: { kind: 'share', share: '0.5' }, rule: inner })),
  };
}

import type { Printed } from '../model/printed.ts';
import type { GroupMention } from './draft-row.ts';
import { pointsInName } from './indicator-row.ts';
import { printScore } from './printed-number.ts';

/** The points of a level as printed beside its name or inside it. */
export function mentionPoints(mention: GroupMention): Printed | undefined {
  return mention.points ? printScore(mention.points.cell) : mention.name && pointsInName(mention.name);
}

import type { Repair } from '../model/assessment.ts';
import type { ColumnRole } from '../model/column-role.ts';
import type { Localized } from '../model/localized.ts';
import type { Place } from '../model/place.ts';
import type { CellTraits } from './cell-traits.ts';

/** A level above the rows as one row prints it: its name, its points, or (in moved tables) only one of them. */
export type GroupMention = {
  /** 1 for 一级指标, 0 for a row of its own that names the section of all rows below it. */
  readonly level: number;
  readonly name?: CellTraits;
  readonly points?: CellTraits;
};

/** What one row of a body holds before levels are joined and sums are looked at. */
export type DraftRow = {
  readonly place: Place;
  readonly arrangement: 'ragged' | 'drawn';
  readonly groups: readonly GroupMention[];
  readonly fields: Readonly<Partial<Record<ColumnRole, CellTraits>>>;
  /** The indicator's own name; `nameAbove` when its cell began in a row above. */
  readonly name?: CellTraits;
  readonly nameAbove: boolean;
  /** The level that the row would be, where its name stands in the column of an outer level. */
  readonly asLevel?: GroupMention;
  readonly dropped: readonly CellTraits[];
  readonly repairs: readonly Repair[];
  /** Other readings of the same row, dearer first reading last. */
  readonly others: readonly DraftReading[];
  /** By how much the best reading is cheaper than the next one. */
  readonly margin: number;
};

/** Points and score of another reading of the row. */
export type DraftReading = {
  readonly points?: CellTraits;
  readonly selfScore?: CellTraits;
  readonly extraCost: number;
};

export function repair(
  field: Repair['field'],
  change: { readonly from?: string | undefined; readonly to?: string | undefined },
  because: Localized,
): Repair {
  return {
    field,
    ...(change.from === undefined ? {} : { from: change.from }),
    ...(change.to === undefined ? {} : { to: change.to }),
    because,
  };
}

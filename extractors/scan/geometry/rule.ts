/** A piece of ink in one row of pixels: `from` to `to` is half-open, gaps inside are bridged. */
export type Run = { readonly row: number; readonly from: number; readonly to: number };

/** A drawn line in pixels: `at` across its axis, `from` to `to` along it; `runs` are its ink. */
export type DrawnRule = {
  readonly axis: 'horizontal' | 'vertical';
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
  readonly runs: readonly Run[];
};

export type PlainRule = Omit<DrawnRule, 'axis'>;

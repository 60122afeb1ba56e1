import type { Component } from './components.ts';
import { greatest, least } from './extremes.ts';
import type { Ruling } from './rulings.ts';

/**
 * Gives a component the vertical lines beside it that no horizontal line touches, where they run from its top to its bottom:
 * the sides of a cell that fills the whole height of a page (a group that goes on before and after it).
 */
export function adoptOpenSides(
  component: Component,
  verticals: readonly Ruling[],
  tolerance: number,
): Component {
  const top = least([
    ...component.horizontals.map((line) => line.at),
    ...component.verticals.map((line) => line.from),
  ]);
  const bottom = greatest([
    ...component.horizontals.map((line) => line.at),
    ...component.verticals.map((line) => line.to),
  ]);
  const left = least(component.horizontals.map((line) => line.from));
  const right = greatest(component.horizontals.map((line) => line.to));
  const beside = verticals.filter(
    (line) =>
      (line.at < left - tolerance || line.at > right + tolerance) &&
      Math.abs(line.from - top) <= tolerance &&
      Math.abs(line.to - bottom) <= tolerance,
  );
  return beside.length === 0 ? component : { ...component, verticals: [...component.verticals, ...beside] };
}

/** A row over the whole width holds a line or two: its far side lies no further off than this, in text sizes. */
const rowReach = 4;

/**
 * Gives a component without outer vertical lines the horizontal lines of its own width just above and below it, which no
 * vertical line touches: the far sides of rows over the whole width. `textSize` in points.
 */
export function adoptOpenRows(
  component: Component,
  horizontals: readonly Ruling[],
  textSize: number,
): Component {
  const left = least(component.horizontals.map((line) => line.from));
  const right = greatest(component.horizontals.map((line) => line.to));
  const near = 0.4 * textSize;
  const framed = component.verticals.some((line) => line.at - left <= near || right - line.at <= near);
  if (framed) return component;
  const mates = horizontals.filter(
    (line) => Math.abs(line.from - left) <= near && Math.abs(line.to - right) <= near,
  );
  let own = component.horizontals;
  for (;;) {
    const top = least(own.map((line) => line.at));
    const bottom = greatest(own.map((line) => line.at));
    const next = mates.find(
      (line) =>
        !own.includes(line) &&
        ((line.at < top && top - line.at <= rowReach * textSize) ||
          (line.at > bottom && line.at - bottom <= rowReach * textSize)),
    );
    if (!next) return own === component.horizontals ? component : { ...component, horizontals: own };
    own = [...own, next];
  }
}

/** A row of one line between two parts of an open-sided table is not higher than this, in text sizes. */
const oneLine = 2.6;

type Extent = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

function extentOf({ horizontals }: Component): Extent {
  return {
    left: least(horizontals.map((line) => line.from)),
    right: greatest(horizontals.map((line) => line.to)),
    top: least(horizontals.map((line) => line.at)),
    bottom: greatest(horizontals.map((line) => line.at)),
  };
}

/** Are both parts of one open-sided table, with a row over the whole width between them that no vertical line touches? */
function belongTogether(upper: Component, lower: Component, textSize: number): boolean {
  const near = 0.4 * textSize;
  const [one, other] = [extentOf(upper), extentOf(lower)];
  const gap = other.top - one.bottom;
  const sameWidth = Math.abs(one.left - other.left) <= near && Math.abs(one.right - other.right) <= near;
  if (!sameWidth || gap <= 0 || gap > oneLine * textSize) return false;
  const isOuter = (at: number): boolean => at - one.left <= near || one.right - at <= near;
  if ([...upper.verticals, ...lower.verticals].some((line) => isOuter(line.at))) return false;
  return lower.verticals.every((line) => upper.verticals.some((mate) => Math.abs(mate.at - line.at) <= near));
}

/** Components with those joined that a row over the whole width parts in a table without outer vertical lines. */
export function joinOpenParts(components: readonly Component[], textSize: number): readonly Component[] {
  const joined: Component[] = [];
  for (const component of components.toSorted((a, b) => extentOf(a).top - extentOf(b).top)) {
    const at = joined.findIndex((upper) => belongTogether(upper, component, textSize));
    const upper = joined[at];
    if (!upper) joined.push(component);
    else
      joined[at] = {
        horizontals: [...upper.horizontals, ...component.horizontals],
        verticals: [...upper.verticals, ...component.verticals],
      };
  }
  return joined;
}

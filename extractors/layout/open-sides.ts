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

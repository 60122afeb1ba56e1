import type { TextRow } from './text-rows.ts';

/** So many steps of equal size below one another are an axis, where nothing else stands beside them. */
const fewestTicks = 4;

const numberOf = (text: string): number => {
  const bare = text.replace(/[\s,%$]/g, '').replace(/^[–−]/, '-');
  return /^-?\d+(?:\.\d+)?$/.test(bare) ? Number(bare) : Number.NaN;
};

function isProgression(values: readonly number[]): boolean {
  if (values.length < fewestTicks || values.some(Number.isNaN)) return false;
  const step = (values[1] ?? 0) - (values[0] ?? 0);
  const near = Math.abs(step) * 1e-6;
  return (
    step !== 0 &&
    values.every((value, index) => index === 0 || Math.abs(value - (values[index - 1] ?? 0) - step) <= near)
  );
}

/** Are these the labels of a chart: a column of equal steps whose rows hold hardly anything else? */
export function isChartAxis(rows: readonly TextRow[], columnCount: number): boolean {
  const pieces = (column: number) =>
    rows.flatMap((row) =>
      row.pieces.filter((piece) => piece.first === column && !Number.isNaN(numberOf(piece.text))),
    );
  const axes = Array.from({ length: columnCount }, (_, column) => column).filter((column) =>
    isProgression(pieces(column).map((piece) => numberOf(piece.text))),
  );
  if (axes.length === 0) return false;
  const bare = rows.filter(
    (row) => row.pieces.length > 0 && row.pieces.every((piece) => axes.includes(piece.first)),
  );
  return bare.length >= fewestTicks && columnCount > axes.length;
}

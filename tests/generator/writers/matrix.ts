import type { LaidTable } from '../layout/laid-out.ts';

/** The texts of a table by row and column; cells that a span covers are `undefined`. */
export function toMatrix({ columnCount, rows }: LaidTable): (string | undefined)[][] {
  return rows.map(({ cells }) => {
    const line: (string | undefined)[] = Array.from({ length: columnCount }, () => undefined);
    for (const { column, text } of cells) line[column] = text;
    return line;
  });
}

/** Line breaks inside a cell as published text has them. */
export const oneLine = (text: string): string => text.replaceAll('\n', ' ');

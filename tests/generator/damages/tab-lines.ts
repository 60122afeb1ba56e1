/** Page-wise text as lines; a table line has tabs, a header line names columns. */

const headerWord =
  /^(?:[一二三四]级指标|指标名称.*|分值.*|权重|指标权重.*|自?评?得分.*|自评分|指标得分.*|复核分|复核得分|指标解释|指标说明|评[分价]标准|评分规则|(?:年度|年初)?(?:指标|目标)值.*|.*完成值.*|全年实际值|指标性质)$/;

const totalWord = /^(?:总\s*分|合\s*计)$/;

export const cellsOf = (line: string): string[] => line.split('\t');

export const isTableLine = (line: string): boolean => line.includes('\t');

/** At least three cells are column names. */
export function isHeaderLine(line: string): boolean {
  return cellsOf(line).filter((cell) => headerWord.test(cell.trim())).length >= 3;
}

export function isTotalLine(line: string): boolean {
  const first = cellsOf(line).find((cell) => cell.trim() !== '');
  return first !== undefined && totalWord.test(first.trim());
}

/** Lines of indicator rows: table lines between the first header and the total. */
export function indicatorLines(lines: readonly string[]): number[] {
  const start = lines.findIndex(isHeaderLine);
  if (start < 0) return [];
  const end = lines.findIndex((line, index) => index > start && isTotalLine(line));
  return lines
    .map((_, index) => index)
    .slice(start, end < 0 ? lines.length : end)
    .filter((index) => isTableLine(lines[index] ?? '') && !isHeaderLine(lines[index] ?? ''));
}

/** Runs of header lines: where each page begins, and the lines of one header. */
export function headerRuns(
  lines: readonly string[],
): { readonly at: number; readonly lines: readonly string[] }[] {
  const runs: { at: number; lines: string[] }[] = [];
  lines.forEach((line, index) => {
    if (!isHeaderLine(line)) return;
    const last = runs.at(-1);
    if (last && last.at + last.lines.length === index) last.lines.push(line);
    else runs.push({ at: index, lines: [line] });
  });
  return runs;
}

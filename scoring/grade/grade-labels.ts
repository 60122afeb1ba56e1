/**
 * Scales of four grades, best first, in the wordings that forms use. A label's position is what two scales have in
 * common: 优秀 and 优 are both the first.
 */
const scales: readonly (readonly string[])[] = [
  ['优', '良', '中', '差'],
  ['优秀', '良好', '合格', '不合格'],
  ['优秀', '良好', '中等', '较差'],
  ['优秀', '良好', '一般', '较差'],
  ['优秀', '良好', '及格', '不及格'],
  ['好', '较好', '一般', '较差'],
  ['优', '良', '中', '低'],
  ['有效', '基本有效', '一般', '无效'],
  ['A', 'B', 'C', 'D'],
];

/** Every label, longest first, so that 不合格 is not taken for 合格. */
export const gradeLabels: readonly string[] = [...new Set(scales.flat())].sort(
  (left, right) => right.length - left.length,
);

/** The one position (0 = best) that a label has in every scale that knows it. */
export function positionOf(label: string): number | undefined {
  const positions = new Set(scales.map((scale) => scale.indexOf(label)).filter((position) => position >= 0));
  const [position] = positions;
  return positions.size === 1 ? position : undefined;
}

/** Reads a grade as it is written out: `优`, `良好`, `A级`, `“优”`, `优（95.2分）`. */
export function readGradeLabel(text: string): string | undefined {
  const trimmed = text
    .normalize('NFKC')
    .replace(/[\s"“”'‘’《》【】[\]☑√✓:]/gu, '')
    .replace(/^为/u, '');
  const label = gradeLabels.find((known) => trimmed.startsWith(known));
  if (label === undefined) return undefined;
  const rest = trimmed.slice(label.length).replace(/^(?:级|等级|等次|等|档)/u, '');
  return rest === '' || /^[(（,，。;；\d]/u.test(rest) ? label : undefined;
}

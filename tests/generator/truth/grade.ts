import { Decimal } from 'decimal.js';

/** The bands that most forms print: 优 from 90, 良 from 80, 中 from 60. */
export const gradeBands = [
  { label: '优', low: 90, text: '90分≤得分≤100分' },
  { label: '良', low: 80, text: '80分≤得分<90分' },
  { label: '中', low: 60, text: '60分≤得分<80分' },
  { label: '差', low: 0, text: '得分<60分' },
] as const;

export function gradeOf(total: string): string {
  return gradeBands.find(({ low }) => new Decimal(total).gte(low))?.label ?? '差';
}

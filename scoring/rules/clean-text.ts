import { foldWidth } from '../../text/fold.ts';

const spellings: readonly (readonly [RegExp, string])[] = [
  [/<\/?(?:p|br|span|div|b|i|u|strong|em|font|td|tr|li|ol|ul)(?:\s[^<>]{0,200})?\/?>/gi, ' '],
  [/&nbsp;/gi, ' '],
  [/&lt;/gi, '<'],
  [/&gt;/gi, '>'],
  [/[≧⩾]|>=|=>|大于或?等于|高于或?等于/g, '≥'],
  [/[≦⩽]|<=|=<|小于或?等于|低于或?等于/g, '≤'],
  [/[﹤〈]/g, '<'],
  [/[﹥〉]/g, '>'],
  [/[﹪]/g, '%'],
  [/[*✕✖╳·∗](?=[\p{L}\d(])/gu, '×'],
  [/(?<=[\d%)])[xX](?=[\p{Script=Han}\d(])/gu, '×'],
  [/÷/g, '/'],
  [/Σ/g, '∑'],
  [/[—–―~∼〜－−]+/g, '-'],
  [/[“”"„‟「」『』]/g, ''],
  [/[【〔[]/g, '('],
  [/[】〕\]]/g, ')'],
  [/(?<=[≥≤<>]|大于|小于)零(?!星|件)/g, '0'],
  [/百分之(\d+(?:\.\d+)?)/g, '$1%'],
  [/(\d),(?=\d{3}(?!\d))/g, '$1'],
];

/**
 * Brings a scoring standard to one spelling: half-width signs, one sign for each operator, no quotation marks, no space
 * but between two numerals. `。` stays the end of a sentence; `/` divides.
 */
export function cleanText(text: string): string {
  let cleaned = foldWidth(text);
  for (const [spelling, sign] of spellings) cleaned = cleaned.replace(spelling, sign);
  return cleaned
    .replace(/(?<![\d%.)])\s+|\s+(?![\d])/g, '')
    .replace(/(?<=\))\s+/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[.](?=$|[\p{Script=Han}(①-⑳])(?<!\d[.])/gu, '。')
    .replace(/([,;。:])[,;。]+/g, '$1');
}

/** A cleaned text as a person would print it. */
export function displayText(text: string): string {
  return text
    .replaceAll(',', '，')
    .replaceAll(';', '；')
    .replaceAll(':', '：')
    .replaceAll('/', '÷')
    .replaceAll('(', '（')
    .replaceAll(')', '）');
}

import type { FormKind } from '../model/assessment.ts';
import type { PrintedText } from '../model/printed.ts';
import { foldWidth } from '../text/fold.ts';
import { isFormTitle } from './form-labels.ts';
import type { Line } from './line.ts';
import type { Labelled } from './read-labels.ts';

/** The form's title: the last title-like line above its table. */
export function readTitle(lines: readonly Line[]): PrintedText | undefined {
  const titles = lines.flatMap((line): readonly PrintedText[] => {
    if (line.kind === 'prose')
      return isFormTitle(line.text) ? [{ text: clean(line.text), place: line.place }] : [];
    const fresh = line.cells.filter((cell) => !cell.fromAbove);
    const [only] = fresh;
    return only && fresh.length === 1 && isFormTitle(only.text)
      ? [{ text: clean(only.text), place: only.place }]
      : [];
  });
  return titles.at(-1);
}

function clean(text: string): string {
  return text
    .replace(/^#+\s*/, '')
    .replace(/[*_]{2,}/g, '')
    .replace(/\s+/g, '');
}

const bodyName =
  /^(?:20\d{2}年度?|二[〇○零]..年度?)?(.{2,40}?(?:局|委员会|委|办公室|办|法院|检察院|院|学校|小学|中学|大学|学院|中心|处|站|所|协会|联合会|政府|街道办事处|街道|厅|总队|支队|大队|馆|集团))(?:20\d{2}|二[〇○零]|部门|单位|项目|整体|绩效|预算|关于)/;

/** The unit that a title begins with (某市某局2021年度部门整体支出绩效自评表), for forms that name it nowhere else. */
export function unitInTitle(title: PrintedText | undefined): PrintedText | undefined {
  const name = title && bodyName.exec(title.text)?.[1];
  return title && name ? { text: name, place: title.place } : undefined;
}

/** What kind of form it is: by its title, else by what its header block names. */
export function formKind(title: string | undefined, labelled: readonly Labelled[]): FormKind {
  const said = title ?? '';
  if (/整体/.test(said)) return 'department';
  if (/项目/.test(said)) return 'project';
  if (/专项|资金|转移支付/.test(said)) return 'fund';
  if (/部门|单位/.test(said)) return 'department';
  const keys = new Set(labelled.map(({ label }) => label.key));
  if (['专项资金名称', '专项名称', '资金名称'].some((key) => keys.has(key))) return 'fund';
  if (keys.has('项目名称')) return 'project';
  if (keys.has('年度整体绩效目标') || keys.has('部门名称') || keys.has('单位名称')) return 'department';
  return 'other';
}

const yearWithWord = /(20\d{2}|二[〇○零O0][一二三四五六七八九〇○零]{2})\s*年?度/;
const yearPlain = /(?<!\d)(20\d{2})(?!\d)\s*年/;
const yearAlone = /^[（(]?\s*(20\d{2})\s*[)）]?\s*年?$/;

/** The budget year: of the title and the lines around it, else of a 年度 label. */
export function readYear(
  lines: readonly Line[],
  labelled: readonly Labelled[],
): { readonly value: number; readonly place: Line['place'] } | undefined {
  const label = labelled.find(({ label: { field } }) => field === 'year');
  const said = label && yearOf(label.value.text, [yearAlone, yearWithWord, yearPlain]);
  if (label && said !== undefined) return { value: said, place: label.value.place };
  const short = lines.filter((line) => line.kind === 'prose' || line.cells.length <= 2);
  for (const pattern of [yearWithWord, yearAlone, yearPlain]) {
    for (const line of short) {
      const text = line.kind === 'prose' ? line.text : line.cells.map((cell) => cell.text).join(' ');
      if (text.length > 80) continue;
      const value = yearOf(text, [pattern]);
      if (value !== undefined) return { value, place: line.place };
    }
  }
  return undefined;
}

const chineseDigits = '〇一二三四五六七八九';

function yearOf(text: string, patterns: readonly RegExp[]): number | undefined {
  const folded = foldWidth(text)
    .replace(/^#+\s*/, '')
    .trim();
  for (const pattern of patterns) {
    const digits = pattern.exec(folded)?.[1];
    if (digits === undefined) continue;
    const arabic = digits
      .replace(/[○零Oo]/g, '〇')
      .replace(/[〇一二三四五六七八九]/g, (digit) => String(chineseDigits.indexOf(digit)));
    const value = Number(arabic);
    if (value >= 2000 && value <= 2099) return value;
  }
  return undefined;
}

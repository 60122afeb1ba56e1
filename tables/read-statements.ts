import type { Statement } from '../model/assessment.ts';
import { readDates } from '../text/date.ts';
import { foldWidth } from '../text/fold.ts';
import { normalizeDecimal } from '../text/numeral.ts';
import { readYears } from '../text/year.ts';
import { isFormTitle } from './form-labels.ts';
import type { Line, ProseLine } from './line.ts';

/**
 * What the prose around a table states: totals (自评得分为96.8分), grades (评价等级为“优”), budget years and dates of publication. A
 * sentence about one indicator, another year, a reviewer's score or a full mark states no total.
 */
export function readStatements(lines: readonly Line[]): readonly Statement[] {
  let heading = '';
  return lines.flatMap((line): readonly Statement[] => {
    if (line.kind === 'row') return datesOfRow(line);
    const isHeading = line.text.length <= longestHeading && !/[。；;,，]/.test(line.text);
    const above = heading;
    if (isHeading) heading = line.text;
    const sentences = sentencesOf(line.text).flatMap((sentence) => [
      ...totalsIn(sentence, above, line),
      ...gradesIn(sentence, above, line),
    ]);
    return [...sentences, ...yearsIn(line, above), ...datesIn(line.text, line.place)];
  });
}

/** Characters: a line without a stop up to this length heads what follows it. */
const longestHeading = 40;

/** Spaces say nothing in running Chinese text; one between two numbers keeps them apart. */
function sentencesOf(text: string): readonly string[] {
  return foldWidth(text)
    .replace(/(?<!\d)\s+|\s+(?!\d)/g, '')
    .split(/[。;；!！]/)
    .filter((sentence) => sentence.length > 2);
}

const scoreName =
  '(?:(?:绩效|整体|综合|项目|支出)*自评(?:价)?(?:综合|总体|最终|平均)?(?:总?得分|总评?分|评?分数?|结果|结论)?|(?:综合|总体|最终)(?:自评|评价|评定)?(?:得分|评分)|(?:自评|评价)?总得分|评价总分|绩效(?:评分|得分)|(?<=[,:、]|^)得分)';
const gap = '(?:\\([^()\\d]{0,12}\\))?(?:结果)?(?:[为是达到约共计:得分,]|合计|总计){0,5}';
const bound = '以|之|钟|值|的|及|至|到|[-~—]|项|\\([^()]{0,3}含';
const totalSaid = new RegExp(`(${scoreName})${gap}(?<![\\d.])(\\d{1,3}(?:\\.\\d{1,4})?)分(?!${bound})`, 'gu');

/** Words on something other than the whole form of this year, scored by its own unit. */
const aboutAPart =
  /指标|[该此本单各分]项(?!目)|产出|效益|满意度|执行率|支出率|完成率|履职|效率|决策|过程|投入|效果|成本|质量|数量|时效|[一二三四]级|部分|方面|其中/;
const byOthers = /复核|复评|抽查|财政局?评价|第三方|专家|重点评价|绩效考核|年度考核|测评|问卷|调查|评议|评审/;
const notAResult =
  /上年|去年|往年|上一年|同比|较.{0,6}年|平均|均[为达]?|满分|不低于|以上|预计|力争|权重|扣|标准|如果|应[为当]|分别/;
/** Ways of naming the whole that hold a word for a part. */
const wholeWords =
  /[一二三四五六七八九]个方面|指标体系|绩效指标|评价指标|各项指标|各项绩效|预算部分|(?:投入|过程|产出|效果|效益)(?:[、和](?:投入|决策|过程|产出|效果|效益|满意度)){1,5}/g;

function totalsIn(sentence: string, heading: string, { place }: ProseLine): readonly Statement[] {
  const found = [...sentence.matchAll(totalSaid)].flatMap((match): readonly Statement[] => {
    const before = sentence.slice(0, match.index + (match[1] ?? '').length);
    const about = `${heading},${before}`.replace(wholeWords, '').replace(/满分\d{2,3}分/g, '');
    if (aboutAPart.test(about) || byOthers.test(about) || notAResult.test(about)) return [];
    const value = normalizeDecimal(match[2] ?? '0');
    return [{ kind: 'total', value, quote: sentence, context: contextOf(heading, before), place }];
  });
  const other = found.some(({ value }) => value !== fullMark);
  return other ? found.filter(({ value }) => value !== fullMark) : found;
}

/** 总分100分 beside a score is what could be reached. */
const fullMark = '100';

const contextOf = (heading: string, before: string): string => `${heading}\n${before}`;

const gradeSaid =
  /(?:(?:评价|自评|绩效|评定|综合)(?:的)?(?:等级|等次|级别|结果|结论)|评为|评定为|等级|等次)(?:评定|确定)?[为是:]{0,2}["“”'‘’「『《【]?(优秀|优|良好|良|中等|中|一般|合格|差|不合格|较差|低)["“”'‘’」』》】]?(?:级|等|等次|档)?(?![\p{Script=Han}\d])/gu;

function gradesIn(sentence: string, heading: string, { place }: ProseLine): readonly Statement[] {
  return [...sentence.matchAll(gradeSaid)].flatMap((match): readonly Statement[] => {
    const before = sentence.slice(0, match.index);
    if (aboutAPart.test(before.replace(wholeWords, '')) || byOthers.test(`${heading}${before}`)) return [];
    return [
      { kind: 'grade', value: match[1] ?? '', quote: sentence, context: contextOf(heading, before), place },
    ];
  });
}

const yearOfAssessment =
  /(20\d{2})年度?(?:度|本?部门|本?单位|整体|预算|财政|支出|项目|资金|[市区县省州本]级|专项|、|和|及)*绩效(?:自评|自我评价)/gu;

/** The year whose assessment a title or sentence speaks of. */
function yearsIn({ text, place }: ProseLine, heading: string): readonly Statement[] {
  const folded = foldWidth(text).replace(/\s+/g, '');
  const ofTitle = isFormTitle(text)
    ? readYears(folded).flatMap(({ form, year }) => (form === 'budget' ? [String(year)] : []))
    : [];
  const said = [...folded.matchAll(yearOfAssessment)].flatMap(([, year]) => (year ? [year] : []));
  return [...new Set([...ofTitle, ...said])].map((value) => ({
    kind: 'year',
    value,
    quote: text,
    context: heading,
    place,
  }));
}

const dateLabel = /(?:发布|公开|公布|发文|发稿|填报|填表)(?:时间|日期)[:\s]*/u;

function datesIn(text: string, place: Line['place']): readonly Statement[] {
  const folded = foldWidth(text);
  const label = dateLabel.exec(folded);
  if (!label || folded.length > 200) return [];
  const [date] = readDates(folded.slice(label.index + label[0].length).trim());
  if (!date || date.start > 0) return [];
  const parts = [date.month, date.day].flatMap((part) =>
    part === undefined ? [] : [String(part).padStart(2, '0')],
  );
  return [{ kind: 'publication-date', value: [String(date.year), ...parts].join('-'), quote: text, place }];
}

function datesOfRow(line: Extract<Line, { kind: 'row' }>): readonly Statement[] {
  return line.cells.flatMap((cell, index) => {
    if (!dateLabel.test(foldWidth(cell.text))) return [];
    const next = line.cells[index + 1]?.text ?? '';
    return datesIn(/\d/.test(cell.text) ? cell.text : `${cell.text} ${next}`, cell.place);
  });
}

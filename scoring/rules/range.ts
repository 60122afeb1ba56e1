import type { Bound, Quantity, Range } from './ast.ts';
import { printQuantity, quantity, quantityPattern } from './quantity.ts';

/** A range with the name of what lies in it (`90%≤合同签订及时率<100%`). */
export type NamedRange = { readonly name: string; readonly range: Range };

const Q = quantityPattern;
const NOTE = String.raw`(?:\(((?:不?含)[^()]{0,12})\))?`;
const NAME = String.raw`([^\d<>≤≥=,;。]{0,40}?)`;
const DASH = '(?:%?[-至到])';

/** Names that a quantity goes by; without a sign only these are taken for one. */
const measureName =
  /(?:率|比|比例|比值|比重|值|度|数|数量|额|量|幅度|成本|支出|得分|时间|天数|人次|水平|指标|进度|占比|结果|情况|测评|分)$/;

const words: readonly (readonly [RegExp, 'low' | 'high' | 'equal', boolean])[] = [
  [/(?:不低于|不少于|不小于|达到|达|≥|大于等于)$/, 'low', true],
  [/(?:不高于|不超过|不大于|不多于|≤|控制在)$/, 'high', true],
  [/(?:低于|小于|少于|不足|不到|未达到|未达|不满|未到)$/, 'high', false],
  [/(?:高于|大于|超过|多于|超出|超)$/, 'low', false],
  [/(?:等于|为|=|是)$/, 'equal', true],
];

const behind = '((?:及|或)?(?:以上|以下|以内|之内))?';
const label =
  '(?:(?:为|属于|即为?|属|视为|评为|是)(?:不及格|及格|良好|优秀|优|良|中|差|合格|不合格|达标|未达标|一般|较好|较差|完成|未完成))?';

const chain = new RegExp(`^${Q}${NOTE}([≤<≥>])${NAME}([≤<≥>])${Q}${NOTE}$`);
const signed = new RegExp(`^${NAME}([≤<≥>=])${Q}${NOTE}$`);
const turned = new RegExp(`^${Q}${NOTE}([≤<≥>])([^\\d<>≤≥=,;。]{1,40})$`);
const dashed = new RegExp(
  `^${NAME}(?:为|在|介于|达到|达|处于|控制在|是)?${Q}(?:以上|以下)?${NOTE}${DASH}${Q}${NOTE}(?:之间|以内|的?范围内?|以下|区间)*${NOTE}$`,
);
const worded = new RegExp(`^${NAME}${Q}${NOTE}${behind}${NOTE}$`);

/**
 * Reads a condition that puts one quantity into a range: signs, chains of signs in either direction, words (不低于, 以上),
 * 从…到, notes on what is included. `undefined` for everything else.
 */
export function readRange(condition: string): NamedRange | undefined {
  const text = bare(condition);
  if (text === '' || text.length > 90) return undefined;
  return oneRange(text) ?? bothRanges(text) ?? behindIntroduction(text);
}

/** A lone number counts as "equal to" where the rule lists values (`100%计5分`). */
export function readBareValue(condition: string): NamedRange | undefined {
  const match = new RegExp(`^${NAME}${Q}$`).exec(bare(condition));
  if (!match?.[2] || !(match[1] === '' || measureName.test(match[1] ?? '') || completed.test(match[1] ?? '')))
    return undefined;
  return named(match[1] ?? '', equal(quantity(match[2], match[3])));
}

/** The range as a chain of signs around the name. */
export function printRange({ name, range }: NamedRange): string {
  const { low, high } = range;
  if (low && high && low.included && high.included && low.at.value === high.at.value) {
    return `${name}=${printQuantity(low.at)}`;
  }
  if (low && high) {
    return `${printQuantity(low.at)}${low.included ? '≤' : '<'}${name}${high.included ? '≤' : '<'}${printQuantity(high.at)}`;
  }
  if (low) return `${name}${low.included ? '≥' : '>'}${printQuantity(low.at)}`;
  return high ? `${name}${high.included ? '≤' : '<'}${printQuantity(high.at)}` : name;
}

function bare(condition: string): string {
  return condition
    .replace(/^(?:截至)?\d{1,2}月(?:\d{1,2}日)?(?:底|末)?(?:前|之前|止)?,?(?=\p{Script=Han})/u, '')
    .replace(/^(?:当|如果|如|若|凡|其中|对|对于|即|,|、|:|-)+/, '')
    .replace(/(?:,|、|:|的话|的情况下|情况下|者|时|则|的|部分|范围内?的?)+$/, '')
    .replace(new RegExp(`${label}$`), '')
    .replace(/(?:的|时)$/, '');
}

/** `以100%为标准，控制率≤100%`: what only introduces the range is left aside. */
function behindIntroduction(text: string): NamedRange | undefined {
  const match =
    /^(?:以[^,]{1,20}为(?:标准|基准|目标值?|依据)|其中|根据[^,<>≤≥]{1,30}|按照?[^,<>≤≥]{1,30}),(.{2,60})$/.exec(
      text,
    );
  return match?.[1] === undefined ? undefined : oneRange(bare(match[1]));
}

function oneRange(text: string): NamedRange | undefined {
  return fromChain(text) ?? fromSigned(text) ?? fromTurned(text) ?? fromDashed(text) ?? fromWords(text);
}

function fromChain(text: string): NamedRange | undefined {
  const match = chain.exec(text);
  if (!match) return undefined;
  const [
    ,
    first = '',
    firstUnit,
    firstNote,
    sign,
    name = '',
    otherSign,
    second = '',
    secondUnit,
    secondNote,
  ] = match;
  const ascending = sign === '≤' || sign === '<';
  if (ascending !== (otherSign === '≤' || otherSign === '<')) return undefined;
  const left = bound(quantity(first, firstUnit ?? secondUnit), includes(sign), firstNote);
  const right = bound(quantity(second, secondUnit ?? firstUnit), includes(otherSign), secondNote);
  return named(name, ascending ? { low: left, high: right } : { low: right, high: left });
}

function fromSigned(text: string): NamedRange | undefined {
  const match = signed.exec(text);
  if (!match) return undefined;
  const [, name = '', sign = '', value = '', unit, note] = match;
  return named(
    name.replace(/(?:为|是|应)$/, ''),
    signRange(sign, bound(quantity(value, unit), includes(sign), note)),
  );
}

function fromTurned(text: string): NamedRange | undefined {
  const match = turned.exec(text);
  if (!match) return undefined;
  const [, value = '', unit, note, sign = '', name = ''] = match;
  const mirrored = { '≤': '≥', '<': '>', '≥': '≤', '>': '<' }[sign] ?? sign;
  return named(name, signRange(mirrored, bound(quantity(value, unit), includes(sign), note)));
}

function fromDashed(text: string): NamedRange | undefined {
  const match = dashed.exec(text);
  if (!match) return undefined;
  const [, name = '', a = '', aUnit, aNote, b = '', bUnit, bNote, lastNote] = match;
  if (name !== '' && !measureName.test(name) && !completed.test(name)) return undefined;
  const notes = [aNote, bNote, lastNote].filter((note) => note !== undefined);
  const first = dashBound(quantity(a, aUnit ?? bUnit), { own: aNote, notes, other: b });
  const second = dashBound(quantity(b, bUnit ?? aUnit), { own: bNote ?? lastNote, notes, other: a });
  return named(name, Number(a) <= Number(b) ? { low: first, high: second } : { low: second, high: first });
}

/** In `60%-80%(含60%)` the note names its bound; a bound without a note is excluded where the other has one. */
function dashBound(
  at: Quantity,
  { own, notes, other }: { own: string | undefined; notes: readonly string[]; other: string },
): Bound {
  const about = notes.find((note) => new RegExp(`(?<!\\d)${at.value.replace('.', '\\.')}(?!\\d)`).test(note));
  if (about !== undefined) {
    const clause = about.split(/[,、]/).find((piece) => piece.includes(at.value)) ?? about;
    return { at, included: !clause.startsWith('不') };
  }
  const plain = own !== undefined && !/\d/.test(own) ? own : undefined;
  if (plain !== undefined) return { at, included: !plain.startsWith('不') };
  const otherIncluded = notes.some(
    (note) => !note.startsWith('不') && (!/\d/.test(note) || note.includes(other)),
  );
  return { at, included: !otherIncluded };
}

function fromWords(text: string): NamedRange | undefined {
  const match = worded.exec(text);
  if (!match) return undefined;
  const [, before = '', value = '', unit, firstNote, suffix, lastNote] = match;
  const word = words.find(([pattern]) => pattern.test(before));
  const name = word
    ? before.replace(word[0], '').replace(/(?:在|为|应)$/, '')
    : before.replace(/(?:在|为)$/, '');
  if (!(name === '' || measureName.test(name) || completed.test(name)) || (!word && suffix === undefined))
    return undefined;
  const at = quantity(value, unit);
  const note = firstNote ?? lastNote;
  if (suffix !== undefined) {
    const side = suffix.endsWith('以上') ? 'low' : 'high';
    const strict = word !== undefined && !word[2] && word[1] === side;
    return named(name, { [side]: bound(at, !strict, note) });
  }
  if (!word || word[1] === 'equal') return word && named(name, equal(at));
  return named(name, { [word[1]]: bound(at, word[2], note) });
}

/** `≥85%小于95%`, `95%以上98%以下`: two ranges without a word between them. */
const adjoining =
  /^(.{0,40}?\d%?(?:\(不?含\))?(?:(?:以上|以下)(?=\d)|(?:以上|以下)?(?=小于|低于|不足|不到|不超过|不高于|不大于|大于|高于|超过|不低于|≤|<|≥|>)))(.{1,24})$/;

function bothRanges(text: string): NamedRange | undefined {
  const cut = /^(.{2,60}?)(?:且|并且|,|但|、|,且|,但)(.{2,60})$/.exec(text) ?? adjoining.exec(text);
  const left = oneRange(bare(cut?.[1] ?? ''));
  const right = oneRange(bare(cut?.[2] ?? '').replace(/^且/, ''));
  if (!left || !right || (right.name !== '' && left.name !== '' && left.name !== right.name))
    return undefined;
  const low = left.range.low ?? right.range.low;
  const high = left.range.high ?? right.range.high;
  const isPair = (left.range.low === undefined) !== (right.range.low === undefined);
  return low && high && isPair ? named(left.name || right.name, { low, high }) : undefined;
}

const includes = (sign: string | undefined): boolean => sign === '≤' || sign === '≥' || sign === '=';

function bound(at: Quantity, included: boolean, note: string | undefined): Bound {
  return { at, included: note === undefined ? included : !note.startsWith('不') };
}

const equal = (at: Quantity): Range => ({ low: { at, included: true }, high: { at, included: true } });

function signRange(sign: string, at: Bound): Range {
  if (sign === '=') return equal(at.at);
  return sign === '≤' || sign === '<' ? { high: at } : { low: at };
}

/** `完成目标的80%` speaks of the completion rate. */
const completed =
  /^(?:(?:达到|完成|实现)(?:年度|预期|计划|全年)*(?:目标|任务|计划|指标|工作|工作量|数量)(?:任务|值)?的?|完成|实现)$/;

/** A rate whose thresholds are printed without a sign (`及时率≥90`) means percent. */
function named(printed: string, range: Range): NamedRange {
  const isShare = [range.low, range.high].every((bound) => !bound || bound.at.unit === '%');
  const name = completed.test(printed) && isShare ? '完成率' : printed;
  if (!/率$/.test(name)) return { name, range };
  const asPercent = (of: Bound | undefined): Bound | undefined =>
    of && of.at.unit === '' && Number(of.at.value) > 2 ? { ...of, at: { ...of.at, unit: '%' } } : of;
  const [low, high] = [asPercent(range.low), asPercent(range.high)];
  return { name, range: { ...(low ? { low } : {}), ...(high ? { high } : {}) } };
}

import type { Deduction, Loss, Measure, PartialUnit, Quantity, Range } from './ast.ts';
import { readCondition } from './conditions.ts';
import { numberWords as N, quantity, readNumberWords } from './quantity.ts';
import { type NamedRange, readRange } from './range.ts';

/** A deduction as its clause says it, before the rule around it gives it a measure and a threshold. */
export type ReadLoss = {
  readonly deduction: Deduction;
  /** `应评估项目超过3个的`: the clause holds only in this range. */
  readonly scale?: NamedRange;
};

const counters =
  '项目|项|个工作日|工作日|个月|个(?!百分点)|次|例|笔|处|件|条|人次|人|家|起|份|宗|类|天|日|小时|户|篇|期|批|场|部|张|辆|台|套|所|名|分钟|种|点|方面|环节';
const rise = '升|增|超过|超出|超支|超|增加|增长|上升|高出|高于|高|提高|多';
const fall = '降|减|降低|下降|减少|低于|低|少|未完成|差|不足|落后';

const either =
  '(?:超过|增加|高于|上升|超出)[(/、或](?:降低|减少|低于|下降|不足)\\)?|(?:降低|减少|低于|下降)[(/、或](?:超过|增加|高于|上升|超出)\\)?|偏离|偏差|相差|变动|浮动';

const perPercent = new RegExp(
  `(?:每(${either}|${rise}|${fall})?|(${rise}|${fall}))(?:目标值?|标准值?|指标值|计划值?|年度指标值|预期|规定|其|100%)?(?:的)?(${N})(?:个)?(百分点|%)(?:\\(((?:不?含)[^()]*)\\))?(?:以内)?(?:的|时|,)*$`,
);
const each = new RegExp(
  `(?:每(?:有|出现|发现|发生|存在|缺少?|少|漏|多|超过?|逾期|延迟|延期|延误|晚|迟|推迟|滞后|未完成|减少|增加)?|有|发现|出现|存在|发生|缺少?|少|漏报?|逾期|延迟|迟报|晚|每|每[^,(\\d一二两三四五六七八九十]{1,8}|(?:有|发现|出现|存在|发生|被)[^,(超\\d一二两三四五六七八九十]{1,8})(${N})(${counters})|(?:^|,)(${N})(${counters})$|(?:^|,)(?:一|1)(${counters})|每(${counters})|(?:一|1)(${counters})(?:的|,)*$`,
);

/** Reads the words before 扣…分. What neither counts nor measures is a plain condition. */
export function readLoss(words: string, loss: Loss, partial: PartialUnit | undefined): ReadLoss | undefined {
  const clauses = words.split(',').filter((clause) => clause !== '');
  const scale = clauses.length > 1 ? readScale(clauses[0] ?? '') : undefined;
  const rest = scale ? clauses.slice(1).join(',') : words;
  const perUnit = perPercent.exec(rest);
  if (perUnit)
    return measured({ match: perUnit, before: rest.slice(0, perUnit.index), scale, loss, partial });
  const counted = each.exec(rest);
  if (counted) {
    const [every, counter] = [
      counted[1] ?? counted[3] ?? '1',
      counted[2] ?? counted[4] ?? counted[5] ?? counted[6] ?? counted[7] ?? '',
    ];
    const count = Number(readNumberWords(every));
    const isEach = counted[0].startsWith('每') || count === 1;
    if (isEach && Number.isInteger(count) && count > 0) {
      const event = eventWords(rest, counted);
      return {
        deduction: { kind: 'occurrence', event, every: count, counter, loss },
        ...(scale ? { scale } : {}),
      };
    }
  }
  // 每季度未按时报送: each period may lose points again.
  if (/^(?:如|若|凡)?每个?(?:季度|月度?|半年|周|年度?|日|天|期)/.test(rest))
    return {
      deduction: { kind: 'occurrence', event: rest.replace(/(?:的|,)+$/, ''), every: 1, counter: '次', loss },
    };
  // A clause that counts in words we do not know is no plain condition.
  return rest === '' || /每(?!年|月|季|半年|日|天)/.test(rest)
    ? undefined
    : { deduction: { kind: 'flat', condition: readCondition(rest), loss } };
}

/** Also ranges of counts (`应评估项目超过3个的`), which `readRange` leaves to those who know that a count is meant. */
export function readScale(clause: string): NamedRange | undefined {
  const direct = readRange(clause);
  if (direct) return direct;
  const counted =
    /^([^\d,;。]{1,30}?)(?:数量|数|个数)?(?:为|在)?(超过|大于|多于|不超过|不足|少于|不少于|达到)?(\d{1,5})(个|项|家|人|次|户|件)(?:\((不?含)\))?(以上|以内|以下|及以上|及以下)?(?:\((不?含)\))?的?$/.exec(
      clause,
    );
  if (!counted) return undefined;
  const [, name = '', word, value = '', unit, firstNote, suffix, note] = counted;
  const phrase = `${word ?? ''}${value}${unit ?? ''}${firstNote ? `(${firstNote})` : ''}${suffix ?? ''}${note ? `(${note})` : ''}`;
  const read = word === undefined && suffix === undefined ? undefined : readRange(phrase);
  return read && { name, range: read.range };
}

/** The event of `有1项没有开展评估` is what remains around the count. */
function eventWords(words: string, counted: RegExpExecArray): string {
  const verb =
    /(?:逾期|延迟|延期|延误|迟报|漏报?|推迟|滞后|超期|被[^,\d一二两三四五六七八九十]{1,8})(?=[\d一二两三四五六七八九十])|(?<=[每有现在生])[^,\d一二两三四五六七八九十]{2,8}(?=[\d一二两三四五六七八九十])/.exec(
      counted[0],
    )?.[0] ?? '';
  const before = words.slice(0, counted.index).replace(/(?:的|,|:|如|若|凡|则|,的)+$/, '');
  const behind = words
    .slice(counted.index + counted[0].length)
    .replace(/^(?:的|,|、|\((?:类|次|项|个|例|笔)\))+/, '')
    .replace(/(?:,|的|,的)+$/, '');
  return [before, `${verb}${behind}`].filter((part) => part !== '').join(',');
}

type Measured = {
  readonly match: RegExpExecArray;
  readonly before: string;
  readonly scale: NamedRange | undefined;
  readonly loss: Loss;
  readonly partial: PartialUnit | undefined;
};

function measured({ match, before, scale, loss, partial }: Measured): ReadLoss | undefined {
  const [, eachWord, word, step = '', unit = '', note] = match;
  const direction = eachWord ?? word;
  const context = scale ?? readRange(before.replace(/,$/, ''));
  const subject = context?.name ?? before.replace(/[,:]$/, '').replace(/^.*,/, '');
  const side = sideOf(direction, context?.range, before);
  if (
    !side ||
    (eachWord === undefined &&
      !match[0].startsWith('每') &&
      word !== undefined &&
      readNumberWords(step) !== '1')
  ) {
    return undefined;
  }
  const threshold =
    context &&
    (side === 'above'
      ? (context.range.low ?? context.range.high)
      : (context.range.high ?? context.range.low));
  const measure: Measure = {
    name: isSubject(subject)
      ? subject.replace(/(?:未达到|未达|低于|超过)(?:目标值?|标准|指标值)?(?:的)?$/, '')
      : '',
  };
  return {
    deduction: {
      kind: 'per-unit',
      measure,
      side,
      ...(threshold ? { threshold: threshold.at } : {}),
      unit: quantity(readNumberWords(step), unit === '%' ? '%' : '百分点'),
      loss,
      partial: partial ?? (note?.startsWith('含') ? 'whole' : 'unstated'),
    },
  };
}

const isSubject = (words: string): boolean =>
  /(?:率|度|比|比例|值|比重|额|数|成本)(?:未达到.*|低于.*|超过.*)?$/.test(words) && words.length <= 30;

function sideOf(
  direction: string | undefined,
  range: Range | undefined,
  before: string,
): 'above' | 'below' | 'either' | undefined {
  if (direction !== undefined && new RegExp(`^(?:${either})$`).test(direction)) return 'either';
  if (direction !== undefined) return new RegExp(`^(?:${rise})$`).test(direction) ? 'above' : 'below';
  if (range?.low && !range.high) return 'above';
  if (range?.high && !range.low) return 'below';
  if (/(?:低于|未达到|未达|不足|未完成|不到)[^,]*,?$/.test(before)) return 'below';
  return /(?:超过|高于|超出|超支)[^,]*,?$/.test(before) ? 'above' : undefined;
}

/** A threshold that the clause itself does not name, taken from the clause that gives full points. */
export function withThreshold(deduction: Deduction, full: NamedRange | undefined): Deduction {
  if (deduction.kind !== 'per-unit') return deduction;
  const bound: Quantity | undefined =
    deduction.threshold ??
    (deduction.side === 'below' ? full?.range.low?.at : full?.range.high?.at) ??
    full?.range.low?.at;
  const name = full && full.name !== '' ? full.name : deduction.measure.name;
  return { ...deduction, measure: { ...deduction.measure, name }, ...(bound ? { threshold: bound } : {}) };
}

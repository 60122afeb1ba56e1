const digitValues: Readonly<Record<string, number>> = {
  〇: 0,
  '○': 0,
  零: 0,
  一: 1,
  壹: 1,
  二: 2,
  两: 2,
  贰: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const smallUnits: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const largeUnits: readonly (readonly [string, number])[] = [
  ['亿', 100_000_000],
  ['万', 10_000],
];

/**
 * Reads a whole number in Chinese numerals, as words (`一百二十`, `两`, `三千零五万`) or digit by digit (`二〇二三`). Anything
 * else is no number, and so are spoken short forms (`二百五`) and anything above 2^53.
 */
export function readChineseInteger(text: string): number | undefined {
  if (text.length === 0 || text.length > 24) return undefined;
  const characters = [...text];
  const digits = characters.map((character) => digitValues[character]);
  if (digits.every((digit) => digit !== undefined)) {
    return characters.length > 1 && characters.includes('两') ? undefined : safe(Number(digits.join('')));
  }
  return safe(readWords(characters));
}

/** Splits at the greatest large unit: what stands before it is multiplied, what stands behind is added. */
function readWords(characters: readonly string[]): number | undefined {
  for (const [unit, size] of largeUnits) {
    const at = characters.lastIndexOf(unit);
    if (at < 0) continue;
    const high = readWords(characters.slice(0, at));
    const low = readBehind(characters.slice(at + 1));
    return high === undefined || high === 0 || low === undefined || low >= size
      ? undefined
      : high * size + low;
  }
  return readBelowTenThousand(characters);
}

/** A lone digit behind a large unit needs a 零: `一万二` means 12000 in speech and is not read. */
function readBehind(characters: readonly string[]): number | undefined {
  if (characters.length === 0) return 0;
  const hasNought = digitValues[characters[0] ?? ''] === 0;
  if (!hasNought && characters.length === 1) return undefined;
  return readWords(hasNought ? characters.slice(1) : characters);
}

/** `三千零五`, `一百二十`, `十二`: units fall from left to right, each with one digit before it. */
function readBelowTenThousand(characters: readonly string[]): number | undefined {
  let sum = 0;
  let digit: number | undefined;
  let lastUnit = 10_000;
  let bridged = true;
  for (const [index, character] of characters.entries()) {
    const unit = smallUnits[character];
    const value = digitValues[character];
    if (unit !== undefined) {
      if (unit >= lastUnit || digit === 0 || (digit === undefined && (unit !== 10 || index > 0)))
        return undefined;
      sum += (digit ?? 1) * unit;
      bridged = unit === 10;
      lastUnit = unit;
      digit = undefined;
    } else if (value === undefined || (digit !== undefined && digit !== 0)) return undefined;
    else {
      bridged = bridged || digit === 0;
      digit = value;
    }
  }
  if (characters.length === 0 || (digit !== undefined && !bridged)) return undefined;
  return sum + (digit ?? 0);
}

function safe(value: number | undefined): number | undefined {
  return value !== undefined && Number.isSafeInteger(value) ? value : undefined;
}

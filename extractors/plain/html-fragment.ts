/** Elements that OCR tools leave in cells; anything else between angle brackets is text (`得分<60分`). */
const elementNames =
  'p|br|div|span|b|i|u|s|em|strong|small|big|sup|sub|font|li|ul|ol|a|img|input|label|code|pre|hr|h[1-6]|center|del|ins|mark|html|head|body|meta|table|thead|tbody|tfoot|tr|td|th|colgroup|col|caption|o:p';
const tag = new RegExp(`<(/?)(${elementNames})((?:\\s[^<>]*|/)?)>`, 'gi');
const breaking = /^(?:p|br|div|li|ul|ol|hr|h[1-6]|tr|table|caption)$/i;

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  ge: '≥',
  le: '≤',
  times: '×',
  divide: '÷',
  sum: '∑',
  minus: '−',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  yen: '¥',
  permil: '‰',
  deg: '°',
  radic: '√',
  check: '✓',
  square: '□',
};

/**
 * Turns what is left of HTML in a text into plain text: `<p>` and `<br>` become line breaks, check boxes `☑` and `☐`, other elements
 * vanish and entities are decoded.
 */
export function plainFragment(text: string): string {
  let plain = text;
  if (plain.includes('<')) plain = tidyBreaks(withoutComments(plain).replace(tag, replaceTag));
  return plain.includes('&') ? decodeEntities(plain) : plain;
}

/** A loop, since a pattern takes quadratic time on comments that nothing closes. */
function withoutComments(text: string): string {
  let kept = '';
  let from = 0;
  for (let open = text.indexOf('<!--'); open >= 0; open = text.indexOf('<!--', from)) {
    const close = text.indexOf('-->', open + 4);
    if (close < 0) break;
    kept += text.slice(from, open);
    from = close + 3;
  }
  return from === 0 ? text : kept + text.slice(from);
}

function replaceTag(_tag: string, _slash: string, name: string, attributes: string): string {
  if (name.toLowerCase() === 'input') return checkBoxOf(attributes);
  return breaking.test(name) ? '\n' : '';
}

/** `☑` or `☐` for the attributes of an `<input>` that can be ticked, nothing for any other. */
export function checkBoxOf(attributes: string): string {
  if (!/type\s*=\s*["']?(?:checkbox|radio)/i.test(attributes)) return '';
  return /(?:^|\s)checked(?![\w-])(?!\s*=\s*["']?false)/i.test(attributes) ? '☑' : '☐';
}

function tidyBreaks(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi,
    (whole, decimal, hexadecimal, name) => {
      if (name !== undefined) return entities[name] ?? entities[name.toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
      return code > 0x1f && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
        ? String.fromCodePoint(code)
        : whole;
    },
  );
}

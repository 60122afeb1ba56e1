/** Characters of the symbol fonts that draw a check box or a tick, by font and code (0 to 255). */
const dingbats: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: {
    111: '☐',
    113: '☐',
    114: '☐',
    120: '☑',
    168: '☐',
    252: '√',
    253: '☑',
    254: '☑',
  },
  'wingdings 2': { 80: '√', 82: '☑', 83: '☑', 84: '☑', 163: '☐', 42: '☐', 48: '☑' },
};

/** The symbol fonts' private code points where the font is not named: U+F0FE is a ticked box in Wingdings. */
const privateUse = /[\uf020-\uf0ff]/g;

/**
 * What characters set in a symbol font look like, where they draw a check box (`þ` in Wingdings, `R` in Wingdings 2);
 * characters of other fonts and other pictures stay as they are.
 */
export function readSymbols(text: string, font: string | undefined): string {
  const table = dingbats[font?.trim().replace(/["']/g, '').toLowerCase() ?? ''];
  if (!table) return text;
  return text.replace(/[!-\u00ff\uf021-\uf0ff]/g, (character) => {
    return table[character.charCodeAt(0) & 0xff] ?? character;
  });
}

/**
 * Brings all drawings of a check box to `☑` and `☐`. A tick or a filled box is one only beside an empty box or in
 * brackets: elsewhere `√` is a text of its own and `■` a bullet.
 */
export function unifyCheckBoxes(text: string): string {
  const boxed = text
    .replace(privateUse, (character) => {
      const code = character.charCodeAt(0) & 0xff;
      return dingbats.wingdings?.[code] ?? dingbats['wingdings 2']?.[code] ?? character;
    })
    .replace(/[□▢❑❏❒⬜]/g, '☐')
    .replace(/[☒🗹🗷✅▣⊠]/gu, '☑')
    .replace(/☐[√✓✔]/g, '☑')
    .replace(/(^|\s)[√✓✔]☐/g, '$1☑')
    .replace(/([[［(（【])\s*[√✓✔]\s*([\]］)）】])/g, '$1☑$2');
  return boxed.includes('☐') ? boxed.replace(/[√✓✔■]/g, '☑') : boxed;
}

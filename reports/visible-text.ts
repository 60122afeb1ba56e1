/** Characters that reorder the text around them (UAX #9): a name could be made to read as another. */
const reordering = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Control characters but tab and line feed, byte order marks and noncharacters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be removed.
const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/g;

/** A document's text with nothing in it that acts on what shows it: controls are dropped, reordering marks spelt out. */
export function visibleText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(reordering, (mark) => `[U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`)
    .replace(invisible, '')
    .toWellFormed();
}

/** The same on one line. */
export function visibleLine(text: string): string {
  return visibleText(text).replace(/\s+/g, ' ').trim();
}

/** Widths of the standard Chinese font: half an em for ASCII, one em for everything else. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += (character.codePointAt(0) ?? 0) < 0x80 ? 0.5 : 1;
  return ems * size;
}

/** Breaks a text into lines of at most `width`; digits and words may be cut, as table cells often cut them. */
export function breakLines(
  text: string,
  width: number,
  {
    size,
    measure = textWidth,
  }: { readonly size: number; readonly measure?: (text: string, size: number) => number },
): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const character of paragraph) {
      if (line !== '' && measure(line + character, size) > width) {
        lines.push(line);
        line = '';
      }
      line += character;
    }
    lines.push(line);
  }
  return lines;
}

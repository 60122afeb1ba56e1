/** A page to write: a content stream (user space, Helvetica as /F1, an image as /Im1, one that is half clear as /Im2) and entries of its dictionary. */
export type WrittenPage = { readonly content: string; readonly entries?: string };

/** The least PDF that readers accept: one object after the other, a cross-reference table, no compression. */
export function writePdf(pages: readonly WrittenPage[], trailer = ''): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const font = add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  const image = add(
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\nA\nendstream',
  );
  const mask = add(
    '<< /Type /XObject /Subtype /Image /Width 2 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /ASCIIHexDecode /Length 5 >>\nstream\nFF00>\nendstream',
  );
  const seal = add(
    `<< /Type /XObject /Subtype /Image /Width 2 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /SMask ${mask} 0 R /Length 2 >>\nstream\nAA\nendstream`,
  );
  const tree = objects.length + 1 + pages.length * 2;
  const kids = pages.map(({ content, entries = '/MediaBox [0 0 300 200]' }) => {
    const stream = add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    return add(
      `<< /Type /Page /Parent ${tree} 0 R ${entries} /Contents ${stream} 0 R /Resources << /Font << /F1 ${font} 0 R >> /XObject << /Im1 ${image} 0 R /Im2 ${seal} 0 R >> >> >>`,
    );
  });
  add(`<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`);
  const root = add(`<< /Type /Catalog /Pages ${tree} 0 R >>`);
  let file = '%PDF-1.7\n';
  const offsets = objects.map((body, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root ${root} 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (character) => character.charCodeAt(0));
}

/** Text at a point of user space. */
export const textAt = (x: number, y: number, text: string): string =>
  `BT /F1 10 Tf ${x} ${y} Td (${text}) Tj ET\n`;

/** A grid as strokes. */
export function strokedGrid(xs: readonly number[], ys: readonly number[]): string {
  const [left, right, bottom, top] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  return [
    ...ys.map((y) => `${left} ${y} m ${right} ${y} l S\n`),
    ...xs.map((x) => `${x} ${bottom} m ${x} ${top} l S\n`),
  ].join('');
}

/** A grid as filled bars of half a point, as browsers and word processors draw it. */
export function filledGrid(xs: readonly number[], ys: readonly number[]): string {
  const [left = 0, right = 0, bottom = 0, top = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  return [
    ...ys.map((y) => `${left} ${y - 0.25} ${right - left} 0.5 re f\n`),
    ...xs.map((x) => `${x - 0.25} ${bottom} 0.5 ${top - bottom} re f\n`),
  ].join('');
}

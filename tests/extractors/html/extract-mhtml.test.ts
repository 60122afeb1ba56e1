import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractMhtml } from '../../../extractors/html/extract-mhtml.ts';
import { gridsOf, noteCodes, sketch } from '../grid-sketch.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const table = (mark: string): string => `<table><tr><td>${mark}<td>b</table>`;

/** As Excel writes it: a frame, and a part for each sheet; 绩效 in GBK, quoted and in base64. */
const archive = [
  'MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related;\r\n\tboundary="--=_Next"\r\n\r\nPreamble\r\n',
  '\r\nContent-Type: text/html; charset="gb2312"\r\n\r\n<frameset><frame src="sheet001.htm"></frameset>\r\n',
  `\r\nContent-Location: sheet001.htm\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset="gb2312"\r\n\r\n${table('=BC=A8=\r\n=D0=A7')}\r\n`,
  `\r\nContent-Transfer-Encoding: base64\r\nContent-Type: text/html; charset="gb2312"\r\n\r\n${Buffer.from(table('\xbc\xa8'), 'latin1').toString('base64')}\r\n`,
  '\r\nContent-Type: text/xml\r\n\r\n<table><tr><td>x<td>y</table>\r\n',
].join('----=_Next');

describe('web archives', () => {
  test('all pages inside are read in their encodings, their tables numbered through', async () => {
    const result = await extractMhtml(bytes(`${archive}----=_Next--`));
    expect(gridsOf(result).map(sketch)).toEqual([[['绩效', 'b']], [['绩', 'b']]]);
    expect(gridsOf(result).map((grid) => grid.place.table)).toEqual([0, 1]);
    expect(noteCodes(result)).toEqual([]);
  });

  test('one without a page is refused', async () => {
    const result = await extractMhtml(
      bytes('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b--'),
    );
    expect(result.ok ? 'read' : result.refusal.code).toBe('html/no-page');
  });

  test('damaged archives are read or refused, never thrown', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(archive.length - 1), fc.nat(255), fc.boolean(), async (at, byte, cut) => {
        const whole = bytes(archive);
        const damaged = cut ? whole.slice(0, at) : whole.with(at, byte);
        expect(typeof (await extractMhtml(damaged)).ok).toBe('boolean');
      }),
      { numRuns: 200 },
    );
  });
});

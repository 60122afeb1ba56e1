import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { packBits } from '../pack-bits.ts';
import type { ScannedPicture } from '../scan-page.ts';

export type PdfFilter = 'jpeg' | 'flate' | 'fax';

/** A picture's bytes as the filter of a PDF stream wants them; fax data may be some pixels larger than the page. */
type Encoded = {
  readonly filter: string;
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
};

async function encode(picture: ScannedPicture, filter: PdfFilter): Promise<Encoded> {
  const { width, height, channels, values, bits } = picture;
  if (filter === 'fax' && bits === 1) return await groupFour(picture);
  if (filter === 'jpeg') {
    const raw = sharp(values, { raw: { width, height, channels } });
    const plain = channels === 1 ? raw.toColourspace('b-w') : raw;
    const jpeg = picture.jpeg ?? (await plain.jpeg({ quality: 85 }).toBuffer());
    return { filter: '/Filter /DCTDecode', bytes: jpeg, width, height };
  }
  const bytes = deflateSync(bits === 1 ? packBits(picture) : values);
  return { filter: '/Filter /FlateDecode', bytes, width, height };
}

const tileSide = (side: number): number => 16 * Math.ceil(side / 16);

/** CCITT Group 4 by way of a TIFF of one tile, whose bytes are taken out; white is added up to whole tiles. */
async function groupFour(picture: ScannedPicture): Promise<Encoded> {
  const [width, height] = [tileSide(picture.width), tileSide(picture.height)];
  const raw = { width: picture.width, height: picture.height, channels: picture.channels };
  const file = await sharp(picture.values, { raw })
    .extend({ right: width - picture.width, bottom: height - picture.height, background: '#fff' })
    .toColourspace('b-w')
    .tiff({
      compression: 'ccittfax4',
      bitdepth: 1,
      miniswhite: true,
      tile: true,
      tileWidth: width,
      tileHeight: height,
    })
    .toBuffer();
  const [offset, length] = [tiffNumber(file, 324), tiffNumber(file, 325)];
  const parameters = `<< /K -1 /Columns ${width} /Rows ${height} /BlackIs1 false >>`;
  return {
    filter: `/Filter /CCITTFaxDecode /DecodeParms ${parameters}`,
    bytes: file.subarray(offset, offset + length),
    width,
    height,
  };
}

/** The one number of a tag in a little-endian TIFF's first directory. */
function tiffNumber(file: Buffer, wanted: number): number {
  const directory = file.readUInt32LE(4);
  const count = file.readUInt16LE(directory);
  for (let index = 0; index < count; index += 1) {
    const at = directory + 2 + 12 * index;
    if (file.readUInt16LE(at) === wanted && file.readUInt32LE(at + 4) === 1)
      return file.readUInt16LE(at + 2) === 3 ? file.readUInt16LE(at + 8) : file.readUInt32LE(at + 8);
  }
  throw new Error(`the picture has not one number for tag ${wanted}`);
}

/** A PDF whose pages are pictures and nothing else, as scanners write them (ISO 32000-1, 7.5 and 8.9). */
export async function writeScannedPdf(
  pictures: readonly ScannedPicture[],
  filter: PdfFilter,
): Promise<Uint8Array> {
  const first = 3;
  const kids = pictures.map((_, index) => `${first + 3 * index} 0 R`).join(' ');
  const objects: Buffer[] = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(`<< /Type /Pages /Count ${pictures.length} /Kids [${kids}] >>`),
  ];
  for (const [index, picture] of pictures.entries())
    objects.push(...(await pageObjects(picture, filter, first + 3 * index)));
  return assemble(objects);
}

async function pageObjects(
  picture: ScannedPicture,
  filter: PdfFilter,
  number: number,
): Promise<readonly Buffer[]> {
  const encoded = await encode(picture, filter);
  const points = (pixels: number): string => ((72 * pixels) / picture.dotsPerInch).toFixed(2);
  const [wide, tall] = [points(picture.width), points(picture.height)];
  const space = picture.channels === 3 ? '/DeviceRGB' : '/DeviceGray';
  const bits = filter === 'jpeg' ? 8 : picture.bits;
  const [drawn, high] = [points(encoded.width), points(encoded.height)];
  const draw = `q ${drawn} 0 0 ${high} 0 ${(Number(tall) - Number(high)).toFixed(2)} cm /Im0 Do Q`;
  return [
    Buffer.from(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${tall}] /Resources << /XObject << /Im0 ${number + 2} 0 R >> >> /Contents ${number + 1} 0 R >>`,
    ),
    stream('', Buffer.from(draw)),
    stream(
      `/Type /XObject /Subtype /Image /Width ${encoded.width} /Height ${encoded.height} /ColorSpace ${space} /BitsPerComponent ${bits} ${encoded.filter}`,
      encoded.bytes,
    ),
  ];
}

const stream = (entries: string, bytes: Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from(`<< ${entries} /Length ${bytes.length} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);

function assemble(objects: readonly Buffer[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.5\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1')];
  let at = parts[0]?.length ?? 0;
  const offsets = objects.map((object, index) => {
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    const offset = at;
    parts.push(part);
    at += part.length;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

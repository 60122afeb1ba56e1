import { GlobalFonts } from '@napi-rs/canvas';

/** Type that pages are set in: digits and signs in the first family that has them, characters in a later one. */
export type Face = { readonly name: string; readonly families: readonly string[] };

/** Faces as forms are printed in, as far as a machine has them: Ming, Gothic and thin Song, regular script. */
const known: readonly Face[] = [
  { name: 'serif', families: ['Noto Serif CJK JP'] },
  { name: 'sans', families: ['Noto Sans CJK JP'] },
  { name: 'serif-dejavu', families: ['DejaVu Serif', 'Noto Serif CJK JP'] },
  { name: 'song', families: ['AR PL SungtiL GB'] },
  { name: 'kai', families: ['Liberation Serif', 'AR PL KaitiM GB'] },
  { name: 'hei', families: ['Liberation Sans', 'WenQuanYi Zen Hei'] },
];

/** Families that have what the others lack (☑). */
const fallbacks = ['DejaVu Sans'];

/** More fonts than the system has installed, for measuring. */
const folder = process.env.FUHE_TEST_FONTS;
if (folder !== undefined) GlobalFonts.loadFontsFromDir(folder);

/** The faces whose families are all installed; Debian's `fonts-noto-cjk` brings the first two. */
export function installedFaces(): readonly Face[] {
  return known.filter(({ families }) => families.every((family) => GlobalFonts.has(family)));
}

export const familyList = ({ families }: Face): string =>
  [...families, ...fallbacks].map((family) => `"${family}"`).join(', ');

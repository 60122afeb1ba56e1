import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { getDocument, PasswordResponses, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Folder of the package's own CMaps, fonts and decoders: nothing is fetched from a network. */
const packageFolder = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

const folderUrl = (name: string): string => `${pathToFileURL(path.join(packageFolder, name)).href}/`;
const folderPath = (name: string): string => `${path.join(packageFolder, name)}${path.sep}`;

/** Starts to open a document; pdf.js takes over (and detaches) the bytes it is given, so it gets a copy. */
export function startDocument(bytes: Uint8Array) {
  return getDocument({
    data: Uint8Array.from(bytes),
    cMapUrl: folderPath('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folderPath('standard_fonts'),
    wasmUrl: folderUrl('wasm'),
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  });
}

/** Does the problem mean that a password is needed? */
export function needsPassword(problem: unknown): boolean {
  const codes: readonly unknown[] = [PasswordResponses.NEED_PASSWORD, PasswordResponses.INCORRECT_PASSWORD];
  return (
    problem instanceof Error &&
    problem.name === 'PasswordException' &&
    'code' in problem &&
    codes.includes(problem.code)
  );
}

import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import type { Context } from 'hono';
import type { Route } from '../route.ts';
import { styleSheet } from '../style/index.ts';

/** In the source the scripts are TypeScript, in the build JavaScript; the browser asks for `.js` or `.ts` and gets what is there. */
const scriptFolder = path.join(import.meta.dirname, '../browser');
const scriptEnding = path.extname(import.meta.filename);

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#1f4f82"/><path d="M7 17l6 6L25 9" fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

/** The folders of pdf.js that a browser needs: the library, its worker, and what pages may ask it for. */
const pdfjsFiles =
  /^(?:build\/pdf(?:\.worker)?\.min\.mjs|(?:cmaps|standard_fonts|wasm|iccs)\/[A-Za-z0-9_.-]+)$/;

/** What the pages load beside themselves; open to anyone, since it says nothing about anybody. */
export const assetRoutes: readonly Route[] = [
  get('/assets/style.css', (c) => text(c, 'text/css; charset=utf-8', styleSheet)),
  get('/assets/icon.svg', (c) => text(c, 'image/svg+xml', icon)),
  get('/assets/browser/:name', (c) => script(c)),
  get('/assets/pdfjs/:folder/:name', (c) => pdfjs(c)),
];

function get(at: string, answer: (c: Context) => Response | Promise<Response>): Route {
  return { method: 'GET', path: at, access: 'anyone', handle: ({ c }) => answer(c) };
}

function text(c: Context, type: string, content: string): Response {
  c.header('Cache-Control', 'no-cache');
  return c.body(content, 200, { 'Content-Type': type });
}

const scripts = new Map<string, string>();

function script(c: Context): Response | Promise<Response> {
  const name = path.parse(c.req.param('name') ?? '').name;
  const source = readScript(name);
  return source === undefined ? c.notFound() : text(c, 'text/javascript; charset=utf-8', source);
}

function readScript(name: string): string | undefined {
  const known = scripts.get(name);
  if (known !== undefined) return known;
  const file = `${name}${scriptEnding}`;
  if (!readdirSync(scriptFolder).includes(file)) return undefined;
  const source = readFileSync(path.join(scriptFolder, file), 'utf8');
  const ready = scriptEnding === '.ts' ? stripTypeScriptTypes(source) : source;
  scripts.set(name, ready);
  return ready;
}

async function pdfjs(c: Context): Promise<Response> {
  const wanted = `${c.req.param('folder') ?? ''}/${c.req.param('name') ?? ''}`;
  if (!pdfjsFiles.test(wanted)) return c.notFound();
  const root = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const content = await readFile(path.join(root, wanted)).catch(() => undefined);
  if (content === undefined) return c.notFound();
  c.header('Cache-Control', 'private, max-age=86400');
  return c.body(new Uint8Array(content), 200, { 'Content-Type': typeOf(wanted) });
}

function typeOf(name: string): string {
  if (/\.m?js$/.test(name)) return 'text/javascript; charset=utf-8';
  return name.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream';
}

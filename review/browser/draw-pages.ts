import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { announce, find, findAll } from './dom.ts';
import type { Keys } from './keys.ts';

type Pdfjs = typeof import('pdfjs-dist');

const folder = '/assets/pdfjs';

/** A page's canvas holds this many pixels at most, whatever the zoom. */
const mostPixels = 12_000_000;

const zoomStep = 1.25;

/** Draws the pages of a document as they come into view, and lays the boxes over them. */
export function drawPages(keys: Keys): void {
  const view = find('[data-source]', HTMLElement);
  const sheets = view && find('.sheets', HTMLElement, view);
  if (view === undefined || sheets === undefined) return;
  for (const box of findAll('.box', HTMLElement, sheets)) placeBox(box);
  const draw = view.dataset.source === 'pdf' ? createPdfDrawing(view) : undefined;
  let zoom = 1;
  const lay = () => {
    for (const sheet of findAll('.sheet', HTMLElement, sheets)) sizeSheet(sheet, sheets, zoom);
    draw?.renew();
  };
  const change = (by: number) => {
    zoom = by === 0 ? 1 : Math.min(6, Math.max(0.4, zoom * by));
    const middle = (sheets.scrollTop + sheets.clientHeight / 2) / sheets.scrollHeight;
    lay();
    sheets.scrollTop = middle * sheets.scrollHeight - sheets.clientHeight / 2;
  };
  lay();
  new ResizeObserver(lay).observe(sheets);
  keys.on('+', () => change(zoomStep));
  keys.on('=', () => change(zoomStep));
  keys.on('-', () => change(1 / zoomStep));
  keys.on('0', () => change(0));
  for (const button of findAll('[data-zoom]', HTMLButtonElement)) {
    const by = { in: zoomStep, out: 1 / zoomStep, fit: 0 }[button.dataset.zoom ?? ''] ?? 0;
    button.addEventListener('click', () => change(by));
  }
  jumpByStrip(view, sheets);
}

/** Boxes are in points of the page; as shares of it they hold at any zoom. */
function placeBox(box: HTMLElement): void {
  const sheet = box.closest('.sheet');
  if (!(sheet instanceof HTMLElement)) return;
  const [left = 0, top = 0, right = 0, bottom = 0] = (box.dataset.box ?? '').split(' ').map(Number);
  const { width, height } = sizeOf(sheet);
  box.style.left = `${(left / width) * 100}%`;
  box.style.top = `${(top / height) * 100}%`;
  box.style.width = `${((right - left) / width) * 100}%`;
  box.style.height = `${((bottom - top) / height) * 100}%`;
}

function sizeOf(sheet: HTMLElement): { readonly width: number; readonly height: number } {
  return { width: Number(sheet.dataset.width) || 595, height: Number(sheet.dataset.height) || 842 };
}

function sizeSheet(sheet: HTMLElement, sheets: HTMLElement, zoom: number): void {
  const { width, height } = sizeOf(sheet);
  const shown = Math.max(120, (sheets.clientWidth - 28) * zoom);
  sheet.style.width = `${shown}px`;
  sheet.style.height = `${(shown * height) / width}px`;
}

function jumpByStrip(view: HTMLElement, sheets: HTMLElement): void {
  const buttons = findAll('[data-to-page]', HTMLButtonElement, view);
  for (const button of buttons) {
    button.addEventListener('click', () => {
      const sheet = find(`[data-page="${button.dataset.toPage}"]`, HTMLElement, sheets);
      if (sheet)
        sheets.scrollTop += sheet.getBoundingClientRect().top - sheets.getBoundingClientRect().top - 8;
    });
  }
  const tell = () => {
    const top = sheets.getBoundingClientRect().top + sheets.clientHeight / 3;
    const here = findAll('.sheet', HTMLElement, sheets).findLast(
      (sheet) => sheet.getBoundingClientRect().top <= top,
    );
    for (const button of buttons)
      button.setAttribute('aria-current', String(button.dataset.toPage === here?.dataset.page));
  };
  sheets.addEventListener('scroll', tell, { passive: true });
  tell();
}

function createPdfDrawing(view: HTMLElement): { readonly renew: () => void } {
  let opened: Promise<PDFDocumentProxy | undefined> | undefined;
  const open = () => {
    opened ??= openPdf(view.dataset.address ?? '').catch(() => {
      announce(view.dataset.failed ?? '');
      return undefined;
    });
    return opened;
  };
  const drawn = new WeakMap<HTMLCanvasElement, number>();
  const visible = new Set<HTMLElement>();
  const draw = async (holder: HTMLElement) => {
    const canvas = find('canvas', HTMLCanvasElement, holder);
    const number = Number(holder.dataset.page ?? holder.dataset.toPage);
    const width = canvas?.clientWidth ?? 0;
    if (canvas === undefined || width === 0 || drawn.get(canvas) === width) return;
    drawn.set(canvas, width);
    const pdf = await open();
    const page = await pdf?.getPage(number);
    if (page && visible.has(holder) && drawn.get(canvas) === width) await drawPage(page, canvas, width);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!(target instanceof HTMLElement)) continue;
        if (isIntersecting) visible.add(target);
        else visible.delete(target);
        if (isIntersecting) void draw(target);
      }
    },
    { rootMargin: '300px' },
  );
  for (const holder of findAll('.sheet,[data-to-page]', HTMLElement, view)) observer.observe(holder);
  return {
    renew: () => {
      for (const holder of visible) void draw(holder);
    },
  };
}

async function openPdf(address: string): Promise<PDFDocumentProxy> {
  const library: Pdfjs = await import(`${folder}/build/pdf.min.mjs`);
  library.GlobalWorkerOptions.workerSrc = `${folder}/build/pdf.worker.min.mjs`;
  return library.getDocument({
    url: address,
    cMapUrl: `${folder}/cmaps/`,
    standardFontDataUrl: `${folder}/standard_fonts/`,
    wasmUrl: `${folder}/wasm/`,
    iccUrl: `${folder}/iccs/`,
    // The pages' policy allows no code made at run time, WebAssembly included; pdf.js has plain scripts for the same.
    useWasm: false,
    enableXfa: false,
    disableAutoFetch: true,
  }).promise;
}

async function drawPage(page: PDFPageProxy, canvas: HTMLCanvasElement, width: number): Promise<void> {
  const plain = page.getViewport({ scale: 1 });
  const sharp = Math.min(
    devicePixelRatio,
    Math.sqrt(mostPixels / ((width * width * plain.height) / plain.width)),
  );
  const viewport = page.getViewport({ scale: (width / plain.width) * sharp });
  const paper = document.createElement('canvas');
  paper.width = Math.floor(viewport.width);
  paper.height = Math.floor(viewport.height);
  await page.render({ canvas: paper, viewport }).promise;
  canvas.width = paper.width;
  canvas.height = paper.height;
  canvas.getContext('2d')?.drawImage(paper, 0, 0);
}

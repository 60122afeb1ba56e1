import type { Note } from '../../model/note.ts';
import { note, type Reading } from '../../model/outcome-channels.ts';
import { checkFigures } from './figures/check-figures.ts';
import { distrustOf } from './figures/places.ts';
import { pageOfPlaces, type ScannedPage } from './page-of-places.ts';
import { greyImage } from './pixels/grey-image.ts';
import type { PagePixels } from './pixels/page-pixels.ts';
import type { Engines } from './recognition/engines.ts';
import { readLines } from './recognition/read-lines.ts';
import { uprightPage } from './upright-page.ts';

/** Reads a page from its pixels: straightens it, finds lines and cells, recognises the text and checks its figures. */
export async function readScan(pixels: PagePixels, engines: Engines): Promise<Reading<ScannedPage>> {
  const upright = await uprightPage(greyImage(pixels), pixels.dotsPerInch, engines.lines);
  const read = await readLines(upright.page.lines, upright.page, engines.lines);
  const places = await checkFigures(read, upright.page, engines);
  const value = pageOfPlaces(upright.page, places, { number: pixels.number, engines });
  const distrust = distrustOf(upright.page);
  const notes = pageNotes(pixels.number, { ...upright.page, distrust, turns: upright.turns, engines });
  return { value, notes: [...notes, ...doubtNote(value, pixels.number)] };
}

type Facts = {
  readonly distrust: ReturnType<typeof distrustOf>;
  readonly turns: number;
  readonly lines: readonly unknown[];
  readonly engines: Engines;
};

function pageNotes(page: number, { distrust, turns, lines, engines }: Facts): readonly Note[] {
  const names = [engines.lines.name, engines.figures?.name].filter((name) => name !== undefined).join(' + ');
  const notes: Note[] = [
    note(
      'scan/recognised',
      {
        zh: `第 ${page} 页的文字和数字由图像识别得出（${names}）`,
        en: `the text and figures of page ${page} were recognised from its picture (${names})`,
      },
      { page },
    ),
  ];
  const add = (code: string, zh: string, en: string): void => {
    notes.push(note(code, { zh, en }, { page }));
  };
  if (lines.length === 0)
    add('scan/no-text', `第 ${page} 页没有找到文字`, `no text was found on page ${page}`);
  if (turns !== 0)
    add(
      'scan/turned',
      `第 ${page} 页方向不正，已转正后识别`,
      `page ${page} was turned upright before it was read`,
    );
  if (distrust === 'black and white')
    add(
      'scan/black-and-white',
      `第 ${page} 页是黑白二值扫描件，数字可能误读，均按存疑处理`,
      `page ${page} is a 1-bit scan, on which figures may be misread; all of them are taken as doubtful`,
    );
  if (distrust === 'noisy')
    add(
      'scan/too-noisy',
      `第 ${page} 页图像质量过低，数字均按存疑处理；请重新扫描`,
      `the picture of page ${page} is too poor, all its figures are taken as doubtful; scan it again`,
    );
  if (distrust === 'pale' && lines.length > 0)
    add(
      'scan/pale',
      `第 ${page} 页字迹过细或过淡，数字均按存疑处理；请提高分辨率重新扫描`,
      `the print of page ${page} is too thin or pale, all its figures are taken as doubtful; scan it again at a higher resolution`,
    );
  return notes;
}

function doubtNote({ recognitions }: ScannedPage, page: number): readonly Note[] {
  const doubts = recognitions.filter(({ recognition }) => recognition.state === 'doubtful');
  if (doubts.length === 0) return [];
  return [
    note(
      'scan/doubtful-figures',
      {
        zh: `第 ${page} 页有 ${doubts.length} 处数字识别存疑，已列出各种读法`,
        en: `${doubts.length} figures of page ${page} are doubtful; their readings are kept`,
      },
      { page },
    ),
  ];
}

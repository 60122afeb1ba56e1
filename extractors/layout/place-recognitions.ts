import type { Block, Cell } from '../../model/extraction.ts';
import type { Box, Place } from '../../model/place.ts';
import type { Recognition } from '../../model/recognition.ts';

/** How a place on a page was read from its picture; `box` in points. */
export type PlacedRecognition = { readonly box: Box; readonly recognition: Recognition };

/** The places of one page. */
export type PageRecognitions = {
  readonly page: number;
  readonly recognitions: readonly PlacedRecognition[];
};

/** Characters of crops that one document and one page may carry. */
const mostCropCharacters = { document: 3_000_000, page: 200_000 };

function lies({ box }: PlacedRecognition, place: Place): boolean {
  if (!place.box) return false;
  const x = (box[0] + box[2]) / 2;
  const y = (box[1] + box[3]) / 2;
  return x >= place.box[0] && x <= place.box[2] && y >= place.box[1] && y <= place.box[3];
}

const bare = (text: string): string => text.replace(/\s+/gu, '');

/** The readings of a place as readings of the whole cell, when it holds more than that place. */
function inCell(text: string, { recognition }: PlacedRecognition): readonly string[] {
  const [taken = '', ...others] = recognition.readings;
  if (bare(taken) === bare(text)) return others;
  if (taken === '' || !text.includes(taken)) return others.map((other) => `${text} (${other})`);
  return others.map((other) => text.replace(taken, other));
}

const states: readonly Recognition['state'][] = ['doubtful', 'single', 'agreed'];

/** How a cell was read: as unsure as the least sure of its places. */
function together(text: string, places: readonly PlacedRecognition[]): Recognition {
  const own = places.map(({ recognition }) => recognition);
  const state = states.find((one) => own.some((each) => each.state === one)) ?? 'single';
  const shown = own.find((each) => each.state === state && each.crop !== undefined);
  return {
    state,
    engines: [...new Set(own.flatMap(({ engines }) => engines))],
    confidence: Math.min(...own.map(({ confidence }) => confidence)),
    readings: [text, ...new Set(places.flatMap((place) => inCell(text, place)))],
    ...(shown?.crop === undefined ? {} : { crop: shown.crop }),
  };
}

function withRecognition(cell: Cell, pages: ReadonlyMap<number, PageRecognitions['recognitions']>): Cell {
  const places = [cell.place, ...(cell.continued ?? [])].flatMap((place) =>
    (pages.get(place.page ?? 0) ?? []).filter((one) => lies(one, place)),
  );
  if (places.length === 0) return cell;
  const recognition = together(cell.text, places);
  if (recognition.state !== 'doubtful') return { ...cell, recognition };
  const { readings, confidence } = recognition;
  return { ...cell, recognition, doubt: { readings, confidence } };
}

/** Leaves out the crops for which there is no room; those of doubtful places come first. */
function withinRoom({ page, recognitions }: PageRecognitions, room: number): PageRecognitions {
  let left = room;
  const shown = new Set<PlacedRecognition>();
  const doubtfulFirst = recognitions.toSorted((a, b) => Number(isSure(a)) - Number(isSure(b)));
  for (const one of doubtfulFirst) {
    const size = one.recognition.crop?.length ?? 0;
    if (size > left) continue;
    left -= size;
    shown.add(one);
  }
  return { page, recognitions: recognitions.map((one) => (shown.has(one) ? one : withoutCrop(one))) };
}

const isSure = ({ recognition }: PlacedRecognition): boolean => recognition.state !== 'doubtful';

function withoutCrop({ box, recognition }: PlacedRecognition): PlacedRecognition {
  const { crop: _crop, ...rest } = recognition;
  return { box, recognition: rest };
}

/** Marks the cells that were recognised with how that was. */
export function placeRecognitions(
  blocks: readonly Block[],
  pages: readonly PageRecognitions[],
): readonly Block[] {
  if (pages.length === 0) return blocks;
  const room = Math.min(mostCropCharacters.page, mostCropCharacters.document / pages.length);
  const shown = pages.map((page) => withinRoom(page, room));
  const byPage = new Map(shown.map(({ page, recognitions }) => [page, recognitions]));
  return blocks.map((block) =>
    block.kind === 'prose'
      ? block
      : {
          kind: 'grid',
          grid: { ...block.grid, cells: block.grid.cells.map((cell) => withRecognition(cell, byPage)) },
        },
  );
}

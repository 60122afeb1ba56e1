import type { Assessment } from '../model/assessment.ts';
import type { Finding, FindingCode, RecognisedFigure } from '../model/finding.ts';
import type { Localized } from '../model/localized.ts';
import type { Recognition } from '../model/recognition.ts';
import { exact } from './exact.ts';
import { figuresBehind, type ReadFigure } from './figures-behind.ts';
import type { ScoringContext } from './scoring-context.ts';

/** How sure one engine alone must have been of a figure in a text that an accusation may rest on. */
const leastAlone = 0.9;

/** Recognised figures that a finding names, the doubtful ones first. */
const mostNamed = 6;

/** What is faint enough is not found in a picture, and a tick is looked at by one engine alone: nothing proves that it is not there. */
const restingOnAbsence: readonly FindingCode[] = [
  'table/incomplete',
  'total/missing',
  'score/missing',
  'grade/missing',
  'grade/ambiguous',
  'grade/mismatch',
];

/** Readings that the message of a finding spells out. */
const mostSpelt = 3;

/** A finding as far as the reading that it rests on bears it: an error becomes a warning that says why where it does not. */
export function holdBack(finding: Finding, context: ScoringContext): Finding {
  return holdBackPresumed(holdBackRecognised(finding, context), context);
}

/**
 * A table without lines was put together by where its texts stand, and one with unknown headings by its figures. What it proves wrong
 * is wrong only if its sums show that it was put together rightly.
 */
function holdBackPresumed(finding: Finding, context: ScoringContext): Finding {
  const { assessment, points, total } = context;
  if (finding.severity !== 'error' || !assessment.columnsFrom) return finding;
  const addsUp = points.verdict === 'equal' && total.outcome.verdict === 'agrees';
  const proves = finding.code.startsWith('total/') ? isWhole(context) : addsUp;
  return proves && provesItself(finding, context)
    ? finding
    : withheld(finding, becausePresumed[assessment.columnsFrom]);
}

/** Every row has points and a score that they can hold, and the points add up. */
function isWhole({ assessment, points }: ScoringContext): boolean {
  return (
    points.verdict === 'equal' &&
    assessment.indicators.every(
      ({ maxScore, selfScore }) => maxScore && selfScore && exact(selfScore.value).lte(exact(maxScore.value)),
    )
  );
}

/**
 * A finding on recognised figures: says how they were read, and is a warning at most where one of them is doubtful, or where
 * the table does not prove that it was read as a whole. Other findings stay as they are.
 */
function holdBackRecognised(finding: Finding, context: ScoringContext): Finding {
  const behind = figuresBehind(finding, context.assessment);
  const recognised = distinct(behind).flatMap(asRecognised);
  if (recognised.length === 0) return finding;
  const moved = behind.filter((figure) => figure.origin === 'moved').flatMap(asRecognised);
  const doubtful = recognised.filter(
    (figure) => isDoubtful(figure.recognition) || moved.some(({ place }) => isSameCell(place, figure.place)),
  );
  const own = recognised.filter(({ place }) => finding.places.some((one) => isSameCell(one, place)));
  const named = [...new Set([...doubtful, ...own, ...(own.length > 0 ? [] : recognised)])].slice(
    0,
    mostNamed,
  );
  const told = { ...finding, recognised: named };
  if (finding.severity !== 'error') return told;
  if (doubtful.length > 0) return withheld(told, becauseDoubtful(doubtful));
  return provesItself(finding, context) ? told : withheld(told, becauseIncomplete);
}

/** A cell that was taken for something and is doubtful stands in both lists. */
function distinct(figures: readonly ReadFigure[]): readonly ReadFigure[] {
  return figures.filter(
    (figure, index) => figures.findIndex(({ place }) => isSameCell(place, figure.place)) === index,
  );
}

function asRecognised({ place, raw, text, recognition }: ReadFigure): readonly RecognisedFigure[] {
  return recognition === undefined
    ? []
    : [{ text: raw ?? text ?? recognition.readings[0] ?? '', place, recognition }];
}

function isDoubtful({ state, confidence, readings }: Recognition): boolean {
  if (state === 'doubtful') return true;
  return state === 'single' && confidence < leastAlone && /\d/.test(readings[0] ?? '');
}

function isSameCell(a: RecognisedFigure['place'], b: RecognisedFigure['place']): boolean {
  if (a.table === undefined || a.row === undefined) return a === b;
  return a.table === b.table && a.row === b.row && a.column === b.column;
}

/**
 * A row that recognition lost breaks both sums of a table, that of the points and that of the scores; what disagrees in print
 * breaks one. So each sum vouches for the rows of the other.
 */
function provesItself({ code }: Finding, { points, total }: ScoringContext): boolean {
  if (restingOnAbsence.includes(code)) return false;
  if (code.startsWith('total/')) return points.verdict === 'equal';
  if (code.startsWith('points/')) return total.outcome.verdict === 'agrees';
  return true;
}

function withheld(finding: Finding, because: Localized): Finding {
  const { zh, en } = finding.message;
  return {
    ...finding,
    severity: 'warning',
    message: { zh: `${zh}（${because.zh}）`, en: `${en} (${because.en})` },
  };
}

function becauseDoubtful(doubtful: readonly RecognisedFigure[]): Localized {
  const spelt = doubtful.slice(0, mostSpelt);
  const more = doubtful.length > spelt.length;
  const zh = spelt.map(({ recognition: { readings } }) => readings.map((one) => `“${one}”`).join('或'));
  const en = spelt.map(({ recognition: { readings } }) => readings.map((one) => `"${one}"`).join(' or '));
  return {
    zh: `所依据的文字由图像识别，其中${zh.join('、')}${more ? '等' : ''}识别存疑，请核对原件`,
    en: `it rests on text recognised from a picture, of which ${en.join(', ')}${more ? ' and others' : ''} is doubtful; look at the document`,
  };
}

const becauseIncomplete: Localized = {
  zh: '表格由图像识别，也可能是漏识或误识所致，请核对原件',
  en: 'the table was recognised from a picture; something that was lost or misread there would look the same; look at the document',
};

const becausePresumed: Readonly<Record<NonNullable<Assessment['columnsFrom']>, Localized>> = {
  positions: {
    zh: '表格没有框线，行列按文字位置划分，也可能是划分有误所致，请核对原件',
    en: 'the table has no lines; its rows and columns were found by where the texts stand, and may be wrong; look at the document',
  },
  figures: {
    zh: '得分栏或分值栏的表头未能识别，按栏内数字推断，也可能推断有误，请核对原件',
    en: 'the heading of the scores or points is not known; the column was found by its figures, and may be wrong; look at the document',
  },
};

import type { FormKind } from '../model/assessment.ts';
import type { ColumnRole } from '../model/column-role.ts';
import type { PrintedText } from '../model/printed.ts';
import type { FormMarks, Profile } from '../model/profile.ts';
import { matchKey } from '../text/fold.ts';
import type { DraftRow } from './draft-row.ts';
import type { Line } from './line.ts';

/** A form as printed, as far as it tells which published form it is. */
export type PrintedForm = {
  readonly kind: FormKind;
  readonly titleAndUnit: readonly [string, string];
  readonly columns: readonly ColumnRole[];
  /** Lines above the indicator header, and those of the header. */
  readonly block: readonly Line[];
  readonly header: readonly Line[];
  readonly drafts: readonly DraftRow[];
  readonly remarks: readonly PrintedText[];
};

/** Share of a list of wordings that must be found. */
const leastShare = 0.5;
/** Title and each list count one at most: nearly two of them must speak for a form … */
const leastEvidence = 1.75;
/** … and by this much more than for the next one. */
const leastMargin = 0.25;
/** A place tells a form from the national one that it repeats, and no more than that. */
const regionEvidence = 0.5;

/** The known form that this clearly is by title, columns and wordings; nothing when two come close or none does. */
export function recognizeForm(printed: PrintedForm, profiles: readonly Profile[]): Profile | undefined {
  const wordings = gatherWordings(printed);
  const [best, next] = profiles
    .map((profile) => ({ profile, evidence: weighProfile(profile, printed, wordings) }))
    .sort((left, right) => right.evidence - left.evidence);
  if (best === undefined || best.evidence < leastEvidence) return undefined;
  return best.evidence - (next?.evidence ?? 0) >= leastMargin ? best.profile : undefined;
}

type Wordings = {
  readonly title: string;
  readonly block: ReadonlySet<string>;
  readonly header: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly remarks: string;
  readonly pointsIn: NonNullable<FormMarks['pointsIn']> | 'nowhere';
};

function gatherWordings(printed: PrintedForm): Wordings {
  const levels = printed.drafts.flatMap(({ groups }) => groups.flatMap(({ name }) => name?.cell.text ?? []));
  const own = printed.drafts.flatMap(({ name }) => name?.cell.text ?? []);
  return {
    title: matchKey(printed.titleAndUnit[0]),
    block: new Set(printed.block.flatMap(textsOf).flatMap(labelKeys)),
    header: new Set(printed.header.flatMap(textsOf).flatMap(labelKeys)),
    names: new Set([...levels, ...own].flatMap(labelKeys)),
    remarks: matchKey(printed.remarks.map(({ text }) => text).join('')),
    pointsIn: pointsIn(levels, printed.columns),
  };
}

function textsOf(line: Line): readonly string[] {
  return line.kind === 'prose' ? [line.text] : line.cells.map(({ text }) => text);
}

const parentheses = /[（(][^（()）]*[）)]/g;

/** The keys under which a cell is known: whole, without parentheses and numbering, and each label before a colon. */
function labelKeys(text: string): readonly string[] {
  const plain = text.replace(/^\s*(?:其中[:：]?|\d+[.、．]\s*)/, '');
  const labels = [...plain.matchAll(/[^\s：:]+(?=[：:])/g)].map(([label]) => label);
  const whole = plain.length <= 40 ? [plain] : [];
  return [...whole, ...labels].flatMap((each) => [matchKey(each), matchKey(each.replace(parentheses, ''))]);
}

/** 产出指标（50分）: how many of the level names say their points? */
function pointsIn(levels: readonly string[], columns: readonly ColumnRole[]): Wordings['pointsIn'] {
  const names = new Set(levels);
  const withPoints = [...names].filter((name) => /[（(]\s*\d+(?:\.\d+)?\s*分?\s*[）)]/.test(name)).length;
  const inNames = withPoints >= 2;
  if (columns.includes('points')) return inNames ? 'both' : 'column';
  return inNames ? 'names' : 'nowhere';
}

/** What speaks for a profile: 0 when anything speaks against it. */
function weighProfile(profile: Profile, printed: PrintedForm, wordings: Wordings): number {
  const { marks } = profile;
  if (marks === undefined || !fits(profile, marks, printed, wordings)) return 0;
  const shares = (['block', 'header', 'names'] as const).flatMap((list) => {
    const words = marks[list];
    return words ? [shareOf(words, (key) => wordings[list].has(key))] : [];
  });
  if (shares.some((share) => share < leastShare)) return 0;
  const title = profile.titles.some((words) => wordings.title.includes(matchKey(words))) ? 1 : 0;
  const remarks = marks.remarks ? shareOf(marks.remarks, (key) => wordings.remarks.includes(key)) : 0;
  const region = marks.regions ? regionEvidence : 0;
  return shares.reduce((sum, share) => sum + share, title + remarks + region);
}

function shareOf(words: readonly string[], isFound: (key: string) => boolean): number {
  return words.filter((word) => isFound(matchKey(word))).length / words.length;
}

/** Nothing speaks against the profile: every column it needs is there, none that it never has, and the place is right. */
function fits(
  profile: Profile,
  marks: FormMarks,
  { kind, columns, titleAndUnit }: PrintedForm,
  { pointsIn: printedPoints }: Wordings,
): boolean {
  const kinds = [kind, profile.form];
  const isOfKind = kinds.includes('other') || (kind === 'department') === (profile.form === 'department');
  const hasColumns = profile.columns.every((role) => columns.includes(role));
  const lacksOthers = !marks.lacks?.some((role) => columns.includes(role));
  const isThere = marks.regions?.some((place) => titleAndUnit.some((text) => text.includes(place))) ?? true;
  const pointsFit = marks.pointsIn === undefined || marks.pointsIn === printedPoints;
  return isOfKind && hasColumns && lacksOthers && isThere && pointsFit;
}

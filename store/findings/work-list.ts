import type { FindingCode, Severity } from '../../model/finding.ts';
import type { Localized } from '../../model/localized.ts';
import type { OriginKind } from '../../model/origin.ts';
import type { Place } from '../../model/place.ts';
import type { ReviewState } from '../../model/review.ts';
import type { DifferenceBand } from './difference.ts';

/** A finding of a current result as the work list shows it. */
export type ListedFinding = {
  readonly fingerprint: string;
  readonly sha256: string;
  /** Id of the published assessment, and the finding's 0-based number in it. */
  readonly assessment: string;
  readonly index: number;
  readonly code: FindingCode;
  readonly severity: Severity;
  /** As in the result (`r10`), and by name. */
  readonly subject: string;
  readonly subjectName: string;
  readonly printed: string | undefined;
  readonly recomputed: string | undefined;
  /** How far they lie apart, exactly. */
  readonly difference: string | undefined;
  readonly affectsGrade: boolean;
  readonly message: Localized;
  readonly place: Place;
  readonly unit: string | undefined;
  readonly year: number | undefined;
  readonly form: string;
  readonly district: string;
  readonly source: OriginKind;
  readonly foundAt: number;
  readonly state: ReviewState;
  readonly assignee: string | undefined;
  /** Name of the document. */
  readonly name: string;
};

/** What the list can be narrowed by; `''` and 0 stand for "not read", `affectsGrade` is 1 or 0. */
export const facets = [
  'district',
  'unit',
  'year',
  'form',
  'code',
  'severity',
  'affectsGrade',
  'difference',
  'state',
  'assignee',
  'source',
] as const;

export type Facet = (typeof facets)[number];

export type FacetValues = {
  readonly district: string;
  readonly unit: string;
  readonly year: number;
  readonly form: string;
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly affectsGrade: 0 | 1;
  readonly difference: DifferenceBand;
  readonly state: ReviewState;
  readonly assignee: string;
  readonly source: OriginKind;
};

/** Any of the values of a facet, all of the facets. */
export type WorkListFilter = {
  readonly [Name in Facet]?: readonly FacetValues[Name][];
} & {
  /** Only of this document. */
  readonly sha256?: string;
  /** In unit, title, project, file name, path, address, tag or hash. */
  readonly search?: string;
};

/** `severity`: errors first, larger differences first. `document`: in the order of the document. */
export type WorkListSort = 'newest' | 'severity' | 'difference' | 'unit' | 'document';

export type WorkListQuery = {
  readonly filter?: WorkListFilter;
  readonly sort?: WorkListSort;
  /** The other way round. */
  readonly reverse?: true;
  readonly limit?: number;
  /** `next` of the page before; one that is not understood begins at the first page. */
  readonly after?: string;
};

export type WorkListPage = {
  readonly findings: readonly ListedFinding[];
  /** Undefined on the last page. */
  readonly next: string | undefined;
};

/** A value and how many findings have it, other facets' filters applied, its own not. Most frequent first. */
export type FacetCount = { readonly value: string | number; readonly count: number };

export type Findings = {
  readonly list: (query?: WorkListQuery) => Promise<WorkListPage>;
  readonly count: (filter?: WorkListFilter) => Promise<number>;
  /** Counts of every facet, of each at most `limit` values. */
  readonly facets: (
    filter?: WorkListFilter,
    limit?: number,
  ) => Promise<Readonly<Record<Facet, readonly FacetCount[]>>>;
  readonly get: (fingerprint: string) => Promise<ListedFinding | undefined>;
};

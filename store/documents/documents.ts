import type { TotalOutcome } from '../../model/finding.ts';
import type { Origin, OriginKind } from '../../model/origin.ts';
import type { StoredBlob } from '../blobs/blobs.ts';
import type { FacetCount } from '../findings/work-list.ts';

/** Where a document stands: `waiting` for its first result, what its result says, or `failed`: it has none. */
export type DocumentStatus = 'waiting' | 'checked' | 'no-assessment' | 'unreadable' | 'failed';

/** One sequence of bytes, known by its SHA-256. Times are milliseconds since 1970. */
export type StoredDocument = {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string | undefined;
  /** The name that it first came with. */
  readonly name: string;
  readonly addedAt: number;
  readonly status: DocumentStatus;
  /** Code of the refusal or of the failure. */
  readonly errorCode: string | undefined;
  /** First tag, or the host it was fetched from, or `''`. */
  readonly district: string;
  readonly source: OriginKind;
  /** Of its first assessment. */
  readonly unit: string | undefined;
  readonly title: string | undefined;
  readonly year: number | undefined;
  readonly form: string | undefined;
  /** When every place that published it had withdrawn it. */
  readonly withdrawnAt: number | undefined;
};

/** A place that a document came from, and when it was there first and last. */
export type StoredOrigin = {
  readonly origin: Origin;
  readonly firstSeen: number;
  readonly lastSeen: number;
  readonly withdrawnAt: number | undefined;
};

/** A file that comes in; its bytes lie in `blobs` already. */
export type Arrival = {
  readonly blob: StoredBlob;
  readonly origin: Origin;
  readonly tags?: readonly string[];
  /** Lower goes first; see `priorities`. */
  readonly priority?: number;
};

/** `known`: these bytes were here; the origin was linked and nothing is done again. */
export type Acceptance = {
  readonly kind: 'new' | 'known';
  readonly sha256: string;
  /** The ledger row of the document's `check` stage by this engine. */
  readonly stageId: number;
};

/** One report as the current result of one document has it. */
export type Version = {
  readonly sha256: string;
  /** Of the assessment in the result, from 1. */
  readonly number: number;
  readonly name: string;
  readonly addedAt: number;
  readonly withdrawnAt: number | undefined;
  readonly printedTotal: string | undefined;
  readonly printedGrade: string | undefined;
};

/** All versions of one report, in the order in which they came; one of them at least is the document that was asked for. */
export type VersionGroup = { readonly number: number; readonly versions: readonly Version[] };

export const documentFacets = ['status', 'district', 'source', 'year', 'form'] as const;

export type DocumentFacet = (typeof documentFacets)[number];

/** Any of the values of a facet, all of the facets. */
export type DocumentFilter = {
  readonly [Facet in DocumentFacet]?: readonly (string | number)[];
} & { readonly search?: string };

export type DocumentQuery = {
  readonly filter?: DocumentFilter;
  /** Hash of the last document of the page before. */
  readonly after?: string;
  readonly limit?: number;
};

/** A document and how many findings its current result has, all of them and those that nobody has decided. */
export type ListedDocument = StoredDocument & {
  readonly findings: number;
  readonly undecided: number;
};

export type DocumentPage = {
  readonly documents: readonly ListedDocument[];
  /** Undefined on the last page. */
  readonly next: string | undefined;
};

export type AssessmentFilter = { readonly unit?: string; readonly years?: readonly number[] };

/** One assessment of a current result: its figures, and how much of it was read. */
export type AssessmentSummary = {
  readonly sha256: string;
  readonly number: number;
  /** Of the document, and when it came. */
  readonly name: string;
  readonly addedAt: number;
  readonly district: string;
  readonly unit: string | undefined;
  readonly title: string | undefined;
  readonly project: string | undefined;
  readonly year: number | undefined;
  readonly form: string;
  readonly printedTotal: string | undefined;
  readonly low: string;
  readonly high: string;
  readonly totalVerdict: TotalOutcome['verdict'];
  readonly printedGrade: string | undefined;
  readonly expectedGrade: string | undefined;
  readonly rows: number;
  readonly rowsWithScore: number;
};

export type Documents = {
  /** Records a file and what is to be done with it, in one transaction. Only after it may the source be moved away. */
  readonly accept: (arrival: Arrival) => Promise<Acceptance>;
  readonly get: (sha256: string) => Promise<StoredDocument | undefined>;
  readonly origins: (sha256: string) => Promise<readonly StoredOrigin[]>;
  readonly tags: (sha256: string) => Promise<readonly string[]>;
  /** Documents whose hash begins with the text, or whose name, path, address, unit or title holds it (all, for no text); newest first. */
  readonly find: (text: string, limit?: number) => Promise<readonly StoredDocument[]>;
  /** Every document in the order in which they came, `after` the one given. */
  readonly page: (after: string | undefined, limit: number) => Promise<readonly StoredDocument[]>;
  /** The reports of a document's current result that stand in other documents as well, with other bytes. */
  readonly versions: (sha256: string) => Promise<readonly VersionGroup[]>;
  /** Documents by what they are, newest first. */
  readonly list: (query?: DocumentQuery) => Promise<DocumentPage>;
  readonly count: (filter?: DocumentFilter) => Promise<number>;
  /** How many documents have each value of a facet, the filters of the other facets applied. */
  readonly facets: (
    filter?: DocumentFilter,
  ) => Promise<Readonly<Record<DocumentFacet, readonly FacetCount[]>>>;
  /** Every assessment of the current results, for plots: figures without the documents. */
  readonly assessments: (filter?: AssessmentFilter) => Promise<readonly AssessmentSummary[]>;
  /** Notes that a place no longer has what it published there; gives the documents that nobody publishes any more. */
  readonly withdraw: (url: string) => Promise<readonly string[]>;
};

import { recognitionNeeded } from '../../extractors/recognition-needed.ts';
import type { Language } from '../../model/localized.ts';
import type { OcrPolicy } from '../../model/recognition.ts';
import type { CheckResult } from '../../model/result.ts';
import type { CheckedWithRecord } from '../check.ts';
import type { TablesLine } from '../find-tables.ts';

/** What a check needs to know beside the document's bytes. `generic` leaves the known forms out. */
export type CheckRequest = {
  readonly file: string;
  readonly language: Language;
  readonly rubrics: 'known' | 'generic';
  /** Which pages are recognised from their pictures; `auto` unless given. */
  readonly ocr?: OcrPolicy;
};

/** What showing a document's tables needs to know; see `find-tables.ts`. */
export type TablesRequest = {
  readonly file: string;
  readonly tables: 'joined' | 'apart';
  readonly drawings: 'wanted' | 'not-wanted';
  readonly ocr?: OcrPolicy;
};

/** A document's tables, its pages as SVG where they were wanted, and the codes of what was guessed or left out. */
export type DrawnTables = {
  readonly line: TablesLine;
  readonly notes: readonly string[];
  readonly drawings: readonly { readonly page: number; readonly svg: string }[];
};

/** What a document worker is asked. */
export type DocumentTask =
  | { readonly kind: 'check' | 'check-and-record'; readonly request: CheckRequest }
  | { readonly kind: 'tables'; readonly request: TablesRequest };

/** The same with the hash of the document's bytes. */
export type HashedTask = DocumentTask & { readonly sha256: string };

/** Messages come from the same version of this program, which made them as their type says; the kind tells them apart. */
export function isHashedTask(message: unknown): message is HashedTask {
  const { kind, request, sha256 } = fieldsOf(message);
  const isKnown = kind === 'check' || kind === 'check-and-record' || kind === 'tables';
  return isKnown && typeof fieldsOf(request).file === 'string' && typeof sha256 === 'string';
}

/**
 * Is this the result of the file that was asked about? Only the frame of it is looked at: the rest was made by
 * `checkDocument` of this same version, and the full schema would cost more than many a document.
 */
export function isCheckResultOf(file: string, value: unknown): value is CheckResult {
  const { schemaVersion, file: given, assessments, notes } = fieldsOf(value);
  return schemaVersion === 1 && given === file && Array.isArray(assessments) && Array.isArray(notes);
}

/** Is this the result of the file that was asked about, with its reading where it could be read? */
export function isCheckedWithRecordOf(file: string, value: unknown): value is CheckedWithRecord {
  const { result, record } = fieldsOf(value);
  return isCheckResultOf(file, result) && (record === undefined || Array.isArray(fieldsOf(record).documents));
}

/** Are these the tables of the file that was asked about? */
export function areTablesOf(file: string, value: unknown): value is DrawnTables {
  const { line, drawings, notes } = fieldsOf(value);
  const { file: given, tables } = fieldsOf(line);
  return given === file && Array.isArray(tables) && Array.isArray(drawings) && Array.isArray(notes);
}

/** Does an answer say that pictures were left unread because recognition was turned off? */
export function leavesPicturesUnread(answer: unknown): boolean {
  const { result, line, notes } = fieldsOf(answer);
  if (result !== undefined) return leavesPicturesUnread(result);
  const { error } = fieldsOf(line ?? answer);
  const said = Array.isArray(notes) ? notes : [];
  return [error, ...said].some(
    (each) => each === recognitionNeeded || fieldsOf(each).code === recognitionNeeded,
  );
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

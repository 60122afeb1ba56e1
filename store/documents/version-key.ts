import type { ResultAssessment } from '../../model/result.ts';

/** What tells one report from another. */
type Named = Pick<ResultAssessment, 'unit' | 'project' | 'title' | 'year' | 'form'>;

/**
 * Equal for all versions of one report: the same unit and year, and for what is not the report of a whole department the same
 * project or title. Undefined where one of them was not read: two reports must never be taken for versions of one by a guess.
 */
export function versionKey({ unit, project, title, year, form }: Named): string | undefined {
  if (unit === null || year === null) return undefined;
  const about = form === 'department' ? '' : (project ?? title);
  if (about === null) return undefined;
  return JSON.stringify([squeeze(unit), year, form, squeeze(about)]);
}

/** Spaces, width and brackets differ between two prints of one name. */
function squeeze(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '');
}

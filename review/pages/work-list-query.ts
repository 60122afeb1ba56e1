import { z } from 'zod';
import { findingCodeSchema, severitySchema } from '../../model/finding.ts';
import { reviewStateSchema } from '../../model/review.ts';
import { differenceBands } from '../../store/findings/difference.ts';
import {
  type Facet,
  type FacetValues,
  facets,
  type WorkListFilter,
  type WorkListSort,
} from '../../store/findings/work-list.ts';
import type { Fields } from '../http/fields.ts';

/** What of the findings is to be listed, as the address says it. */
export type ListRequest = {
  readonly filter: WorkListFilter;
  readonly sort: WorkListSort;
  readonly after: string | undefined;
};

export const sorts = [
  'severity',
  'difference',
  'newest',
  'unit',
  'document',
] as const satisfies readonly WorkListSort[];

/** The value of `state` that stands for every state. */
export const everyState = 'any';

/** Findings that wait for somebody: what is listed unless the address says otherwise. */
const waiting = ['open', 'reopened'] as const;

const name = z.string().max(200);
const valueSchemas = {
  district: name,
  unit: name,
  year: z.coerce.number().int().min(0).max(9999),
  form: name,
  code: findingCodeSchema,
  severity: severitySchema,
  affectsGrade: z.enum(['0', '1']).transform((text) => (text === '1' ? 1 : 0)),
  difference: z.enum(differenceBands),
  state: reviewStateSchema,
  assignee: name,
  source: z.enum(['path', 'upload', 'url']),
} as const;

/** Reads a query; values that do not exist are left out. */
export function readListRequest(query: Fields): ListRequest {
  const given = <Name extends Facet>(
    facet: Name,
    schema: z.ZodType<FacetValues[Name]>,
  ): { readonly [Held in Name]?: readonly FacetValues[Held][] } => {
    const values = query.all(facet).flatMap((text) => {
      const read = schema.safeParse(text);
      return read.success ? [read.data] : [];
    });
    // A key that is computed loses its name in the type; it is this one.
    return values.length === 0 ? {} : ({ [facet]: values } as { [Held in Name]: FacetValues[Held][] });
  };
  const search = query.one('search').trim().slice(0, 200);
  const filter: WorkListFilter = {
    ...given('district', valueSchemas.district),
    ...given('unit', valueSchemas.unit),
    ...given('year', valueSchemas.year),
    ...given('form', valueSchemas.form),
    ...given('code', valueSchemas.code),
    ...given('severity', valueSchemas.severity),
    ...given('affectsGrade', valueSchemas.affectsGrade),
    ...given('difference', valueSchemas.difference),
    ...given('assignee', valueSchemas.assignee),
    ...given('source', valueSchemas.source),
    ...(query.all('state').length === 0 ? { state: waiting } : given('state', valueSchemas.state)),
    ...(search === '' ? {} : { search }),
  };
  const sort = sorts.find((one) => one === query.one('sort')) ?? 'severity';
  return { filter, sort, after: query.one('after') || undefined };
}

/** The query that says a request again, from its first page; `without` leaves a facet out. */
export function writeListQuery({ filter, sort }: Omit<ListRequest, 'after'>): URLSearchParams {
  const query = new URLSearchParams();
  for (const facet of facets) for (const value of filter[facet] ?? []) query.append(facet, String(value));
  if (filter.state === undefined) query.append('state', everyState);
  if (filter.search !== undefined) query.append('search', filter.search);
  if (sort !== 'severity') query.append('sort', sort);
  return query;
}

/** The query with one value of a facet taken in or out. */
export function toggled(request: Omit<ListRequest, 'after'>, facet: Facet, value: string): URLSearchParams {
  const query = writeListQuery(request);
  const held = query.getAll(facet).filter((one) => one !== everyState);
  query.delete(facet);
  const kept = held.includes(value) ? held.filter((one) => one !== value) : [...held, value];
  for (const one of kept) query.append(facet, one);
  if (facet === 'state' && kept.length === 0) query.append('state', everyState);
  return query;
}

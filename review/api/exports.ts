import { z } from 'zod';
import { languageSchema } from '../../model/localized.ts';
import type { Store } from '../../store/open-store.ts';
import { answerExport } from '../exports/answer-export.ts';
import { exportFormats, formatTraits } from '../exports/formats.ts';
import type { Selection } from '../exports/selection.ts';
import { filterFields, filterOf } from './finding-filter.ts';
import { type Operation, operation } from './operation.ts';
import { answerProblem } from './problem.ts';

const exportQuerySchema = z.object({
  format: z.enum(exportFormats),
  lang: languageSchema.optional(),
  /** Hashes; wins over the filter. */
  document: z.array(z.string()).optional(),
  ...filterFields,
  /** Of a formal report. */
  number: z.string().max(80).optional(),
});

/** Results with decisions as a file. */
export function exportOperation(store: Store): Operation {
  return operation({
    id: 'export',
    method: 'GET',
    path: '/export',
    access: 'viewer',
    summary: {
      zh: '导出：所选文件、筛选所及的文件，或全部文件',
      en: 'documents given, those with findings that the filter lets through, or all, as a file',
    },
    query: exportQuerySchema,
    answers: {
      200: {
        description: 'the file',
        mediaTypes: Object.values(formatTraits).map(({ mediaType }) => mediaType.replace(/;.*/, '')),
      },
    },
    answer: async ({ c, query }) => {
      const { format, lang = 'zh', number } = query;
      const request = {
        selection: selectionOf(query),
        format,
        language: lang,
        ...(number === undefined ? {} : { number }),
      };
      return (await answerExport(c, store, request)) ?? answerProblem(c, 'api/export-too-many');
    },
  });
}

function selectionOf(query: z.infer<typeof exportQuerySchema>): Selection {
  if (query.document !== undefined) return { kind: 'documents', sha256s: query.document };
  const filter = filterOf(query);
  return Object.keys(filter).length === 0 ? { kind: 'all' } : { kind: 'filter', filter };
}

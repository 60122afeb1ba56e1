import { loadCompiled } from './load-compiled.ts';
import { serveRequests } from './serve-requests.ts';

type Handler = typeof import('./document-handler.ts');

/** The child that reads documents; see `document-handler.ts`. No `await` here: the build makes a script of it. */
void serveRequests(async () => {
  const compiled = loadCompiled<Handler>(import.meta.dirname, 'document-handler');
  const { handleDocument } = compiled ?? (await import('./document-handler.ts'));
  return handleDocument;
});

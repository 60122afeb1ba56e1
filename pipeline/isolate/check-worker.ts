import { serveRequests } from './serve-requests.ts';

/** The child that checks documents: a `CheckRequest` and bytes in, a `CheckResult` out. */
await serveRequests(async () => {
  const [{ checkDocument }, { profiles }, { isCheckRequest }] = await Promise.all([
    import('../check.ts'),
    import('../../profiles/index.ts'),
    import('./check-messages.ts'),
  ]);
  return async (message, bytes) => {
    if (!isCheckRequest(message)) throw new TypeError('not a check request');
    const { file, language, rubrics } = message;
    return checkDocument({ file, language, bytes, profiles: rubrics === 'generic' ? [] : profiles });
  };
});

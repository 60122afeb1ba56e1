import { hashOfSecret, newSecret } from '../../../review/accounts/secrets.ts';
import type { Role } from '../../../review/visitor.ts';
import type { Store } from '../../../store/open-store.ts';
import type { ReviewServer } from '../review-server.ts';

/** Another program with a token of its own. */
export type Program = {
  readonly ask: (path: string, options?: RequestInit) => Promise<Response>;
  /** The JSON of an answer that must be a good one. */
  readonly json: (path: string, options?: RequestInit) => Promise<Record<string, unknown>>;
};

export async function createProgram({ origin, store }: ReviewServer, role: Role): Promise<Program> {
  const token = await giveToken(store, role);
  return programWith(origin, { authorization: `Bearer ${token}` });
}

export function programWith(origin: string, headers: Readonly<Record<string, string>>): Program {
  const ask = (path: string, options: RequestInit = {}): Promise<Response> =>
    fetch(`${origin}/api/v1${path}`, { ...options, headers: { ...headers, ...options.headers } });
  return {
    ask,
    json: async (path, options) => {
      const answer = await ask(path, options);
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
      return JSON.parse(text);
    },
  };
}

async function giveToken(store: Store, role: Role): Promise<string> {
  const name = `program-${newSecret().slice(0, 8)}`;
  const user = await store.accounts.create({ name, role, passwordHash: 'none' }, 'test');
  if (user === undefined) throw new Error('the name is taken');
  const token = newSecret();
  const secretHash = hashOfSecret(token, 'token');
  await store.accounts.createToken({ userId: user.id, name: 'test', role, secretHash }, 'test');
  return token;
}

export function posted(body: unknown): RequestInit {
  return { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

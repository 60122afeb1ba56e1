import { z } from 'zod';
import type { Store } from '../../store/open-store.ts';
import { hashOfSecret, newSecret } from '../accounts/secrets.ts';
import { mayUse } from '../route.ts';
import { roles, type Visitor } from '../visitor.ts';
import { answerJson, type Operation, operation } from './operation.ts';
import { answerProblem } from './problem.ts';
import { isoOf, pageSchema } from './shapes.ts';

/** A person's own tokens; each has a role that is never above the person's. */
export function tokenOperations(store: Store): readonly Operation[] {
  return [create(store), list(store), revoke(store)];
}

const day = 24 * 3_600_000;

const wantedSchema = z.strictObject({
  name: z.string().trim().min(1).max(80),
  role: z.enum(roles),
  days: z.int().min(1).max(3650).optional(),
});

const tokenSchema = z.object({
  id: z.int(),
  name: z.string(),
  role: z.enum(roles),
  createdAt: z.iso.datetime(),
  lastUsed: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime().nullable(),
});

function create(store: Store): Operation {
  return operation({
    id: 'createToken',
    method: 'POST',
    path: '/tokens',
    access: 'viewer',
    summary: { zh: '为本人新建令牌，只显示一次', en: 'a new token of one’s own; it is shown once' },
    body: wantedSchema,
    answers: { 201: { description: 'the token', schema: tokenSchema.extend({ token: z.string() }) } },
    answer: async ({ c, visitor, body: { name, role, days } }) => {
      const userId = await userIdOf(store, visitor);
      // A token makes no tokens: whoever finds one could keep themselves in for ever.
      if (userId === undefined || visitor.by === 'token' || !mayUse(visitor.role, role))
        return answerProblem(c, 'api/role');
      const token = newSecret();
      const expires = days === undefined ? {} : { expiresAt: Date.now() + days * day };
      const wanted = { userId, name, role, secretHash: hashOfSecret(token, 'token'), ...expires };
      const created = await store.accounts.createToken(wanted, visitor.name);
      return answerJson(c, { ...shown(created), token }, 201);
    },
  });
}

function list(store: Store): Operation {
  return operation({
    id: 'listTokens',
    method: 'GET',
    path: '/tokens',
    access: 'viewer',
    summary: { zh: '本人的令牌', en: 'one’s own tokens' },
    answers: { 200: { description: 'the tokens', schema: pageSchema(tokenSchema) } },
    answer: async ({ c, visitor }) => {
      const userId = await userIdOf(store, visitor);
      const tokens = userId === undefined ? [] : await store.accounts.tokens(userId);
      return answerJson(c, { items: tokens.map(shown), next: null });
    },
  });
}

function revoke(store: Store): Operation {
  return operation({
    id: 'revokeToken',
    method: 'DELETE',
    path: '/tokens/:id',
    access: 'viewer',
    summary: { zh: '作废本人的令牌', en: 'revoke a token of one’s own' },
    answers: { 200: { description: 'it is revoked', schema: z.object({ revoked: z.literal(true) }) } },
    answer: async ({ c, visitor, parameter }) => {
      const userId = await userIdOf(store, visitor);
      const own = userId === undefined ? [] : await store.accounts.tokens(userId);
      const token = own.find(({ id }) => String(id) === parameter('id'));
      const revoked = token !== undefined && (await store.accounts.revokeToken(token.id, visitor.name));
      return revoked ? answerJson(c, { revoked }) : undefined;
    },
  });
}

/** Without accounts there is nobody whom a token could belong to. */
async function userIdOf({ accounts }: Store, { name, by }: Visitor): Promise<number | undefined> {
  return by === 'local' ? undefined : (await accounts.signIn(name))?.user.id;
}

function shown({
  id,
  name,
  role,
  createdAt,
  lastUsed,
  expiresAt,
}: Awaited<ReturnType<Store['accounts']['createToken']>>) {
  return {
    id,
    name,
    role,
    createdAt: isoOf(createdAt),
    lastUsed: lastUsed === undefined ? null : isoOf(lastUsed),
    expiresAt: expiresAt === undefined ? null : isoOf(expiresAt),
  };
}

import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Characters of a password at least (NIST SP 800-63B asks for 8; nobody here types it often). */
export const shortestPassword = 12;

/** Longer than 1,000 characters is no password but an attempt to keep this machine busy. */
export function isPasswordLength({ length }: string): boolean {
  return length >= shortestPassword && length <= 1000;
}

/** OWASP's scrypt parameters: N = 2^17, r = 8, p = 1 take 128 MiB and some tenths of a second. */
const parameters = { N: 2 ** 17, r: 8, p: 1 } as const;

const keyBytes = 32;

/** `scrypt$N$r$p$salt$key`: the parameters travel with the hash, so that they can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, parameters);
  const { N, r, p } = parameters;
  return ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Whether a password makes this hash. */
export async function isPassword(password: string, hash: string): Promise<boolean> {
  const [kind, N, r, p, salt, key] = hash.split('$');
  if (kind !== 'scrypt' || salt === undefined || key === undefined) return false;
  const expected = Buffer.from(key, 'base64url');
  const given = await derive(password, Buffer.from(salt, 'base64url'), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  });
  return given.length === expected.length && timingSafeEqual(given, expected);
}

type Parameters = { readonly N: number; readonly r: number; readonly p: number };

function derive(password: string, salt: Uint8Array, { N, r, p }: Parameters): Promise<Buffer> {
  const maxmem = 256 * N * r;
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, keyBytes, { N, r, p, maxmem }, (problem, key) =>
      problem ? reject(problem) : resolve(key),
    );
  });
}

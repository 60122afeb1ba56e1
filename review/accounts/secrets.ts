import { createHash, randomBytes } from 'node:crypto';

/** 256 bits that nobody guesses, as text for cookies and addresses. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function isSecret(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}

/** What is kept of a secret: whoever reads the record cannot use it. `purpose` keeps hashes of one secret apart. */
export function hashOfSecret(secret: string, purpose: 'session' | 'form' | 'token'): string {
  return createHash('sha256').update(`${purpose}:${secret}`).digest('base64url');
}

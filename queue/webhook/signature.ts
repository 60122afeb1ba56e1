import { createHmac } from 'node:crypto';

/**
 * What a receiver checks a delivery by: the moment in seconds and the HMAC-SHA256 of `moment.body` with the secret that both know.
 * A receiver refuses moments that lie far from its own clock, so that nothing can be sent again later.
 */
export function signatureOf(body: string, secret: string, moment: number): string {
  const seconds = Math.floor(moment / 1000);
  const digest = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${digest}`;
}

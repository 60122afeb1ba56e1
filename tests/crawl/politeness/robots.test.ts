import { describe, expect, test } from 'vitest';
import { createRobotsCache } from '../../../crawl/politeness/robots-cache.ts';
import { type RobotsPolicy, robotsPolicy } from '../../../crawl/politeness/robots-policy.ts';
import type { Client } from '../../../crawl/request/client.ts';
import type { Fetched } from '../../../crawl/request/fetched.ts';
import { requestRefusal } from '../../../crawl/request/request-refusals.ts';

const address = 'http://www.example.gov.cn/robots.txt';

function answer(status: number, text = ''): Fetched {
  const evidence = { requested: address, hops: [{ url: address, status }], headers: {}, fetchedAt: '' };
  return { url: address, status, bytes: Buffer.from(text), kind: 'text', evidence };
}

const policy = (status: number, text = ''): RobotsPolicy =>
  robotsPolicy(address, { ok: true, value: answer(status, text) }, 'fuhe');
const allows = ({ isAllowed }: RobotsPolicy, path: string): boolean =>
  isAllowed(`http://www.example.gov.cn${path}`);

describe('the rules of a host', () => {
  test('for everybody hold where none name fuhe', () => {
    const rules = policy(200, 'User-agent: *\nDisallow: /admin/\nAllow: /admin/public/\nCrawl-delay: 5');
    expect(allows(rules, '/a')).toBe(true);
    expect(allows(rules, '/admin/a')).toBe(false);
    expect(allows(rules, '/admin/public/a')).toBe(true);
    expect(rules.delayMilliseconds).toBe(5000);
  });

  test('for fuhe win over those for everybody', () => {
    const rules = policy(200, 'User-agent: *\nDisallow: /\n\nUser-agent: Fuhe\nDisallow: /secret');
    expect(allows(rules, '/a')).toBe(true);
    expect(allows(rules, '/secret/a')).toBe(false);
  });

  test('are read behind a byte order mark, with wildcards and ends', () => {
    const rules = policy(200, '\ufeffUser-agent: *\nDisallow: /*.zip$\nDisallow: /*session=');
    expect(allows(rules, '/a.zip')).toBe(false);
    expect(allows(rules, '/a.zip.html')).toBe(true);
    expect(allows(rules, '/a?session=1')).toBe(false);
  });

  test('allow everything when there are none: 4xx, or a page in their place', () => {
    expect(allows(policy(404), '/a')).toBe(true);
    expect(allows(policy(403), '/a')).toBe(true);
    expect(allows(policy(200, '<!DOCTYPE html><title>404</title>Disallow: /'), '/a')).toBe(true);
  });

  test('forbid everything while they cannot be had: 5xx, 429, no answer', () => {
    expect(policy(503).kind).toBe('closed');
    expect(policy(429).kind).toBe('closed');
    expect(allows(policy(500), '/a')).toBe(false);
    const nobody = robotsPolicy(
      address,
      { ok: false, refusal: requestRefusal('request/connection') },
      'fuhe',
    );
    expect(nobody.kind).toBe('closed');
  });

  test('are read up to 500 KiB', () => {
    const rules = policy(200, `User-agent: *\nDisallow: /early\n${'#'.repeat(600_000)}\nDisallow: /late`);
    expect(allows(rules, '/early')).toBe(false);
    expect(allows(rules, '/late')).toBe(true);
  });

  test('cap a delay that no crawl could wait for', () => {
    expect(policy(200, 'User-agent: *\nCrawl-delay: 86400').delayMilliseconds).toBe(60_000);
  });
});

describe('the cache of rules', () => {
  function counting(status: number): { readonly client: Client; readonly asked: () => number } {
    let asked = 0;
    const get: Client['get'] = async () => {
      asked += 1;
      return { ok: true, value: answer(status, 'User-agent: *\nDisallow: /x') };
    };
    return { client: { get, close: async () => {} }, asked: () => asked };
  }

  test.each([
    ['a day', 200, 24],
    ['a day that there are none', 404, 24],
    ['an hour that they cannot be had', 503, 1],
  ])('keeps for %s', async (_, status, hours) => {
    let time = 0;
    const { client, asked } = counting(status);
    const cache = createRobotsCache({ client, agent: 'fuhe', now: () => time });
    const url = new URL('http://www.example.gov.cn/a');
    await Promise.all([cache.policyFor(url, {}), cache.policyFor(url, {})]);
    time = hours * 3_600_000 - 1;
    await cache.policyFor(url, {});
    expect(asked()).toBe(1);
    time += 2;
    await cache.policyFor(url, {});
    expect(asked()).toBe(2);
  });
});

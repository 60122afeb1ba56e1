import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AddressPolicy, checkAddress } from '../../../crawl/request/check-address.ts';
import { allowPrivate } from '../../../crawl/request/private-allowance.ts';
import { isSpecialPurpose } from '../../../crawl/request/special-purpose.ts';

const strict: AddressPolicy = { allowance: allowPrivate([]), ports: [] };

function codeOf(address: string, policy = strict): string {
  const checked = checkAddress(address, policy);
  return checked.ok ? 'accepted' : checked.refusal.code;
}

describe('an address of none of the public internet', () => {
  test.each([
    '0.0.0.0',
    '0.1.2.3',
    '10.0.0.1',
    '100.64.0.1',
    '100.100.100.200',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.8',
    '192.0.2.1',
    '192.88.99.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.51.100.7',
    '203.0.113.9',
    '224.0.0.1',
    '239.1.1.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::7f00:1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '64:ff9b:1::a00:1',
    '100::1',
    '2001::1',
    '2001:2::1',
    '2001:10::1',
    '2001:20::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '3fff::1',
    '5f00::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '4000::1',
    'no address',
    '',
  ])('%s is told as special', (address) => {
    expect(isSpecialPurpose(address)).toBe(true);
  });

  test.each([
    '1.1.1.1',
    '8.8.8.8',
    '114.114.114.114',
    '202.96.128.86',
    '172.32.0.1',
    '2400:3200::1',
    '2606:4700::1111',
  ])('%s is public', (address) => {
    expect(isSpecialPurpose(address)).toBe(false);
  });

  test('is told in every private range, whatever the rest of the digits', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(byte, byte, byte, (b, c, d) => {
        expect(isSpecialPurpose(`10.${b}.${c}.${d}`)).toBe(true);
        expect(isSpecialPurpose(`127.${b}.${c}.${d}`)).toBe(true);
        expect(isSpecialPurpose(`::ffff:${b}.${c}.${d}.1`)).toBe(true);
      }),
    );
  });
});

describe('an address that hides where it leads', () => {
  test.each([
    ['decimal', 'http://2130706433/'],
    ['octal', 'http://0177.0.0.1/'],
    ['hexadecimal', 'http://0x7f.1/'],
    ['hexadecimal whole', 'http://0x7f000001/'],
    ['short', 'http://127.1/'],
    ['full-width digits', 'http://１２７.０.０.１/'],
    ['ideographic dots', 'http://127。0。0。1/'],
    ['a dot at the end', 'http://127.0.0.1./'],
    ['percent signs', 'http://%31%32%37.0.0.1/'],
    ['mapped IPv6', 'http://[::ffff:127.0.0.1]/'],
    ['mapped IPv6 in hexadecimal', 'http://[::ffff:7f00:1]/'],
    ['compatible IPv6', 'http://[::7f00:1]/'],
    ['NAT64', 'http://[64:ff9b::7f00:1]/'],
    ['6to4', 'http://[2002:7f00:1::]/'],
    ['loopback IPv6', 'http://[::1]/'],
    ['metadata of a cloud', 'http://169.254.169.254/latest/meta-data/'],
  ])('by %s is refused', (_, address) => {
    expect(codeOf(address)).toBe('request/special-address');
  });

  test.each([
    ['http://www.example.gov.cn@127.0.0.1/', 'request/credentials'],
    ['http://user:secret@www.example.gov.cn/', 'request/credentials'],
    ['http:\\\\www.example.gov.cn\\a', 'request/backslash'],
    ['http://www.example.gov.cn\\@127.0.0.1/', 'request/backslash'],
    ['file:///etc/passwd', 'request/scheme'],
    ['ftp://www.example.gov.cn/a.doc', 'request/scheme'],
    ['gopher://127.0.0.1:6379/_FLUSHALL', 'request/scheme'],
    ['javascript:alert(1)', 'request/scheme'],
    ['data:text/html,hello', 'request/scheme'],
    ['http://www.example.gov.cn:6379/', 'request/port'],
    ['http://www.example.gov.cn:22/', 'request/port'],
    ['http://', 'request/bad-address'],
    ['//www.example.gov.cn/', 'request/bad-address'],
    [`http://www.example.gov.cn/${'a'.repeat(3000)}`, 'request/bad-address'],
  ])('%s is refused as %s', (address, code) => {
    expect(codeOf(address)).toBe(code);
  });

  test('an ordinary address is accepted, without its fragment', () => {
    const checked = checkAddress('https://www.example.gov.cn/a/t20240801_1.html#top', strict);
    expect(checked.ok && checked.value.href).toBe('https://www.example.gov.cn/a/t20240801_1.html');
  });
});

describe('what an operator allows', () => {
  test('a listed port is open for its host alone', () => {
    const policy = { ...strict, ports: ['www.example.gov.cn:8080'] };
    expect(codeOf('http://www.example.gov.cn:8080/', policy)).toBe('accepted');
    expect(codeOf('http://other.example.gov.cn:8080/', policy)).toBe('request/port');
  });

  test('a range opens its addresses alone', () => {
    const policy = { ports: [], allowance: allowPrivate(['10.20.0.0/16']) };
    expect(codeOf('http://10.20.3.4/', policy)).toBe('accepted');
    expect(codeOf('http://10.21.3.4/', policy)).toBe('request/special-address');
    expect(codeOf('http://[::ffff:10.20.3.4]/', policy)).toBe('request/special-address');
  });

  test('a host name opens whatever it leads to, and no other name', () => {
    const allowance = allowPrivate(['czj.intranet']);
    expect(allowance('czj.intranet', '10.0.0.1')).toBe(true);
    expect(allowance('www.intranet', '10.0.0.1')).toBe(false);
  });
});

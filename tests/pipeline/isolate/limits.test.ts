import { describe, expect, test } from 'vitest';
import { defaultLimits, exceededLimit } from '../../../pipeline/isolate/limits.ts';
import { parseStat, parseStatus } from '../../../pipeline/isolate/process-usage.ts';

const limits = {
  ...defaultLimits,
  timeoutInMilliseconds: 1000,
  totalInMilliseconds: 9000,
  memoryInBytes: 500,
};
const exceededAfter = (
  step: number,
  usage: { processor?: number; resident?: number; elapsed?: number } = {},
) =>
  exceededLimit(
    {
      stepInMilliseconds: step,
      elapsedInMilliseconds: usage.elapsed ?? step,
      ...(usage.processor === undefined ? {} : { processorInMilliseconds: usage.processor }),
      ...(usage.resident === undefined ? {} : { residentInBytes: usage.resident }),
    },
    limits,
  );

describe('limits', () => {
  test('are not exceeded before they are reached', () => {
    expect(exceededAfter(999, { processor: 999, resident: 500 })).toBeUndefined();
  });

  test('stop a child that has worked for its whole time', () => {
    expect(exceededAfter(1000, { processor: 900 })).toBe('time');
    expect(exceededAfter(1000)).toBe('time');
  });

  test('wait for a child that the machine kept waiting, but not for ever', () => {
    expect(exceededAfter(1000, { processor: 400 })).toBeUndefined();
    expect(exceededAfter(2999, { processor: 499 })).toBeUndefined();
    expect(exceededAfter(3000, { processor: 400 })).toBe('time');
  });

  test('stop a child that makes steps without end', () => {
    expect(exceededAfter(10, { processor: 10, elapsed: 9000 })).toBe('time');
  });

  test('stop a child that takes too much memory at once', () => {
    expect(exceededAfter(1, { resident: 501 })).toBe('memory');
  });
});

describe('what the system says of a process', () => {
  test('is read behind a command that holds brackets and spaces', () => {
    const stat = '42 (a) b (c) S 1 42 42 0 -1 4194304 900 0 0 0 150 25 0 0 20 0 11 0 5 1000 200';
    expect(parseStat(stat)).toEqual({ processorInMilliseconds: 1750 });
  });

  test('is left out where it is not said', () => {
    expect(parseStat('')).toEqual({});
    expect(parseStatus('Name:\tnode\nVmRSS:\t  2048 kB\n')).toEqual({ residentInBytes: 2 * 1024 ** 2 });
    expect(parseStatus('Name:\tnode\n')).toEqual({});
  });
});

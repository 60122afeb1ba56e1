import { beforeEach, describe, expect, test } from 'vitest';
import { createProblemLog, type ProblemLog } from '../../queue/problem-log.ts';

let lines: unknown[];
let time: number;
let problems: ProblemLog;
beforeEach(() => {
  lines = [];
  time = 0;
  const keep = (...line: unknown[]): void => {
    lines.push(line.at(-1));
  };
  problems = createProblemLog({ warn: keep, info: keep }, () => time);
});

describe('the log of problems', () => {
  test('says the same once, and again after ten minutes', () => {
    for (let again = 0; again < 100; again += 1) problems.note(new Error('disk full'), {});
    problems.note(new Error('disk full'), { queue: 'check', id: '7' });
    expect(lines).toHaveLength(2);
    time = 600_001;
    problems.note(new Error('disk full'), {});
    expect(lines).toHaveLength(3);
  });

  test('gives a Redis that goes away and comes back a line each', () => {
    problems.link('reached', undefined);
    problems.link('lost', 'connect ECONNREFUSED');
    for (const queue of ['check', 'ocr'] as const)
      for (const word of ['Redis cannot be reached', 'Connection is closed.'])
        problems.note(new Error(word), { queue });
    problems.link('reached', undefined);
    expect(lines).toEqual(['redis reached', 'redis lost', 'redis reached']);
  });

  test('does not hide what else fails meanwhile', () => {
    problems.link('lost', undefined);
    problems.note(new Error('database away'), {});
    problems.note(new Error('no such document'), { queue: 'check', id: '7' });
    expect(lines).toEqual(['redis lost', 'problem', 'problem']);
  });
});

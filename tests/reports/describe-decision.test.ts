import { describe, expect, test } from 'vitest';
import { describeDecision, describeMoment } from '../../reports/describe-decision.ts';
import { wordsIn } from '../../reports/words/index.ts';

const decided = {
  verdict: 'dismiss',
  reason: 'rounding',
  note: null,
  by: '张三',
  at: '2024-05-06T07:08:09Z',
  signedBy: null,
} as const;

describe('describeDecision', () => {
  test('says what was decided and why', () => {
    expect(describeDecision({ ...decided, state: 'dismissed' }, wordsIn.zh)).toBe('不成立（四舍五入所致）');
    expect(describeDecision(undefined, wordsIn.en)).toBe('not reviewed');
  });

  test('says first where a decision does not hold by itself', () => {
    expect(describeDecision({ ...decided, state: 'proposed' }, wordsIn.zh)).toBe(
      '待会签：不成立（四舍五入所致）',
    );
    expect(describeDecision({ ...decided, state: 'reopened' }, wordsIn.en)).toBe(
      'to be reviewed again: dismissed (rounding)',
    );
  });
});

describe('describeMoment', () => {
  test('gives date and time in UTC, and what is no moment as it is', () => {
    expect(describeMoment('2024-05-06T07:08:09.000Z')).toBe('2024-05-06 07:08 UTC');
    expect(describeMoment('yesterday')).toBe('yesterday');
  });
});

import type { DecisionOf, ShownDecision } from '../../reports/decision.ts';

const plain = { reason: null, note: null, signedBy: null };

const decisions: Readonly<Record<string, ShownDecision>> = {
  'total/mismatch': {
    ...plain,
    state: 'confirmed',
    verdict: 'confirm',
    by: '张三',
    at: '2024-05-06T07:08:09.000Z',
  },
  'score/contradicts-evidence': {
    state: 'dismissed',
    verdict: 'dismiss',
    reason: 'misread',
    note: '原件为 6 分，扫描不清',
    by: '李四',
    at: '2024-05-06T09:00:00.000Z',
    signedBy: '王五',
  },
  'deviation/reason-missing': {
    ...plain,
    state: 'needs-source',
    verdict: 'needs-source',
    by: '张三',
    at: '2024-05-07T00:00:00.000Z',
  },
};

/** Decisions about the findings of `mismatch`: one of each kind, and one finding that nobody has looked at. */
export const decisionOf: DecisionOf = ({ finding }) => decisions[finding.code];

/** Every finding is decided with a comment that attacks. */
export const hostileDecisionOf: DecisionOf = () => ({
  state: 'dismissed',
  verdict: 'dismiss',
  reason: 'other',
  signedBy: null,
  note: '=HYPERLINK("http://x")<script>alert(1)</script>\u202E\u0007',
  by: '@SUM(A1)',
  at: '2024-05-06T07:08:09.000Z',
});

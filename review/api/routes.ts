import type { Store } from '../../store/open-store.ts';
import type { Route } from '../route.ts';
import { documentOperations } from './documents.ts';
import { exportOperation } from './exports.ts';
import { findingOperations } from './findings.ts';
import { describeApi } from './openapi.ts';
import { answerJson, type Operation, operation } from './operation.ts';
import { createRateLimit, type Rate, usualRate } from './rate-limit.ts';
import { statusOperations } from './status.ts';
import { tokenOperations } from './tokens.ts';
import { uploadOperation } from './uploads.ts';

export type ApiSettings = {
  readonly store: Store;
  /** Is told when something has been taken in. */
  readonly onArrival?: () => void;
  /** How many people it takes to decide about a finding. */
  readonly signOff: 'one' | 'two';
  readonly rate?: Rate;
};

/** The interface of programs, `/api/v1`. What its description says and what it does are one and the same list. */
export function apiRoutes({
  store,
  signOff,
  onArrival = () => {},
  rate = usualRate,
}: ApiSettings): readonly Route[] {
  const operations: readonly Operation[] = [
    ...statusOperations(store),
    ...documentOperations(store),
    uploadOperation(store, onArrival),
    ...findingOperations(store, signOff),
    exportOperation(store),
    ...tokenOperations(store),
  ];
  const description: Operation = operation({
    id: 'describe',
    method: 'GET',
    path: '/openapi.json',
    access: 'anyone',
    summary: { zh: '本接口的 OpenAPI 描述', en: 'this description' },
    answers: { 200: { description: 'OpenAPI 3.1' } },
    answer: ({ c }) =>
      answerJson(c, describeApi([...operations, description].map(({ described }) => described))),
  });
  const limit = createRateLimit(rate);
  return [...operations, description].map(({ route }) => route(limit));
}

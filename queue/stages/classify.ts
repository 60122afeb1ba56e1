import type { Refusal } from '../../model/outcome-channels.ts';
import type { FailureClass } from '../../store/ledger/ledger.ts';

/** Refusals that say more about the reading than about the document: it may have been the machine, once. */
const poisonCodes: readonly string[] = ['internal/crash', 'limits/time', 'limits/memory'];

/**
 * What a refusal of the guarded children means for the stage: a failure of a class, or `result`: the refusal is what is to be said
 * about the document, and no other try would say anything else (encrypted, unsupported, too large).
 */
export function classify({ code }: Refusal): FailureClass | 'result' {
  return poisonCodes.includes(code) ? 'poison' : 'result';
}

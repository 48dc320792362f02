import { TamisError } from '../../model/index.ts';

/** What ends a recovery that was asked to stop. A divisor takes a minute or more and is not kept half done (docs/key-recovery.md). */
export function recoveryInterrupted(): TamisError {
  return new TamisError('interrupted', {
    en: 'interrupted; run it again: pairs that were computed are kept, those at work begin anew',
    fr: 'interrompu\u202f; relancez\u00a0: les paires calculées restent, celles en cours recommencent',
  });
}

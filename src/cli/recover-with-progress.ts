import { availableParallelism, totalmem } from 'node:os';
import { DEFAULT_LIMITS } from '../model/index.ts';
import type { Language } from '../model/text.ts';
import { type RecoverProgress, type RecoverResult, recoverKeys } from '../pipeline/recover-keys.ts';
import type { CasePlace } from './case-place.ts';
import type { CommandContext } from './command.ts';
import type { Output } from './host.ts';
import { cut, harmless } from './terminal/cells.ts';

/** Computes keys from the signatures of a case, with progress on stderr. Errors: those of `open`; `interrupted`. */
export async function recoverWithProgress(
  { now, signal, stderr, lang }: Pick<CommandContext, 'now' | 'signal' | 'stderr' | 'lang'>,
  place: Pick<CasePlace, 'open' | 'divisors'>,
  asked: {
    domain: string | null;
    selector: string | null;
    mostPairs: number;
    /** Null: as many as there are cores, and as half of the memory holds. */
    jobs: number | null;
  },
): Promise<RecoverResult> {
  const store = place.open();
  const line = progressLine(stderr, lang);
  const jobs =
    asked.jobs ?? Math.max(1, Math.min(availableParallelism(), Math.floor(totalmem() / 2 / EACH_BYTES)));
  try {
    const divisors = place.divisors(store);
    const request = { ...asked, jobs, limits: DEFAULT_LIMITS, now, signal, onProgress: line.show };
    return await recoverKeys(store, { ...request, ...(divisors && { divisors }) });
  } finally {
    line.clear();
    store.close();
  }
}

/** A key of 2048 bits; longer ones are rare. */
const EACH_BYTES = 1.2e9;

/** On a terminal one line that rewrites itself; elsewhere a line for each domain and selector. */
function progressLine(
  output: Output,
  lang: Language,
): { show: (progress: RecoverProgress) => void; clear: () => void } {
  return {
    show: ({ domain, selector, bits, done, group, groups }) => {
      const name = harmless(`${selector}._domainkey.${domain}`);
      const text = `${group}/${groups}  ${name}  ${bits} bits  ${Math.floor(100 * done)} %`;
      const word = { en: 'computing', fr: 'calcul' }[lang];
      if (output.isTTY) output.write(`\r${cut(`${word} ${text}`, output.columns - 1)}\u001b[K`);
      else if (done === 0) output.write(`${word} ${text}\n`);
    },
    clear: () => {
      if (output.isTTY) output.write('\r\u001b[K');
    },
  };
}

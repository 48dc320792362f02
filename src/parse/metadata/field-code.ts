import type { Collector } from './collector.ts';
import { isRemoteTarget } from './remote-target.ts';

/** Fields of Word that fetch something or start a program when the document is opened or renewed. */
const FETCHING = /\b(INCLUDEPICTURE|INCLUDETEXT|LINK|DDEAUTO|DDE)\s{1,20}([^{}<]{1,300})/g;

/** Characters of the instructions of one document or field. */
const LONGEST = 1_000_000;

/** What instructions of fields would do: DDE starts programs, the others load what they name. */
export function collectFieldCode(instruction: string, place: string, out: Collector): void {
  for (const [, kind = '', rest = ''] of instruction.slice(0, LONGEST).matchAll(FETCHING)) {
    const target = rest.replaceAll('\\\\', '\\').replaceAll('"', '').trim();
    if (kind.startsWith('DDE')) out.finding('dde-field', `${kind} ${target} (${place})`);
    // LINK names the kind of object before its file.
    else if (target.split(/\s+/, 3).some(isRemoteTarget))
      out.finding('external-link', `${kind} ${target} (${place})`);
  }
}

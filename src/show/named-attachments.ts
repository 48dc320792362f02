import type { CaseStore } from '../case/store.ts';
import type { ShownEvidence } from './evidence.ts';

/** Digits of a hash that tell files of one message apart. */
const DIGITS = 12;

/**
 * Attachments that differ are compared by their bytes, and so a reason holds hashes. A person reads the name that the case
 * knows these bytes by, and the beginning of the hash.
 */
export function namedAttachments(
  store: CaseStore,
  evidence: readonly ShownEvidence[],
): readonly ShownEvidence[] {
  return evidence.map((each) =>
    each.type === 'words' && each.part === 'attachments' && /^[0-9a-f]{64}$/.test(each.text)
      ? { ...each, text: nameOf(store, each.text) }
      : each,
  );
}

function nameOf(store: CaseStore, sha256: string): string {
  const [hit] = store.search(`sha256:${sha256}`, { limit: 1 });
  const short = `SHA-256 ${sha256.slice(0, DIGITS)}…`;
  return hit === undefined || hit.name === '' ? short : `${hit.name} (${short})`;
}

import type { EntryOutcome } from '../../model/index.ts';

/** The name of the one item of a container: by what it was written as. */
export function entryName(facts: Readonly<Record<string, string>>, outcome: EntryOutcome): string {
  if (outcome.type !== 'bytes') return 'message.eml';
  return /^ipm\.contact/i.test(facts['message-class'] ?? '') ? 'contact.vcf' : 'calendar.ics';
}

import type { MailReasonCode } from '../../judge/reasons/bait.ts';
import { attachmentRules } from './attachment-rules.ts';
import { contentRules } from './content-rules.ts';
import type { Guarded } from './guarded.ts';
import { linkRules } from './link-rules.ts';
import type { MailView } from './mail-view.ts';
import { senderRules } from './sender-rules.ts';
import type { Rule, Signal } from './signal.ts';

const RULES: readonly Rule[] = [senderRules, linkRules, attachmentRules, contentRules];

/** All that speaks for phishing in a mail: each code once, at its higher level, in the order of the rules. */
export function signalsOf(view: MailView, guarded: Guarded): Signal[] {
  const found = new Map<MailReasonCode, Signal>();
  for (const rule of RULES) {
    for (const signal of rule(view, guarded)) {
      const known = found.get(signal.code);
      if (known === undefined || known.level < signal.level) found.set(signal.code, signal);
    }
  }
  return [...found.values()];
}

import { alignmentOf } from '../dkim/alignment.ts';
import { asciiDomain } from '../dkim/domain-name.ts';
import type { MessageView } from '../dkim/message-view.ts';
import { parseTagList } from '../dkim/tag-list.ts';
import type { ArcSet } from './seal-data.ts';

/**
 * Whether the forwarder who signed the message in this set says in the same set that it came with an intact signature of
 * From's own house (`dkim=pass` with header.d or header.i of it; RFC 8617 section 4.1.1, RFC 8601 section 2.7.1). It is worth what that forwarder's word is
 * worth. Attack: results of one's own beside another's signature, under a seal of one's own; so both must be of one domain.
 *
 * @param domain of the message signature
 */
export function saysSenderPassed(view: MessageView, set: ArcSet | undefined, domain: string): boolean {
  const [seal, results] = [set?.seals[0], set?.results[0]];
  if (set === undefined || seal === undefined || results === undefined) return false;
  if (set.seals.length + set.results.length + set.signatures.length !== 3) return false;
  if (asciiDomain(parseTagList(view.valueOf(seal)).tags.get('d')?.value ?? '') !== domain) return false;
  const told = bareResults(view.valueOf(results).slice(0, LONGEST));
  return told.split(';').some((result) => isPassOf(result, view.fromDomains));
}

/** Attack: results of megabytes. */
const LONGEST = 8192;

/**
 * Without comments and quoted strings (RFC 8601 section 2.2). Attack: an envelope address, or a reason, that a sender chooses and
 * the forwarder writes down in quotes or brackets, holding a result of its own (`"; dkim=pass header.d=..."`).
 */
function bareResults(value: string): string {
  let bare = '';
  let depth = 0;
  let isQuoted = false;
  for (let i = 0; i < value.length; i++) {
    const char = value.charAt(i);
    if (char === '\\') i++;
    else if (isQuoted) isQuoted = char !== '"';
    else if (char === '"' && depth === 0) isQuoted = true;
    else if (char === '(') depth++;
    else if (char === ')') {
      depth = Math.max(0, depth - 1);
      bare += ' ';
    } else if (depth === 0) bare += char;
  }
  return bare;
}

function isPassOf(result: string, fromDomains: readonly string[]): boolean {
  if (!/^\s{0,100}dkim\s{0,9}=\s{0,9}pass\b/i.test(result)) return false;
  const signer = /\sheader\.(?:d\s{0,9}=\s{0,9}|i\s{0,9}=\s{0,9}[^\s;@]{0,64}@)([\w.-]{1,253})/i.exec(
    result,
  )?.[1];
  return signer !== undefined && alignmentOf(asciiDomain(signer), fromDomains) !== 'none';
}

import { defanged, type Link } from './link.ts';
import type { MailView } from './mail-view.ts';
import { domainOf } from './sender-rules.ts';

/** What to look for elsewhere. Addresses are written so that no program makes a link of them. */
export interface Indicators {
  readonly senders: readonly string[];
  readonly hosts: readonly string[];
  readonly links: readonly string[];
  /** SHA-256 of attachments that lead somewhere or run. */
  readonly attachments: readonly { readonly name: string; readonly sha256: string }[];
}

const MOST = 20;

/** The indicators of a mail, bounded, links and hosts defanged; nothing is followed. */
export function indicatorsOf({ from, replyTo, returnPath, links, attachments }: MailView): Indicators {
  const addresses = [...from, ...replyTo].map(({ address }) => address.toLowerCase());
  const web = links.filter(({ url }) => url !== null);
  return {
    senders: some([...addresses, returnPath].filter((address) => domainOf(address) !== '')),
    hosts: some(web.map(({ host }) => host)).map(defanged),
    links: some(web.map(({ url }: Link) => url?.href ?? '')).map((href) => defanged(href).slice(0, 500)),
    attachments: attachments
      .filter(({ holds }) => holds.type !== 'other' && (holds.type !== 'picture' || holds.codes.length > 0))
      .slice(0, MOST)
      .map(({ name, sha256 }) => ({ name, sha256 })),
  };
}

function some(values: readonly string[]): string[] {
  return [...new Set(values)].slice(0, MOST);
}

import type { Decoy } from '../model/decoy.ts';
import { validAccountNumbers } from './account-numbers.ts';
import { remoteLoads } from './beacons.ts';
import type { BlockList } from './block-list.ts';
import { foreignAddresses, foreignLinks } from './links.ts';
import { sensitiveTerms } from './topics.ts';

/** What the guards hold a decoy against; all of it is the owner's, or learnt of their mailbox. */
export interface GuardRules {
  readonly block: BlockList;
  /** The owner's domains. */
  readonly domains: readonly string[];
  /** Addresses of the owner's, which may stand in decoys wherever they are. */
  readonly addresses: readonly string[];
  /** Links that three people of the mailbox wrote in three threads. */
  readonly links: readonly string[];
  /** What links begin with that as many wrote in as many threads: a host and a part of its path. */
  readonly linkBeginnings: readonly string[];
}

/** Why a decoy may not exist; refusal-texts.ts has the words. */
export type RefusalCode =
  | 'decoy-names-person'
  | 'decoy-sensitive-topic'
  | 'decoy-valid-iban'
  | 'decoy-remote-load'
  | 'decoy-foreign-link'
  | 'decoy-foreign-address'
  | 'decoy-harm';

/** One guard that refused. */
export interface Refusal {
  readonly code: RefusalCode;
  /** What was found, for the person who has to decide. */
  readonly found: readonly string[];
}

/** Past every guard, or refused by some. */
export type GuardVerdict =
  | { readonly type: 'passes' }
  | { readonly type: 'refused'; readonly refusals: readonly Refusal[] };

/** Whether a decoy may exist at all. Looks at its text, its source and its attachments. */
export function guardDecoy(
  decoy: Decoy,
  { block, domains, addresses, links, linkBeginnings }: GuardRules,
): GuardVerdict {
  const source = Buffer.from(decoy.bytes.buffer, decoy.bytes.byteOffset, decoy.bytes.byteLength).toString(
    'latin1',
  );
  const carried = decoy.attachments.map(({ bytes }) => Buffer.from(bytes).toString('latin1'));
  const text = [
    decoy.text,
    ...decoy.attachments.map(({ bytes, type }) =>
      type.startsWith('text/') ? Buffer.from(bytes).toString('utf8') : '',
    ),
  ].join('\n');
  const checks: [RefusalCode, readonly string[]][] = [
    ['decoy-names-person', block.found(`${headerOf(decoy, source)}\n${text}`)],
    ['decoy-sensitive-topic', sensitiveTerms(text)],
    ['decoy-valid-iban', validAccountNumbers(text)],
    ['decoy-remote-load', [source, ...carried].flatMap(remoteLoads)],
    ['decoy-foreign-link', foreignLinks(text, domains, links, linkBeginnings)],
    ['decoy-foreign-address', foreignAddresses(text, domains, addresses)],
    ['decoy-harm', decoy.harm === 'high' ? ['high'] : []],
  ];
  const refusals = checks.filter(([, found]) => found.length > 0).map(([code, found]) => ({ code, found }));
  return refusals.length === 0 ? { type: 'passes' } : { type: 'refused', refusals };
}

/** The header of a message, where names and addresses stand as well; '' for the other kinds. */
function headerOf({ kind }: Decoy, source: string): string {
  return kind === 'mail' ? (source.split(/\r?\n\r?\n/, 1)[0] ?? '') : '';
}

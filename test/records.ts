import { createHash } from 'node:crypto';
import type { Address, ItemRecord, MessageFacts } from '../src/model/index.ts';

/** `Name <a@b>` or `a@b`. */
export function address(text: string): Address {
  const found = /^(.*?)\s*<(.*)>$/.exec(text);
  return found ? { name: found[1] ?? '', address: found[2] ?? '' } : { name: '', address: text };
}

/** A made-up file of a dump, complete but for what `part` says. */
export function makeRecord(part: Partial<ItemRecord> & { readonly path: string }): ItemRecord {
  const name = part.path.slice(part.path.lastIndexOf('/') + 1);
  return {
    parent: null,
    kind: 'other',
    type: 'application/octet-stream',
    name,
    size: 100,
    sha256: createHash('sha256').update(part.path).digest('hex'),
    locator: null,
    status: 'ok',
    failure: null,
    children: null,
    message: null,
    text: '',
    attachments: [],
    defects: [],
    facts: {},
    ...part,
  };
}

export interface MessageSketch {
  readonly path: string;
  readonly from?: string;
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly bcc?: readonly string[];
  readonly subject?: string;
  readonly date?: string | null;
  readonly text?: string;
  readonly facts?: Partial<MessageFacts>;
  readonly item?: Partial<ItemRecord>;
}

/** A made-up message. */
export function makeMessage(sketch: MessageSketch): ItemRecord {
  const { path, from, to = [], cc = [], bcc = [], subject = '', date = null, text = '' } = sketch;
  const message: MessageFacts = {
    messageId: `${path}@example.org`,
    inReplyTo: [],
    references: [],
    from: from === undefined ? [] : [address(from)],
    to: to.map(address),
    cc: cc.map(address),
    bcc: bcc.map(address),
    subject,
    date,
    signatures: [],
    canonical: createHash('sha256').update(`canonical ${path}`).digest('hex'),
    mih: null,
    rebuilt: false,
    list: null,
    clockGap: null,
    ...sketch.facts,
  };
  return makeRecord({
    path,
    kind: 'message',
    type: 'message/rfc822',
    name: subject,
    message,
    text,
    ...sketch.item,
  });
}

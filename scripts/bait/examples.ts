import { guardedOf } from '../../src/bait/mail/guarded.ts';
import { readView } from '../../src/bait/mail/read-view.ts';
import { signalsOf } from '../../src/bait/mail/signals.ts';
import { DEFAULT_LIMITS } from '../../src/model/index.ts';
import { parseMessage } from '../../src/parse/mime/message.ts';
import { summarize } from '../../src/parse/mime/summary.ts';
import { type CollectedMail, collectedMail } from './collection.ts';
import { ordinary } from './ordinary.ts';
import { heldOut } from './split.ts';
import { withoutTraces } from './without-traces.ts';

export interface MailExample {
  readonly collection: string;
  readonly file: string;
  readonly kind: 'phishing' | 'spam' | 'ham' | 'list' | 'unsorted';
  readonly heldOut: boolean;
  readonly isBait: boolean;
  readonly isHtml: boolean;
  readonly subject: string;
  readonly sender: string;
  readonly levels: ReadonlyMap<string, number>;
  /** The same of the message with everything taken out that a collector, a list or a receiver wrote. */
  readonly bare: ReadonlyMap<string, number>;
}

/** The collection, read and split, with what the rules find. No brand and no staff is given. */
export async function mailExamples(folder: string): Promise<MailExample[]> {
  const guarded = guardedOf([], []);
  const read: (Omit<MailExample, 'heldOut' | 'kind' | 'isBait'> & Pick<CollectedMail, 'kind'>)[] = [];
  const talk: Parameters<typeof ordinary>[0][number][] = [];
  const splits: Parameters<typeof heldOut>[0][number][] = [];
  const levelsOf = async (bytes: Uint8Array) =>
    new Map(
      signalsOf(await readView(bytes, DEFAULT_LIMITS), guarded).map(({ code, level }) => [code, level]),
    );
  for await (const { collection, file, bytes, kind } of collectedMail(folder)) {
    const { from, subject, text, html, messageId, inReplyTo, references } = summarize(
      parseMessage(bytes, DEFAULT_LIMITS),
      DEFAULT_LIMITS,
    );
    const sender = from[0]?.address.toLowerCase() ?? '';
    const [levels, bare] = [await levelsOf(bytes), await levelsOf(withoutTraces(bytes))];
    read.push({ collection, file, kind, isHtml: html !== null, subject, sender, levels, bare });
    talk.push({
      collection,
      sender,
      messageId,
      answered: [...inReplyTo, ...references],
      hasPatch: PATCH.test(text),
    });
    splits.push({ collection, from: from[0] ?? null, subject });
  }
  const [takesPart, held] = [ordinary(talk), heldOut(splits)];
  return read.map((mail, at) => ({
    ...mail,
    kind: mail.kind === 'list' && takesPart[at] !== true ? 'unsorted' : mail.kind,
    isBait: mail.kind === 'phishing',
    heldOut: held[at] === true,
  }));
}

const PATCH = /^diff --git |^\+\+\+ /mu;

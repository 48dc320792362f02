import { guardedOf } from '../../src/bait/mail/guarded.ts';
import { BAIT_SCORE, judgeMail } from '../../src/bait/mail/judge-mail.ts';
import { readView } from '../../src/bait/mail/read-view.ts';
import { DEFAULT_LIMITS } from '../../src/model/index.ts';
import { openArchive } from '../../src/parse/archive/archive.ts';
import { locatorQuoting, mboxMessage, scanMbox, sniffMbox } from '../../src/parse/mbox/index.ts';
import { parseMessage } from '../../src/parse/mime/message.ts';
import { summarize } from '../../src/parse/mime/summary.ts';
import { openFile } from '../../src/source/file.ts';
import { memorySource } from '../../src/source/memory.ts';
import type { Share } from './measures.ts';
import { type ListMail, ordinary } from './ordinary.ts';

export interface FreshMeasures {
  /** List mail that is ordinary beyond doubt, and how much of it is told as bait. */
  readonly ordinary: Share;
  /** The rest: questions that nobody answered, reports of failed delivery, spam and phishing, unsorted. */
  readonly unsorted: Share;
  /** In how many of the ordinary mails that are told each reason was found, the commonest first. */
  readonly reasons: readonly (readonly [code: string, mails: number])[];
}

/** The command's own judgement of list mail (an mbox in xz) that was in neither half of the collection. */
export async function freshMeasures(path: string): Promise<FreshMeasures> {
  const guarded = guardedOf([], []);
  const talk: ListMail[] = [];
  const baits: ReturnType<typeof judgeMail>[] = [];
  const source = memorySource(await unpacked(path));
  const quoting = locatorQuoting(sniffMbox(source.read(0, 2 ** 20)).quoting);
  for (const { messageStart, end } of scanMbox(source, 0)) {
    const bytes = mboxMessage(source.read(messageStart, end - messageStart), quoting);
    talk.push(talkOf(bytes));
    baits.push(judgeMail(await readView(bytes, DEFAULT_LIMITS), guarded));
  }
  const takesPart = ordinary(talk);
  const share = (isOrdinary: boolean): Share => {
    const own = baits.filter((_, at) => takesPart[at] === isOrdinary);
    return { found: own.filter(({ score }) => score >= BAIT_SCORE).length, of: own.length };
  };
  const wrong = baits.filter(({ score }, at) => takesPart[at] === true && score >= BAIT_SCORE);
  const counts = new Map<string, number>();
  for (const { reasons } of wrong)
    for (const { code, weight } of reasons) if (weight > 0) counts.set(code, (counts.get(code) ?? 0) + 1);
  return {
    ordinary: share(true),
    unsorted: share(false),
    reasons: [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
  };
}

function talkOf(bytes: Uint8Array): ListMail {
  const { from, text, messageId, inReplyTo, references } = summarize(
    parseMessage(bytes, DEFAULT_LIMITS),
    DEFAULT_LIMITS,
  );
  return {
    collection: 'lists',
    sender: from[0]?.address.toLowerCase() ?? '',
    messageId,
    answered: [...inReplyTo, ...references],
    hasPatch: /^diff --git |^\+\+\+ /mu.test(text),
  };
}

async function unpacked(path: string): Promise<Uint8Array> {
  const reader = await openArchive('xz', openFile(path), { passwords: [], limits: DEFAULT_LIMITS });
  const pieces: Uint8Array[] = [];
  for await (const { outcome } of reader.entries(0)) {
    if (outcome.type === 'bytes') pieces.push(outcome.bytes);
    else if (outcome.type === 'stream')
      for await (const piece of outcome.chunks) pieces.push(Uint8Array.from(piece));
    else throw new Error(`cannot unpack the lists: ${outcome.type}`);
  }
  reader.close();
  return Buffer.concat(pieces);
}

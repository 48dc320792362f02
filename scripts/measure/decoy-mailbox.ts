import { readMails } from '../../src/decoys/fit/index.ts';
import { type Mail, VIA } from '../../src/decoys/fit/mail.ts';
import type { MailboxEntry } from '../../src/decoys/fit/read-mailbox.ts';

/** How a mailbox is cut out of an archive. */
export interface Cut {
  readonly name: string;
  /** Mail of the list that names itself so in List-Id. */
  readonly list?: string;
  /** Mail from and to the person who writes most on that list. */
  readonly person?: string;
  /** Messages at most, the first ones by time. */
  readonly most: number;
  /** Share of the mail, 0 to 1, whose authors agreed to appear: those who write most, until it is reached. */
  readonly agree: number;
  /** Whether the mailbox is that of a house: its domains are those on which its authors write. */
  readonly house?: boolean;
}

export interface CutMailbox {
  readonly entries: readonly MailboxEntry[];
  readonly owners: readonly string[];
  /** Of the house; empty where none was asked for. */
  readonly domains: readonly string[];
  /** Share of the mail whose authors are among the owners. */
  readonly agreed: number;
}

/** A message of the archive. */
export interface Archived {
  readonly entry: MailboxEntry;
  readonly mail: Mail;
}

/** Domains of a house: what its people write from, the most frequent first. */
const MOST_DOMAINS = 5;

/** Dated messages with an author, each Message-ID once, in order of time. */
export async function readArchive(entries: AsyncIterable<MailboxEntry>): Promise<Archived[]> {
  const all: Archived[] = [];
  const seen = new Set<string>();
  for await (const entry of entries) {
    const [mail] = await readMails(one(entry), 1);
    if (mail === undefined || (mail.messageId !== null && seen.has(mail.messageId))) continue;
    seen.add(mail.messageId ?? '');
    all.push({ entry, mail });
  }
  return all.sort((a, b) => a.mail.at - b.mail.at);
}

async function* one(entry: MailboxEntry): AsyncGenerator<MailboxEntry> {
  yield entry;
}

/** The mailbox that `cut` describes. Throws when the archive holds none of it. */
export function cutMailbox(archive: readonly Archived[], cut: Cut): CutMailbox {
  const chosen = chosenBy(archive, cut).slice(0, cut.most);
  if (chosen.length === 0) throw new Error(`${cut.name}: none of its mail is there`);
  const mails = chosen.map(({ mail }) => mail);
  const persons = personsOf(mails);
  const owners = new Set<string>();
  const agreed = () => mails.filter((mail) => owners.has(senderOf(mail))).length / mails.length;
  for (const { addresses } of persons) {
    if (agreed() >= cut.agree) break;
    for (const address of addresses) owners.add(address);
  }
  const domains = Map.groupBy(mails.map(senderOf), (address) => address.slice(address.indexOf('@') + 1));
  const ranked = [...domains].sort(([, a], [, b]) => b.length - a.length).map(([domain]) => domain);
  return {
    entries: chosen.map(({ entry }) => entry),
    owners: [...owners],
    domains: cut.house === true ? ranked.slice(0, MOST_DOMAINS) : [],
    agreed: agreed(),
  };
}

function chosenBy(archive: readonly Archived[], { list, person }: Cut): Archived[] {
  if (list !== undefined) return archive.filter(({ mail }) => isOfList(mail, list));
  const [first] = personsOf(
    archive.filter(({ mail }) => isOfList(mail, person ?? '')).map(({ mail }) => mail),
  );
  return archive.filter(({ mail }) =>
    [mail.from, ...mail.to, ...mail.cc].some(
      (each) => each !== null && first?.addresses.has(each.address.toLowerCase()) === true,
    ),
  );
}

function isOfList({ fields }: Mail, list: string): boolean {
  return fields.some(({ name, raw }) => name.toLowerCase() === 'list-id' && raw.includes(`<${list}>`));
}

interface Person {
  readonly addresses: Set<string>;
  mails: number;
}

/**
 * Who writes, with all addresses shown under one name; who writes most first. An address under which a list writes in its
 * members' stead (`Ann Lee via Talk`) is nobody's: whoever is shown under it cannot agree by it.
 */
function personsOf(mails: readonly Mail[]): Person[] {
  const byKey = new Map<string, Person>();
  const lists = new Set(mails.filter(({ from }) => VIA.test(from?.name ?? '')).map(senderOf));
  for (const mail of mails) {
    const address = senderOf(mail);
    if (lists.has(address)) continue;
    const name = (mail.from?.name ?? '').toLowerCase();
    const keys = name === '' ? [address] : [address, `name ${name}`];
    const known = new Set(keys.flatMap((key) => byKey.get(key) ?? []));
    const person: Person = { addresses: new Set([address]), mails: 1 };
    for (const each of known) {
      person.mails += each.mails;
      for (const other of each.addresses) person.addresses.add(other);
    }
    for (const key of keys) byKey.set(key, person);
    for (const [key, each] of byKey) if (known.has(each)) byKey.set(key, person);
  }
  return [...new Set(byKey.values())].sort((a, b) => b.mails - a.mails);
}

function senderOf({ from }: Mail): string {
  return from?.address.toLowerCase() ?? '';
}

import { parse } from 'tldts';
import { FREE_MAIL } from '../../examine/lookalike/free-mail.ts';
import type { Address } from '../../model/index.ts';
import { KNOWN_BRANDS } from './brands.ts';
import { type Guarded, imitationOf, plainWords } from './guarded.ts';
import { CHEAP_SUFFIXES } from './hosts.ts';
import { registrableOf } from './link.ts';
import type { MailView } from './mail-view.ts';
import { disguisedWords, isSpacedOut, plainLetters } from './plain-letters.ts';
import { example, type Signal } from './signal.ts';

/** What the names and addresses of the sender tell. */
export function* senderRules(view: MailView, guarded: Guarded): Generator<Signal> {
  const [from] = view.from;
  const domain = domainOf(from?.address ?? '');
  yield* lookalikes(view, guarded);
  yield* replyElsewhere(view, domain);
  if (from === undefined) return;
  const isInternal = isInternalAddress(from.address, domain, guarded);
  if (domain !== '' && !isInternal && !isRegistrable(domain))
    yield { code: 'bait-sender-domain', level: 1, detail: { domain: example(domain) } };
  if (!isInternal) yield* borrowedName(from, domain, guarded);
  yield* disguises(view, from);
  if (!isInternal && looksRandom(from.address))
    yield { code: 'bait-sender-random', level: 1, detail: { address: example(from.address) } };
  const suffix = domain.slice(domain.lastIndexOf('.') + 1);
  if (CHEAP_SUFFIXES.has(suffix)) yield { code: 'bait-sender-suffix', level: 1, detail: { domain } };
}

/** Addresses that only the owner's own mail system writes: X.500 names, what Exchange wrapped, a lone name of theirs. */
function isInternalAddress(address: string, domain: string, { protection }: Guarded): boolean {
  if (domain === '' || /^imcea[a-z]{2,10}-/iu.test(address)) return true;
  return protection.brands.some(({ label }) => label === domain);
}

/** The domain of a mail address in lower case; empty without one. */
export function domainOf(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 0
    ? ''
    : address
        .slice(at + 1)
        .toLowerCase()
        .replace(/\.$/u, '');
}

function* lookalikes({ from, replyTo, returnPath }: MailView, guarded: Guarded): Generator<Signal> {
  const named = [
    ...from.map(({ address }) => ['From', address] as const),
    ...replyTo.map(({ address }) => ['Reply-To', address] as const),
    ['Return-Path', returnPath] as const,
  ];
  const told = new Set<string>();
  for (const [field, address] of named.slice(0, MOST_ADDRESSES)) {
    const domain = domainOf(address);
    if (told.has(domain)) continue;
    told.add(domain);
    const found = imitationOf(domain, guarded);
    if (found !== null)
      yield {
        code: 'bait-lookalike-sender',
        level: found.isNear ? 2 : 1,
        detail: { field, domain: found.domain, target: found.target },
      };
  }
}

// Attack: a Reply-To of thousands of addresses.
const MOST_ADDRESSES = 20;

function* replyElsewhere({ from, replyTo }: MailView, domain: string): Generator<Signal> {
  const [reply] = replyTo;
  if (reply === undefined || domain === '') return;
  // Lists that write in the author's stead, because of DMARC, have answers go to the author (RFC 7960, 4.1.3).
  // Calendars and share notices of the large services have answers go to whoever caused them.
  if (KNOWN_BRANDS.some(({ domains }) => domains.includes(registrableOf(domain)))) return;
  if (/^(?:lists?|groups?|mailman)\./u.test(domain) || / via /iu.test(from[0]?.name ?? '')) return;
  const other = domainOf(reply.address);
  if (other === '' || registrableOf(other) === registrableOf(domain)) return;
  // Answers that an office would read in a free mailbox are another matter than those of its service provider.
  if (FREE_MAIL.has(other))
    yield { code: 'bait-reply-free-mail', level: 1, detail: { address: example(reply.address), domain } };
  else yield { code: 'bait-reply-elsewhere', level: 1, detail: { address: example(reply.address), domain } };
}

function* borrowedName({ name, address }: Address, domain: string, guarded: Guarded): Generator<Signal> {
  const words = ` ${plainWords(name)} `;
  const own = registrableOf(domain);
  const inName = /[\w.+-]{1,64}@([\w-]{1,63}(?:\.[\w-]{1,63}){1,5})/u.exec(name.slice(0, 300))?.[1];
  if (inName !== undefined && registrableOf(inName.toLowerCase()) !== own)
    yield { code: 'bait-address-in-name', level: 1, detail: { name: example(name), domain } };
  if (!guarded.own.has(own)) {
    const person = guarded.staff.find((each) => words.includes(` ${each} `));
    const brand = guarded.names.find((each) => words.includes(` ${each} `));
    if (person !== undefined || brand !== undefined)
      yield { code: 'bait-our-name', level: 2, detail: { name: example(name), domain } };
  }
  const named = KNOWN_BRANDS.filter(
    (each) =>
      words.includes(` ${each.name} `) ||
      (each.name.length > 4 && isSpacedOut(name) && words.replaceAll(' ', '').includes(each.name)),
  );
  const [borrowed] = named;
  if (borrowed !== undefined && !named.some((each) => isOf(each, own)) && !isOwnSystem(words, address))
    yield {
      code: 'bait-brand-name',
      level: 1,
      detail: { name: example(name), domain, brand: borrowed.name },
    };
  const office = OFFICE.exec(words)?.[0]?.trim();
  if (office !== undefined && FREE_MAIL.has(domain))
    yield {
      code: 'bait-office-free-mail',
      level: 1,
      detail: { name: example(name), address: example(address) },
    };
  if (FREE_MAIL.has(domain) && isStranger(words, address))
    yield {
      code: 'bait-name-address-differ',
      level: 1,
      detail: { name: example(name), address: example(address) },
    };
  if (
    name !== '' &&
    /^[^\p{L}]*(?:mr|mrs|miss|ms|dr|barr|barrister|prof|rev|madame|monsieur|me|sir|engr)\b/u.test(
      words.trim(),
    )
  )
    yield { code: 'bait-titled-name', level: 1, detail: { name: example(name) } };
}

/** One of the brand's known domains, or its very name under .com or the suffix of a country. */
function isOf({ name, domains }: (typeof KNOWN_BRANDS)[number], own: string): boolean {
  if (domains.includes(own)) return true;
  const dot = own.indexOf('.');
  const suffix = own.slice(dot + 1);
  const isUsual =
    /^(?:com|[a-z]{2}|co\.[a-z]{2}|com\.[a-z]{2})$/u.test(suffix) && !CHEAP_SUFFIXES.has(suffix);
  return isUsual && suffix !== 'co' && own.slice(0, dot) === name.replaceAll(' ', '');
}

/** Exchange and Outlook put their own names on reports and trials, under the addresses of those they serve. */
function isOwnSystem(words: string, address: string): boolean {
  return (
    /^ microsoft (?:office )?(?:outlook|exchange) $/u.test(words) || /^microsoftexchange/iu.test(address)
  );
}

/** A name of two words or more of which not even three letters in a row are in the address. */
function isStranger(words: string, address: string): boolean {
  const names = words.split(' ').filter((word) => /^[a-z]{3,}$/u.test(word));
  const local = plainLetters(address.slice(0, address.lastIndexOf('@')).slice(0, 64));
  return names.length >= 2 && names.every((name) => !local.includes(name.slice(0, 3)));
}

// A department, not a person.
const OFFICE =
  / (?:support|service|services|team|help ?desk|security|securite|billing|department|departement|office|bank|banque|admin|administrator|account|accounts|compte|notice|notification|notifications|official|officiel|customer|customers|client|clientele|update|updates|alert|alerts|storage|cloud|rewards?|refund|invoice|order|orders|payment|courier|delivery|livraison|inheritance|claim|promo|kundenservice|suporte|atendimento|aviso) /u;

function* disguises({ subject }: MailView, { name }: Address): Generator<Signal> {
  const words = disguisedWords(`${name} ${subject}`.slice(0, 1000));
  if (words.length > 0 || isSpacedOut(name))
    yield {
      code: 'bait-disguised-letters',
      level: 2,
      detail: { words: plainLetters(words[0] ?? name).slice(0, 60) },
    };
}

function isRegistrable(domain: string): boolean {
  if (!/^[\p{L}\p{N}_-]{1,63}(?:\.[\p{L}\p{N}_-]{1,63})+$/u.test(domain)) return false;
  // Kept for examples and for networks of one's own (RFC 2606, 6762, 8375): odd, and no bait.
  if (/\.(?:example|test|invalid|localhost|local|lan|internal|intranet|corp|home|arpa)$/u.test(domain))
    return true;
  return (
    parse(domain, { allowPrivateDomains: false, extractHostname: false, validateHostname: false }).isIcann ===
    true
  );
}

/** Letters and figures by turns, or consonants in a row, as machines make names. */
function looksRandom(address: string): boolean {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at).slice(0, 64);
  const label = registrableOf(domainOf(address)).split('.')[0] ?? '';
  return isRandom(local) || isRandom(label.slice(0, 63));
}

function isRandom(word: string): boolean {
  if (word.length < 7) return false;
  const turns = (word.match(/[a-z](?=\d)|\d(?=[a-z])/giu) ?? []).length;
  if (turns >= 4) return true;
  const mixed =
    /^[A-Za-z]+$/u.test(word) && (word.match(/[a-z](?=[A-Z])/gu) ?? []).length >= 2 && /[A-Z]{2}/u.test(word);
  return mixed || /[bcdfghjklmnpqrstvwxz]{6}/iu.test(word);
}

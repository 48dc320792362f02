import type { OpenAddress } from '../../model/index.ts';
import { FREE_MAIL } from '../lookalike/free-mail.ts';
import { fromDomainsOf, organisationalDomain } from './alignment.ts';
import type { SignedHeader } from './message.ts';
import type { MessageView } from './message-view.ts';

/**
 * Where answers go (Reply-To) and who is shown to have sent it for the author (Sender), in fields that a signature leaves open,
 * where they name another house than From and the recipients. Attack: genuine mail is sent again with a Reply-To of one's own;
 * mail programs answer to that, and few people look. Lists name themselves, and stand among the recipients.
 */
export function openAddresses(
  view: MessageView,
  covered: ReadonlySet<SignedHeader | null>,
): readonly OpenAddress[] {
  const found: OpenAddress[] = [];
  let known: ReadonlySet<string> | null = null;
  for (const field of FIELDS) {
    const open = view.index.get(field)?.find((each) => !covered.has(each));
    if (open === undefined) continue;
    known ??= housesOf(view);
    const address = foreignIn(view.valueOf(open).slice(0, LONGEST), known);
    if (address !== null) found.push({ field, address });
  }
  return found;
}

/** An address of another house in a field, or null. */
export function foreignAddress(view: MessageView, name: string): string | null {
  const [field] = view.index.get(name) ?? [];
  return field === undefined ? null : foreignIn(view.valueOf(field).slice(0, LONGEST), housesOf(view));
}

const FIELDS = ['reply-to', 'sender'] as const;
/** Attack: fields of megabytes, read for every signature. */
const LONGEST = 8192;
/** Addresses told of one message. */
const MOST_ADDRESSES = 50;

/** Addresses of From and of the recipients, and the houses they are of; who shares a free mailbox shares no house. */
function housesOf(view: MessageView): ReadonlySet<string> {
  const houses = new Set<string>();
  for (const name of ['from', 'to', 'cc'])
    for (const field of view.index.get(name) ?? [])
      for (const address of addressesIn(view.valueOf(field).slice(0, LONGEST))) {
        houses.add(address);
        const house = houseOf(address);
        if (house !== null) houses.add(house);
      }
  return houses;
}

function foreignIn(value: string, known: ReadonlySet<string>): string | null {
  return (
    addressesIn(value).find((address) => !known.has(address) && !known.has(houseOf(address) ?? address)) ??
    null
  );
}

function houseOf(address: string): string | null {
  const [domain = ''] = fromDomainsOf(address);
  const house = organisationalDomain(domain) ?? domain;
  return house === '' || FREE_MAIL.has(house) ? null : house;
}

function addressesIn(value: string): readonly string[] {
  const found = value.match(/[^\s<>()[\]"',;:@\\\0]{1,64}@[^\s<>()[\]"',;:@\\\0]{1,253}/g) ?? [];
  return found.slice(0, MOST_ADDRESSES).map((address) => address.toLowerCase());
}

/**
 * Whom a quotation names as its author, where that is another than the sender of the message which it is held against; null
 * where it names that sender, or no address. A person's two addresses often have the same name before the "@", which is
 * enough.
 *
 * @param authors lines that say whose words are quoted (`QuoteLevel.authors`)
 * @param sender address of the message's From, lower case
 */
export function otherAuthor(authors: readonly string[], sender: string): string | null {
  if (sender === '') return null;
  let other: string | null = null;
  for (const author of authors) {
    // One that names nobody by address may be this sender.
    const addresses = author.toLowerCase().match(ADDRESS) ?? [];
    if (addresses.length === 0 || addresses.some((each) => isSame(each, sender))) return null;
    other ??= addresses[0] ?? null;
  }
  return other;
}

/** Attack: a line of hundreds of characters without a full stop, tried at each of them; lines are cut before. */
const ADDRESS = /[a-z0-9._%+'-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/g;

function isSame(one: string, other: string): boolean {
  return one === other || localPart(one) === localPart(other);
}

function localPart(address: string): string {
  return address.slice(0, address.lastIndexOf('@'));
}

import { parse } from 'tldts';
import type { MessageRow } from '../case/store.ts';

/** Filters belong to whoever received the mail, which the leak as a whole stands for. */
export const FILTER = 'filter';

/**
 * By which ways something was added to a message: a list, the host it is run on, whose software puts the same under all
 * its lists, and filters. The same array for the same list: it is asked for each piece of each footer.
 */
export function routesOf(list: string | null): readonly string[] {
  if (list === null) return NO_LIST;
  const known = routes.get(list);
  if (known !== undefined) return known;
  const id = idOf(list);
  const found = [id, id.slice(id.indexOf('.') + 1), FILTER];
  if (routes.size >= MOST_KNOWN) routes.clear();
  routes.set(list, found);
  return found;
}

const NO_LIST: readonly string[] = [FILTER];
/** Attack: a list of its own for each message. */
const MOST_KNOWN = 500;
const routes = new Map<string, readonly string[]>();

/** What stands between the angle brackets of a List-Id (RFC 2919 section 2), lower case. */
export function idOf(list: string): string {
  return (/<([^<>]{1,200})>/.exec(list)?.[1] ?? list).toLowerCase();
}

/**
 * The addresses of its list to which the message was sent: what the list is called. Attack: List-Id is signed by nobody, so a
 * forger calls his list what he likes and puts that name into the Subject; but To and Cc are the author's.
 */
export function listWrittenTo(message: Pick<MessageRow, 'list' | 'recipients'>): string | null {
  if (message.list === null) return null;
  const house = parse(idOf(message.list)).domain;
  if (house === null) return null;
  const { to, cc } = message.recipients;
  const own = [...to, ...cc].filter(
    (address) => parse(address.slice(address.lastIndexOf('@') + 1)).domain === house,
  );
  return own.length === 0 ? null : own.join(' ');
}

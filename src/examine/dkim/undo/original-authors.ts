import { decodeWords } from '../../../parse/mime/encoded-word.ts';
import type { MessageView } from '../message-view.ts';
import { splitAddresses } from './recipient-orders.ts';

/** What From may have been before a list sent in its own name: lists keep the author in one of these fields. */
export function originalFroms(view: MessageView, value: string): string[] {
  const kept = valuesOf(view, ['x-original-from', 'x-mailfrom', 'reply-to', 'cc']).flatMap((text) => [
    text,
    ...splitAddresses(text),
  ]);
  const via = /^\s*"?'?(.*?)'? via .*$/is.exec(value)?.[1];
  const addresses = kept.map((text) => text.trim()).filter((text) => text.includes('@'));
  const named =
    via === undefined
      ? []
      : addresses.flatMap((text) => {
          const address = /<[^>]*>/.exec(text)?.[0] ?? `<${text}>`;
          return [`${via} ${address}`, `"${via}" ${address}`];
        });
  const shown = nameWords(value);
  const isKept = (text: string): boolean =>
    shown.length === 0 || shown.some((word) => text.toLowerCase().includes(word));
  // A list may put its own name for the author's; a person's name that is neither of the two was put there by a person.
  const lists = valuesOf(view, ['list-id', 'list-post', 'x-beenthere', 'x-mailing-list']).join(' ');
  const isOfList = lists !== '' && isKept(lists);
  return [...new Set([...addresses, ...named])].filter((text) => isOfList || isKept(text)).slice(0, 12);
}

/** The words of the name that From shows, without what lists write behind it: three letters and more each. */
function nameWords(value: string): readonly string[] {
  const name = decodeWords(value.replace(/\r?\n/g, ''))
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\bvia\b.*$/is, '');
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= SHORTEST_NAME);
}

const SHORTEST_NAME = 3;

/** What Sender may have been: the author, as lists leave him in other fields. */
export function originalSenders(view: MessageView): string[] {
  const from = valuesOf(view, ['from', 'x-original-sender', 'x-sender']);
  return from.flatMap((text) => [text, ...(/<([^>]*)>/.exec(text)?.slice(1) ?? [])]);
}

/** Fields of one name that are looked at. */
const MOST_OF_A_NAME = 4;

/** The values of all fields of these names, at most four of each. Attack: a thousand fields of one name. */
export function valuesOf(view: MessageView, names: readonly string[]): string[] {
  return names.flatMap((name) =>
    (view.index.get(name) ?? []).slice(0, MOST_OF_A_NAME).map((field) => view.valueOf(field).trim()),
  );
}

import { diffArrays } from 'diff';
import { mailboxText } from '../../case/mailbox-text.ts';
import type { StoredItem } from '../../case/store.ts';
import type { DiffJson, DiffPiece } from '../api/item.ts';
import { json } from '../http/answer.ts';
import { badRequest, HttpError } from '../http/http-error.ts';
import type { Route, RouteRequest } from '../http/router.ts';
import { copiesOf } from './item.ts';
import { itemOf, linkOfItem } from './item-of.ts';

/** Attack: two texts of a million different words, whose shortest difference takes quadratic time. */
const MOST_EDITS = 3_000;
const MOST_CHARS = 400_000;

export const diffRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/diff', handle: (request) => json(diff(request)) },
];

function diff(request: RouteRequest): DiffJson {
  const [left, right] = pairOf(request);
  const { pieces, coarse } = diffTexts(left.text, right.text);
  return {
    left: linkOfItem(left),
    right: linkOfItem(right),
    fields: fieldsOf(left, right),
    text: pieces,
    attachments: attachmentsOf(request, left, right),
    coarse,
  };
}

function pairOf({ query, context }: RouteRequest): readonly [StoredItem, StoredItem] {
  const { store } = context;
  const [left, right] = [query.text('left'), query.text('right')];
  if (left !== null && right !== null) return [itemOf(store, left), itemOf(store, right)];
  const id = query.text('item');
  if (id === null)
    throw badRequest('Name two items (left, right), or one (item) and what to hold it against.');
  const item = itemOf(store, id);
  const against = query.word('against', ['reference', 'copy'], 'reference');
  const other = against === 'reference' ? referenceOf(context, item) : copyOf(context, item);
  if (other === null)
    throw new HttpError(404, 'nothing-to-compare', {
      en: 'The case holds nothing to compare it with.',
      fr: 'Le dossier ne contient rien à quoi le comparer.',
    });
  return [other, item];
}

/** The victim's own copy: the one a reason names, or the one of the same Message-ID. */
function referenceOf({ store, view }: RouteRequest['context'], item: StoredItem): StoredItem | null {
  for (const { code, detail } of item.judgement?.reasons ?? []) {
    if (!code.startsWith('reference-')) continue;
    for (const value of Object.values(detail)) {
      const named = typeof value === 'string' ? store.item(value) : null;
      if (named?.role === 'reference') return named;
    }
  }
  const messageId = item.message?.messageId?.replace(/["“”]/g, '') ?? '';
  if (messageId === '') return null;
  const [found] = view.current.hits(`message-id:"${messageId}"`, 'reference');
  return found === undefined ? null : store.itemByRow(view.current.table.rows[found] ?? 0);
}

/** Of the same Message-ID and other content, then the nearest of its cluster, then a copy. */
function copyOf(context: RouteRequest['context'], item: StoredItem): StoredItem | null {
  const { store } = context;
  const conflict = item.judgement?.reasons.find(({ code }) => code === 'same-id-other-content');
  const named = Object.values(conflict?.detail ?? {}).flat();
  for (const id of named) {
    const other = typeof id === 'string' && id !== item.id ? store.item(id) : null;
    if (other !== null) return other;
  }
  const cluster = item.nearDuplicate === null ? [] : store.clusterOf(item.nearDuplicate.cluster);
  const near = cluster.find(([row]) => row !== item.row);
  if (near !== undefined) return store.itemByRow(near[0]);
  const [copy] = copiesOf(context, item);
  return copy === undefined ? null : store.item(copy.id);
}

function fieldsOf(left: StoredItem, right: StoredItem): DiffJson['fields'] {
  const [a, b] = [shownFields(left), shownFields(right)];
  return Object.keys(a).flatMap((name) => {
    const pair = { name, left: a[name] ?? '', right: b[name] ?? '' };
    return pair.left === pair.right ? [] : [pair];
  });
}

function shownFields({ message, name, size, sha256 }: StoredItem): Readonly<Record<string, string>> {
  const own = { name: message === null ? name : '', size: String(size), sha256 };
  if (message === null) return { ...own, from: '', to: '', cc: '', subject: '', date: '', 'message-id': '' };
  const list = (people: NonNullable<typeof message>['to']): string => people.map(mailboxText).join(', ');
  return {
    ...own,
    from: list(message.from),
    to: list(message.to),
    cc: list(message.cc),
    subject: message.subject,
    date: message.date ?? '',
    'message-id': message.messageId ?? '',
  };
}

function attachmentsOf(
  { context }: RouteRequest,
  left: StoredItem,
  right: StoredItem,
): DiffJson['attachments'] {
  const hashes = (item: StoredItem): ReadonlyMap<string, string> =>
    new Map(context.store.childrenOf(item.path, item.role).map(({ name, sha256 }) => [name, sha256]));
  const [a, b] = [hashes(left), hashes(right)];
  const names = [...new Set([...a.keys(), ...b.keys()])];
  return names.map((name) => ({ name, left: a.get(name) ?? null, right: b.get(name) ?? null }));
}

/** By words and the white space between them; beyond the bound the middle stands as replaced whole. */
function diffTexts(
  left: string,
  right: string,
): { readonly pieces: readonly DiffPiece[]; readonly coarse: boolean } {
  const cut = left.length > MOST_CHARS || right.length > MOST_CHARS;
  const [a, b] = [wordsOf(left.slice(0, MOST_CHARS)), wordsOf(right.slice(0, MOST_CHARS))];
  const parts = diffArrays(a, b, { maxEditLength: MOST_EDITS });
  if (parts === undefined) {
    const lines = diffArrays(
      left.slice(0, MOST_CHARS).split(/(?<=\n)/),
      right.slice(0, MOST_CHARS).split(/(?<=\n)/),
      {
        maxEditLength: MOST_EDITS,
      },
    );
    const whole: DiffPiece[] = [
      { type: 'removed', text: left.slice(0, MOST_CHARS) },
      { type: 'added', text: right.slice(0, MOST_CHARS) },
    ];
    return { pieces: lines?.map(pieceOf) ?? whole, coarse: true };
  }
  return { pieces: parts.map(pieceOf), coarse: cut };
}

function pieceOf(part: {
  readonly added?: boolean;
  readonly removed?: boolean;
  readonly value: readonly string[];
}): DiffPiece {
  return { type: part.added ? 'added' : part.removed ? 'removed' : 'same', text: part.value.join('') };
}

function wordsOf(text: string): string[] {
  return text.match(/\s+|[^\s]+/g) ?? [];
}

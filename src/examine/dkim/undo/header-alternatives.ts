import type { ByteRange } from '../../../model/index.ts';
import { HeaderData } from '../header-canonicalizer.ts';
import type { SignedHeader } from '../message.ts';
import type { MessageView } from '../message-view.ts';
import type { SignatureTags } from '../signature-tags.ts';
import type { BodyFound } from './body-target.ts';
import { type FieldLine, linesFor } from './field-lines.ts';
import { recipientOrders } from './recipient-orders.ts';

/** One form a signed header field may have had: its canonical bytes with CRLF, empty for absent. */
export interface Alternative {
  /** Null for the field as it lies in the leak. */
  readonly change: string | null;
  readonly bytes: Buffer;
  readonly region: ByteRange | null;
  /** What stands in the leak and not in this form, where the change adds words; empty for none. */
  readonly added: string;
}

/** For every name of h=, the forms its field may have had, the one in the leak first. */
export function headerAlternatives(
  view: MessageView,
  tags: SignatureTags,
  selected: readonly (SignedHeader | null)[],
  body: BodyFound | null,
): readonly (readonly Alternative[])[] {
  return selected.map((field, i) => {
    const name = tags.signedNames[i] ?? '';
    const isSecond = tags.signedNames.indexOf(name) < i;
    const lines = [...linesFor(view, name, field, body), ...extraField(name, field, isSecond)];
    const found: Alternative[] = [
      {
        change: null,
        bytes: field === null ? EMPTY : canonical(view.bytes, field, tags.relaxedHeader),
        region: null,
        added: '',
      },
    ];
    for (const [change, line] of lines) {
      const bytes = line === null ? EMPTY : canonicalLine(line, tags.relaxedHeader);
      if (!found.some((other) => other.bytes.equals(bytes))) {
        found.push({ change, bytes, region: field?.range ?? null, added: markOf(view, field, change, line) });
      }
    }
    return found;
  });
}

/** The words a Subject has and its other form lacks: list tags wherever they stand, a filter's mark in front. */
function markOf(view: MessageView, field: SignedHeader | null, change: string, line: string | null): string {
  if (field === null || line === null) return '';
  const own = view.valueOf(field).trim();
  const other = line.slice(line.indexOf(':') + 1).trim();
  if (change === 'security-banner') return own.slice(0, Math.max(0, own.length - other.length)).trim();
  if (change !== 'subject-tag') return '';
  const tags = own.match(/\[[^\]\r\n]{1,80}\]/g) ?? [];
  return tags.filter((tag) => !other.includes(tag)).join(' ');
}

/** Changes of other fields tried with every order of recipients, of each field the likeliest one. */
const BESIDE_ORDERS = new Set(['subject-tag', 'list-fields']);

/**
 * The alternatives with the other orders of Cc, or else of To; null where there are none to try or no list
 * is seen that could have shuffled them. They are many, so the rest is cut down to the likeliest.
 */
export function withRecipientOrders(
  view: MessageView,
  tags: SignatureTags,
  selected: readonly (SignedHeader | null)[],
  alternatives: readonly (readonly Alternative[])[],
): readonly (readonly Alternative[])[] | null {
  if (!view.index.has('list-id') && !view.index.has('x-beenthere')) return null;
  for (const name of ['cc', 'to']) {
    const position = tags.signedNames.indexOf(name);
    const field = selected[position];
    const orders = field == null ? [] : recipientOrders(view.valueOf(field));
    if (field == null || orders.length === 0) continue;
    const forms = orders.map((order) => ({
      change: 'recipient-order',
      bytes: canonicalLine(`${field.name}: ${order}`, tags.relaxedHeader),
      region: field.range,
      added: '',
    }));
    return alternatives.map((others, i) => (i === position ? forms : likeliest(others)));
  }
  return null;
}

function likeliest(forms: readonly Alternative[]): readonly Alternative[] {
  return forms.filter(
    ({ change }, i) => i === 0 || (i === 1 && change !== null && BESIDE_ORDERS.has(change)),
  );
}

/** One line a field may have had. */
export function alternativeOf(
  change: string,
  line: string,
  field: SignedHeader,
  relaxed: boolean,
): Alternative {
  return { change, bytes: canonicalLine(line, relaxed), region: field.range, added: '' };
}

const EMPTY = Buffer.alloc(0);
const data = new HeaderData();

function canonical(bytes: Uint8Array, field: SignedHeader, relaxed: boolean): Buffer {
  data.reset();
  data.add(bytes, field, relaxed);
  data.addLineEnd();
  return Buffer.from(data.bytes);
}

/** The canonical bytes of a header line of bytes as Latin-1 characters, with its CRLF (RFC 6376 3.4). */
export function canonicalLine(line: string, relaxed: boolean): Buffer {
  const bytes = Buffer.from(line, 'latin1');
  const field = { name: '', key: '', range: { start: 0, end: bytes.length }, colon: line.indexOf(':') };
  return canonical(bytes, field, relaxed);
}

/**
 * A name that h= lists twice is signed as standing once (RFC 6376 section 8.15); where there is a second field
 * after all, the signature may fit without it. That is no harmless change: the rules call it an alteration.
 */
function extraField(name: string, field: SignedHeader | null, isSecond: boolean): FieldLine[] {
  return isSecond && field !== null && SHOWN.has(name) ? [[`extra-${name}`, null]] : [];
}

const SHOWN: ReadonlySet<string> = new Set(['from', 'subject', 'date', 'content-type']);

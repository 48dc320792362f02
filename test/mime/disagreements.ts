/** Why Tamis and another library may read one message differently: the rows of docs/mime-disagreements.md. */
import { DEFAULT_LIMITS } from '../../src/model/index.ts';
import { leafParts, type ParsedMessage, parseMessage } from '../../src/parse/mime/message.ts';
import { type MessageSummary, summarize } from '../../src/parse/mime/summary.ts';
import type { Field, Oracle, Reading } from './oracles.ts';

export interface Disagreement {
  readonly bytes: Uint8Array;
  readonly field: Field;
  readonly oracle: Oracle;
  readonly ours: Reading;
  readonly theirs: Reading;
}

interface Case extends Disagreement {
  readonly message: ParsedMessage;
  readonly summary: MessageSummary;
}

export interface Cause {
  readonly id: string;
  readonly fields: readonly Field[];
  readonly applies: (one: Case) => boolean;
}

/** The first cause that explains a disagreement, or null. */
export function explain(one: Disagreement): Cause | null {
  const message = parseMessage(one.bytes, DEFAULT_LIMITS);
  const full = { ...one, message, summary: summarize(message, DEFAULT_LIMITS) };
  return CAUSES.find((cause) => cause.fields.includes(one.field) && cause.applies(full)) ?? null;
}

const ALL: readonly Field[] = ['subject', 'from', 'to', 'date', 'messageId', 'attachments', 'text'];
const BODY: readonly Field[] = ['attachments', 'text'];

export const CAUSES: readonly Cause[] = [
  { id: 'lone-cr', fields: ALL, applies: (one) => one.oracle !== 'python' && hasDefect(one, 'bare-cr') },
  {
    id: 'damaged-header',
    fields: ALL,
    applies: (one) => hasDefect(one, 'header-without-colon', 'missing-blank-line', 'leading-blank-lines'),
  },
  { id: 'duplicate-header', fields: ALL, applies: (one) => hasDefect(one, 'duplicate-header') },
  {
    id: 'files-in-text',
    fields: BODY,
    applies: (one) => one.summary.attachments.some((file) => file.part.encoding.startsWith('x-')),
  },
  {
    id: 'bad-content-type',
    fields: BODY,
    applies: (one) => hasDefect(one, 'bad-content-type'),
  },
  {
    id: 'broken-boundaries',
    fields: BODY,
    applies: (one) =>
      hasDefect(
        one,
        'missing-end-boundary',
        'boundary-not-found',
        'part-after-close',
        'no-boundary-parameter',
      ),
  },
  {
    id: 'reports-in-text',
    fields: BODY,
    applies: (one) =>
      hasType(one, /^message\/(?:global-)?(?:delivery-status|disposition-notification|feedback-report)$/) ||
      hasType(one, /^text\/(?:rfc822-headers|calendar|enriched|richtext)$/),
  },
  {
    id: 'carried-messages',
    fields: BODY,
    applies: (one) =>
      one.oracle !== 'postal-mime' && hasType(one, /^message\/(?:rfc822|global|partial|external-body)$/),
  },
  {
    id: 'named-text',
    fields: BODY,
    applies: (one) =>
      leafParts(one.message.root).some((part) => part.type.startsWith('text/') && part.filename !== null),
  },
  {
    id: 'flowed',
    fields: ['text'],
    applies: (one) =>
      leafParts(one.message.root).some((part) => part.params.format?.toLowerCase() === 'flowed') &&
      bareWords(one.ours.text) === bareWords(one.theirs.text),
  },
  {
    id: 'html-in-text',
    fields: ['text'],
    applies: (one) => hasType(one, /^text\/html$/) && one.ours.text !== '',
  },
  {
    id: 'charset',
    fields: ['subject', 'attachments', 'text'],
    applies: (one) =>
      /[^\0-\x7f]/.test(text(one.ours, one.field) + text(one.theirs, one.field)) &&
      ascii(one.ours, one.field) === ascii(one.theirs, one.field),
  },
  {
    id: 'backslashes',
    fields: ['attachments'],
    applies: (one) =>
      text(one.ours, one.field).replaceAll('\\', '') === text(one.theirs, one.field).replaceAll('\\', ''),
  },
  {
    id: 'bare-names',
    fields: ['from', 'to'],
    applies: (one) => text(withAt(one.ours), one.field) === text(withAt(one.theirs), one.field),
  },
  {
    id: 'unclosed-brackets',
    fields: ['messageId', 'from', 'to'],
    applies: (one) =>
      (text(one.ours, one.field) === 'null' ? '""' : text(one.ours, one.field)) ===
      text(one.theirs, one.field).replace(/[<>]/g, ''),
  },
  {
    id: 'comma-in-name',
    fields: ['from', 'to'],
    applies: (one) => new RegExp(`^${one.field}:[^\\n"<]*,[^\\n<]*<`, 'im').test(head(one)),
  },
  {
    id: 'space-before-colon',
    fields: ALL,
    applies: (one) => /^[!-9;-~]+[ \t]+:/m.test(head(one)),
  },
  {
    id: 'quoted-local-part',
    fields: ['from', 'to'],
    applies: (one) => text(one.ours, one.field).includes('\\"@'),
  },
  {
    id: 'comments-in-addresses',
    fields: ['from', 'to'],
    applies: (one) => /^(?:from|to):[^\n]*(?:\n[ \t][^\n]*)*\(/im.test(head(one)),
  },
  {
    id: 'two-digit-years',
    fields: ['date'],
    applies: (one) => /\b0?[01]?\d\d\b \d\d:/.test(one.summary.dateRaw ?? ''),
  },
  {
    id: 'lenient-dates',
    fields: ['date'],
    applies: (one) =>
      one.ours.date !== null &&
      !/^(?:\w{3}, )?\d{1,2} \w{3} \d{4} \d\d:\d\d(?::\d\d)? [+-]\d{4}/.test(one.summary.dateRaw ?? ''),
  },
];

function hasDefect(one: Case, ...codes: string[]): boolean {
  return one.message.defects.some((defect) => codes.includes(defect.code));
}

function hasType(one: Case, type: RegExp): boolean {
  return leafParts(one.message.root).some((part) => type.test(part.type));
}

function text(reading: Reading, field: Field): string {
  return JSON.stringify(reading[field]);
}

function ascii(reading: Reading, field: Field): string {
  return text(reading, field).replace(/\\+ufffd|\\u[0-9a-f]{4}|[^\x21-\x7e]/g, '');
}

function bareWords(words: string | null): string {
  return (words ?? '').replace(/[>\s]/g, '');
}

function withAt(reading: Reading): Reading {
  const whole = (address: string): boolean => address.includes('@');
  return { ...reading, from: reading.from.filter(whole), to: reading.to.filter(whole) };
}

function head(one: Case): string {
  const { start, end } = one.message.root.headerRange;
  return Buffer.from(one.bytes).toString('latin1', start, end);
}

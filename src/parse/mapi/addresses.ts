import { encodePhrase } from './header-fields.ts';
import type { MapiMessage } from './message.ts';
import type { PropertyBag } from './property-bag.ts';
import { TAG } from './tags.ts';

/** A person as MAPI has them; `address` is SMTP where the store knows it, else an Exchange name. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** Which field a recipient stands in (PidTagRecipientType, MS-OXOMSG 2.2.3.1). */
export type RecipientKind = 'to' | 'cc' | 'bcc';
const KINDS: Readonly<Record<number, RecipientKind>> = { 1: 'to', 2: 'cc', 3: 'bcc' };

/** Who the message says it is from; differs from the sender when one sends for another. */
export function fromOf(properties: PropertyBag): Mailbox | null {
  return (
    mailbox(
      properties.text(TAG.sentRepresentingName),
      properties.text(TAG.sentRepresentingSmtpAddress),
      properties.text(TAG.sentRepresentingEmailAddress),
    ) ?? senderOf(properties)
  );
}

/** Who sent the item, under the name and address it keeps; null where it keeps neither. */
export function senderOf(properties: PropertyBag): Mailbox | null {
  return mailbox(
    properties.text(TAG.senderName),
    properties.text(TAG.senderSmtpAddress),
    properties.text(TAG.senderEmailAddress),
  );
}

/** Recipients of one kind; without a recipient table, the names in PidTagDisplayTo and its kin. */
export function recipientsOf(message: MapiMessage, kind: RecipientKind): readonly Mailbox[] {
  const found: Mailbox[] = [];
  for (const recipient of message.recipients) {
    // The high bits say how the message travelled (MS-OXOMSG 2.2.3.1), the low ones what the recipient is.
    if (KINDS[(recipient.number(TAG.recipientType) ?? 0) & 0x0f] !== kind) continue;
    const box = mailbox(
      recipient.text(TAG.displayName) ?? recipient.text(TAG.recipientDisplayName),
      recipient.text(TAG.smtpAddress),
      recipient.text(TAG.emailAddress),
    );
    if (box !== null) found.push(box);
  }
  if (message.recipients.length > 0) return found;
  const tag = { to: TAG.displayTo, cc: TAG.displayCc, bcc: TAG.displayBcc }[kind];
  return namesIn(message.properties.text(tag));
}

/** `Name <address>`, folded by the caller. An Exchange name stays in the brackets: it is all there is. */
export function writeMailbox({ name, address }: Mailbox): string {
  const shown = name === address ? '' : name;
  if (address === '') return `${encodePhrase(shown)} <>`;
  const spec = address.replace(/[\r\n\t<>]+/g, '_');
  if (shown === '' && spec.includes('@')) return spec;
  return shown === '' ? `<${spec}>` : `${encodePhrase(shown)} <${spec}>`;
}

/** The value of an address field, a line each (RFC 5322 3.4). */
export function writeMailboxes(boxes: readonly Mailbox[]): string {
  return boxes.map(writeMailbox).join(',\r\n ');
}

function mailbox(name: string | null, smtp: string | null, other: string | null): Mailbox | null {
  const address = unquoted(smtp || other || '');
  const shown = unquoted(name ?? '');
  return address === '' && shown === '' ? null : { name: shown || address, address };
}

/** Outlook keeps 'a@b.c' in single quotes as a name when the sender typed none. */
function unquoted(text: string): string {
  const trimmed = text.trim();
  return /^'.*'$/s.test(trimmed) && trimmed.length > 2 ? trimmed.slice(1, -1) : trimmed;
}

function namesIn(list: string | null): readonly Mailbox[] {
  return (list ?? '')
    .split(';')
    .map((name) => unquoted(name))
    .filter((name) => name !== '')
    .map((name) => ({ name, address: name.includes('@') ? name : '' }));
}

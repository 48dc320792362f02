import type { BlockList } from '../guard/block-list.ts';
import { bareSubject, prefixWithoutNames } from './bare-subject.ts';
import type { Block } from './blocks.ts';
import { templateOf } from './header-template.ts';
import { bodyOf, type Mail, type PartShape } from './mail.ts';
import type { MailShape, MimeShape } from './mailbox-model.ts';
import type { People } from './people.ts';

/** What of a mailbox the shape of one mail is told by. */
export interface ShapeContext {
  readonly people: People;
  /** Words of headers that are common in the mailbox. */
  readonly words: Parameters<typeof templateOf>[3];
  /** Lines that are nobody's. */
  readonly isCommon: (line: string) => boolean;
  /** Everybody of the mailbox. */
  readonly names: BlockList;
}

/** Fields that ask for a receipt: a decoy never calls home. */
const ASKS_BACK = /^(?:disposition-notification-to|return-receipt-to|x-confirm-reading-to)$/i;

/** The outer form of a mail: everything but what it answers, and without a word that is its own. */
export function mailShape(
  mail: Mail,
  body: readonly Block[],
  context: ShapeContext,
): Omit<MailShape, 'parent' | 'references'> {
  const { people, words, names } = context;
  const subject = bareSubject(mail.subject);
  return {
    at: mail.at,
    zone: mail.zone,
    folder: mail.folder,
    author: mail.from === null ? 0 : people.numberOf(mail.from),
    prefix: prefixWithoutNames(subject.prefix, names),
    subjectLength: subject.rest.length,
    characters: bodyOf(mail).length,
    fields: mail.fields
      .filter(({ name }) => !ASKS_BACK.test(name))
      .map((field) => templateOf(field, mail, people, words)),
    body,
    mime: mimeShape(mail.tree, mail, context),
  };
}

/** As deep as the parser's limits let a message be. */
function mimeShape(part: PartShape, mail: Mail, context: ShapeContext): MimeShape {
  const { type, encoding, charset, extension, bytes, footer } = part;
  const { people, words, isCommon } = context;
  const isShared = footer.split('\n').every((line) => line.trim() === '' || isCommon(line));
  return {
    type,
    encoding,
    charset,
    extension,
    bytes,
    footer: isShared ? footer : '',
    fields: part.fields.map((field) => templateOf(field, mail, people, words)),
    children: part.children.map((child) => mimeShape(child, mail, context)),
  };
}

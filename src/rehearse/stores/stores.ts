/** Mailboxes and folders as they lie in a dump. */
import { zip } from '../documents/zip.ts';
import { asctime } from '../wire/dates.ts';
import { toBytes } from '../wire/wire.ts';

/** A message as it goes into a mailbox. */
export interface StoredMessage {
  readonly from: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Latin-1; CRLF unless it was made to be otherwise. */
  readonly text: string;
  /** Its line ends are part of what was made. */
  readonly exact: boolean;
  readonly box: 'inbox' | 'sent';
  /** A file that is no RFC 822 message, for mailboxes of files. */
  readonly file: { readonly name: string; readonly bytes: Buffer } | null;
}

/** A mailbox as files. */
export interface Stored {
  readonly files: readonly (readonly [path: string, bytes: Buffer])[];
  /** For each message, its path as Tamis names it and the bytes it has there. */
  readonly items: readonly { readonly path: string; readonly text: string }[];
}

/** mboxrd (RFC 4155, with the quoting that can be undone), LF line ends. */
export function storeMbox(name: string, messages: readonly StoredMessage[]): Stored {
  const path = `${name}.mbox`;
  const texts = messages.map(({ text }) => lf(text));
  const entries = messages.map(({ from, at }, index) => {
    const text = (texts[index] ?? '').replace(/^(>*From )/gmu, '>$1');
    return `From ${from} ${asctime(at)}\n${text}${text.endsWith('\n') ? '' : '\n'}\n`;
  });
  return {
    files: [[path, toBytes(entries.join(''))]],
    items: texts.map((text, index) => ({ path: `${path}/#${index + 1}`, text })),
  };
}

/** Maildir without the `:2,S` of flags: a colon in a name cannot be checked out on every system. */
export function storeMaildir(name: string, messages: readonly StoredMessage[]): Stored {
  const unread = messages.length - Math.ceil(messages.length / 50);
  const files = messages.map((message, index): readonly [string, Buffer] => {
    const file = `${Math.floor(message.at / 1000)}.M${1000 + index}P77.mx`;
    return [`${name}/${index < unread ? 'cur' : 'new'}/${file}`, contentOf(message, true)];
  });
  return asItems(files);
}

/** A folder of .eml files. */
export function storeFolder(name: string, messages: readonly StoredMessage[]): Stored {
  return asItems(
    messages.map((message, index): readonly [string, Buffer] => [
      `${name}/${fileName(message, index)}`,
      contentOf(message, false),
    ]),
  );
}

/** A ZIP of .eml files, packed at `at` (milliseconds since 1970). */
export function storeZip(name: string, messages: readonly StoredMessage[], at: number): Stored {
  const members = messages.map((message, index) => ({
    name: fileName(message, index),
    bytes: contentOf(message, false),
  }));
  const { items } = asItems(
    members.map(({ name: member, bytes }) => [`${name}.zip/${member}`, bytes] as const),
  );
  return { files: [[`${name}.zip`, zip(members, at)]], items };
}

function asItems(files: readonly (readonly [string, Buffer])[]): Stored {
  return { files, items: files.map(([path, bytes]) => ({ path, text: bytes.toString('latin1') })) };
}

function fileName({ box, file }: StoredMessage, index: number): string {
  const number = String(index + 1).padStart(4, '0');
  const extension = file === null ? 'eml' : (file.name.split('.').at(-1) ?? 'bin');
  return `${box === 'sent' ? 'Envoyes' : 'Reception'}/${number}.${extension}`;
}

function contentOf({ text, exact, file }: StoredMessage, unix: boolean): Buffer {
  if (file !== null) return file.bytes;
  return toBytes(unix && !exact ? lf(text) : text);
}

function lf(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

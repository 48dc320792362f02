import type { ByteSource, Limits } from '../../model/index.ts';
import { detectSource } from '../../parse/detect/index.ts';
import { openEmlx } from '../../parse/emlx/index.ts';
import { locatorQuoting, mboxMessage, scanMbox, sniffMbox } from '../../parse/mbox/index.ts';
import { openMsg } from '../../parse/msg/msg.ts';
import { utf8OfUtf16, utf16Order } from '../../parse/text/wide.ts';
import { openFile, walk } from '../../source/index.ts';

/** One message of the paths given. */
export interface MailFile {
  /** The file, with `#n` behind it for the n-th message of a mailbox. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What was met beside messages. */
export interface PassedOver {
  /** Mail stores and archives that only a sift opens. */
  readonly containers: string[];
  readonly unreadable: string[];
}

/**
 * Every message under the paths: files of one message (eml, emlx, msg, Maildir) and mailboxes (mbox). What has to be
 * unpacked is named in `passed` and left to a sift, which has the limits for it.
 */
export async function* mailFiles(
  paths: readonly string[],
  limits: Limits,
  passed: PassedOver,
): AsyncGenerator<MailFile> {
  for (const root of paths) {
    for (const entry of walk(root)) {
      if (entry.type === 'failed') passed.unreadable.push(entry.path);
      if (entry.type !== 'file' || entry.size === 0) continue;
      const source = opened(entry.path, passed);
      if (source === null) continue;
      try {
        yield* messagesOf(entry.path, source, limits, passed);
      } finally {
        source.close();
      }
    }
  }
}

function opened(path: string, passed: PassedOver): ByteSource | null {
  try {
    return openFile(path);
  } catch {
    passed.unreadable.push(path);
    return null;
  }
}

const SNIFF_BYTES = 2 ** 20;

async function* messagesOf(
  path: string,
  source: ByteSource,
  limits: Limits,
  passed: PassedOver,
): AsyncGenerator<MailFile> {
  const { container } = detectSource(source, path);
  const whole = () => source.read(0, Math.min(source.size, limits.itemBytes));
  if (container === 'message') yield { path, bytes: whole() };
  else if (container === 'utf16-message') {
    const bytes = whole();
    yield { path, bytes: utf8OfUtf16(bytes, utf16Order(bytes) ?? 'le') };
  } else if (container === 'emlx') yield { path, bytes: openEmlx(whole()).message };
  else if (container === 'mbox') yield* inMailbox(path, source, limits);
  else if (container === 'msg') {
    for await (const { outcome } of openMsg(source, { passwords: [], limits }).entries(0))
      if (outcome.type === 'rebuilt' || outcome.type === 'bytes') yield { path, bytes: outcome.bytes };
  } else if (container !== null) passed.containers.push(path);
}

function* inMailbox(path: string, source: ByteSource, limits: Limits): Generator<MailFile> {
  const quoting = locatorQuoting(sniffMbox(source.read(0, SNIFF_BYTES)).quoting);
  let number = 0;
  for (const { messageStart, end } of scanMbox(source, 0)) {
    number++;
    const raw = source.read(messageStart, Math.min(end - messageStart, limits.itemBytes));
    yield { path: `${path}#${number}`, bytes: mboxMessage(raw, quoting) };
  }
}

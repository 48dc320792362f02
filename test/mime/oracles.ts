/** The same message as other libraries read it, in one shape. */
import { spawnSync } from 'node:child_process';
import { simpleParser } from 'mailparser';
import PostalMime, { type Address as PostalAddress } from 'postal-mime';
import { DEFAULT_LIMITS } from '../../src/model/index.ts';
import { parseMessage } from '../../src/parse/mime/message.ts';
import { summarize } from '../../src/parse/mime/summary.ts';

export interface Reading {
  readonly subject: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** To the second. */
  readonly date: string | null;
  readonly messageId: string | null;
  /** Names, '' for an attachment without one, sorted. */
  readonly attachments: readonly string[];
  /** Null when the library gives no plain text of its own to compare. */
  readonly text: string | null;
}

export const FIELDS = ['subject', 'from', 'to', 'date', 'messageId', 'attachments', 'text'] as const;
export type Field = (typeof FIELDS)[number];
export const ORACLES = ['postal-mime', 'mailparser', 'python'] as const;
export type Oracle = (typeof ORACLES)[number];

export function readWithTamis(bytes: Uint8Array): Reading {
  const summary = summarize(parseMessage(bytes, DEFAULT_LIMITS), DEFAULT_LIMITS);
  return {
    subject: squeeze(summary.subject),
    from: summary.from
      .slice(0, 1)
      .map((one) => one.address.toLowerCase())
      .filter(Boolean),
    to: summary.to.map((one) => one.address.toLowerCase()).filter((one) => one !== ''),
    date: summary.date?.slice(0, 19) ?? null,
    messageId: summary.messageId,
    attachments: names(summary.attachments.map((one) => one.name)),
    text: squeeze(summary.text),
  };
}

export async function readWithPostalMime(bytes: Uint8Array): Promise<Reading | null> {
  try {
    const mail = await PostalMime.parse(bytes, { forceRfc822Attachments: true });
    const flat = (list: readonly PostalAddress[] = []): string[] =>
      list.flatMap((one) => (one.group === undefined ? [one.address ?? ''] : flat(one.group)));
    return {
      subject: squeeze(mail.subject ?? ''),
      from: flat(mail.from === undefined ? [] : [mail.from])
        .slice(0, 1)
        .map(lower)
        .filter(Boolean),
      to: flat(mail.to).map(lower).filter(Boolean),
      date: isoSecond(mail.date ?? null),
      messageId: bare(mail.messageId ?? null),
      attachments: names(mail.attachments.map((one) => one.filename)),
      text: mail.text === undefined ? null : squeeze(mail.text),
    };
  } catch {
    return null;
  }
}

export async function readWithMailparser(bytes: Uint8Array): Promise<Reading | null> {
  try {
    const mail = await simpleParser(Buffer.from(bytes), { skipImageLinks: true, skipTextToHtml: true });
    const to = mail.to === undefined ? [] : Array.isArray(mail.to) ? mail.to : [mail.to];
    interface Entry {
      address?: string | undefined;
      group?: Entry[] | undefined;
    }
    const flat = (list: readonly Entry[]): string[] =>
      list.flatMap((one) => (one.group === undefined ? [one.address ?? ''] : flat(one.group)));
    return {
      subject: squeeze(mail.subject ?? ''),
      from: flat(mail.from?.value ?? [])
        .slice(0, 1)
        .map(lower)
        .filter(Boolean),
      to: to
        .flatMap((one) => flat(one.value))
        .map(lower)
        .filter(Boolean),
      date: mail.date === undefined ? null : isoSecond(mail.date.toISOString()),
      messageId: bare(mail.messageId ?? null),
      attachments: names(mail.attachments.map((one) => one.filename ?? null)),
      text: mail.text === undefined || mail.html !== false ? null : squeeze(mail.text),
    };
  } catch {
    return null;
  }
}

/** All messages in one process; null when Python is not there. */
export function readWithPython(messages: readonly Uint8Array[]): (Reading | null)[] | null {
  const input = messages.map((bytes) => Buffer.from(bytes).toString('base64')).join('\n');
  const script = new URL('./read_email.py', import.meta.url).pathname;
  const run = spawnSync('python3', [script], { input, maxBuffer: 2 ** 30, encoding: 'utf8' });
  if (run.error !== undefined || run.status !== 0) return null;
  return run.stdout
    .trimEnd()
    .split('\n')
    .map((line) => {
      const answer = JSON.parse(line) as Record<string, unknown>;
      if ('error' in answer) return null;
      return {
        subject: squeeze(String(answer.subject ?? '')),
        from: (answer.from as string[]).map(lower),
        to: (answer.to as string[]).map(lower),
        date: answer.date as string | null,
        messageId: bare(answer.messageId as string | null),
        attachments: names(answer.attachments as (string | null)[]),
        text: squeeze(answer.text as string) || null,
      };
    });
}

function squeeze(text: string): string {
  return text.replace(/[\s\u200b\ufeff]+/g, ' ').trim();
}

function lower(address: string): string {
  return address.toLowerCase();
}

function names(list: readonly (string | null | undefined)[]): string[] {
  return list.map((name) => squeeze(name ?? '')).sort();
}

function bare(id: string | null): string | null {
  return id === null ? null : /<([^<>]*)>/.exec(id)?.[1]?.replace(/\s+/g, '') || id.trim() || null;
}

function isoSecond(date: string | null): string | null {
  const time = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 19);
}

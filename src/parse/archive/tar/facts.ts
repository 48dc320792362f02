import { decodeUnlabelled } from '../../text/charset.ts';
import { unixTime } from '../time-facts.ts';
import type { TarMember } from './walk.ts';

/** Traces a tar keeps of its maker: UTC times, owner numbers and names, mode, dialect. */
export function memberFacts(member: TarMember, nameGuessed: boolean): Record<string, string> {
  const { header, pax } = member;
  const facts: Record<string, string> = {
    mode: (header.mode & 0o7777).toString(8),
    format: formatName(member),
  };
  const note = (name: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') facts[name] = value.slice(0, 4096);
  };
  note('modified', paxTime(pax.get('mtime')) ?? timeOf(header.modified));
  note('accessed', paxTime(pax.get('atime')) ?? nonZero(header.accessed));
  note('changed', paxTime(pax.get('ctime')) ?? nonZero(header.changed));
  note('created', paxTime(pax.get('LIBARCHIVE.creationtime') ?? pax.get('SCHILY.birthtime')));
  note('uid', pax.get('uid') ?? String(header.uid));
  note('gid', pax.get('gid') ?? String(header.gid));
  note('user', pax.get('uname') ?? textOf(header.user).text);
  note('group', pax.get('gname') ?? textOf(header.group).text);
  note('comment', pax.get('comment'));
  note('link-target', textOf(member.link).text);
  if (member.sparse) note('sparse', 'yes');
  if (nameGuessed) note('name-bytes', Buffer.from(member.name).toString('hex'));
  return facts;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** UTF-8, or where it is not what it reads best in: nothing in a tar names the encoding. */
export function textOf(bytes: Uint8Array): { readonly text: string; readonly guessed: boolean } {
  try {
    return { text: utf8.decode(bytes), guessed: false };
  } catch {
    return { text: decodeUnlabelled(Buffer.from(bytes)), guessed: true };
  }
}

function formatName(member: TarMember): string {
  return member.pax.size > 0 ? 'pax' : member.header.format;
}

function timeOf(seconds: number | null): string | undefined {
  return seconds === null ? undefined : unixTime(seconds);
}

/** GNU and star leave the field zero when they do not know. */
function nonZero(seconds: number | null): string | undefined {
  return seconds ? unixTime(seconds) : undefined;
}

/** Decimal seconds with a fraction of any length; all given digits are kept. */
function paxTime(value: string | undefined): string | undefined {
  const match = /^(-?\d{1,12})(?:\.(\d{1,18}))?$/.exec(value ?? '');
  if (match === null) return undefined;
  const whole = Number(match[1]);
  const fraction = match[2] ?? '';
  if (fraction === '') return unixTime(whole);
  if (whole < 0 || match[1] === '-0') return unixTime(Number(value));
  return unixTime(whole)?.replace('.000Z', `.${fraction}Z`);
}

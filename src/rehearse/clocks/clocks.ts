/** Clocks that mail programs and servers hide in the ids they make. All times in milliseconds since 1970. */
import type { Random } from '../random.ts';

/** From 1601-01-01, the start of a Windows FILETIME, to 1970-01-01, in ticks of 100 ns. */
const FILETIME_EPOCH = 116_444_736_000_000_000n;
/** From 0001-01-01, the start of .NET ticks. */
const DOTNET_EPOCH = 621_355_968_000_000_000n;

/** Windows FILETIME: ticks of 100 ns since 1601 (MS-DTYP 2.3.3). */
export function filetime(ms: number): bigint {
  return BigInt(Math.floor(ms)) * 10_000n + FILETIME_EPOCH;
}

function hex(value: bigint | number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}

/** Outlook: `<000501d2b5e4$6f0f2a10$4d2d7e30$@domain>`, the time as two halves of a FILETIME. */
export function outlookMessageId(ms: number, domain: string, random: Random): string {
  const time = hex(filetime(ms), 16);
  const count = hex(random.between(1, 0xfff), 4);
  return `${count}${time.slice(0, 8)}$${time.slice(8)}$${random.hex(8).toUpperCase()}$@${domain}`;
}

/** Outlook: the FILETIME of the sender's local clock. */
export function outlookBoundary(ms: number, offsetHours: number, level: number, random: Random): string {
  const time = hex(filetime(ms + offsetHours * 3_600_000), 16);
  return `----=_NextPart_00${level}_${hex(random.between(1, 0xfff), 4)}_${time.slice(0, 8)}.${time.slice(8)}`;
}

/** Outlook and Exchange before 2013: 48 bits of FILETIME and a random id. */
export function threadIndex(ms: number, random: Random): Buffer {
  return Buffer.concat([sixBytes(filetime(ms) >> 16n), Buffer.from(random.hex(32), 'hex')]);
}

/** Five bytes more for each reply: 31 bits of the time since the first message, in steps of 2^18 ticks. */
export function threadIndexReply(parent: Buffer, ms: number, random: Random): Buffer {
  const base = bigEndian(parent.subarray(0, 6)) << 16n;
  return Buffer.concat([parent, childBlock((filetime(ms) - base) >> 18n, random)]);
}

/** Exchange since 2013: a byte 01, then 40 bits of FILETIME. */
export function exchangeThreadIndex(ms: number, random: Random): Buffer {
  const time = sixBytes(filetime(ms) >> 24n).subarray(1);
  return Buffer.concat([Buffer.from([1]), time, Buffer.from(random.hex(32), 'hex')]);
}

/** Exchange counts replies from its header read in the old way, and keeps 31 bits of what that gives. */
export function exchangeThreadIndexReply(parent: Buffer, ms: number, random: Random): Buffer {
  const misread = bigEndian(parent.subarray(0, 6)) << 16n;
  const steps = ((filetime(ms) - misread) % (1n << 49n)) >> 18n;
  return Buffer.concat([parent, childBlock(steps, random)]);
}

function childBlock(steps: bigint, random: Random): Buffer {
  const block = Buffer.alloc(5);
  block.writeUInt32BE(Number(steps & 0x7fffffffn));
  block[4] = random.between(0, 255);
  return block;
}

/** Zimbra fills its Thread-Index at random: no clock is in it, only the first byte is always 01. */
export function zimbraThreadIndex(random: Random): Buffer {
  return Buffer.from(`01${random.hex(42)}`, 'hex');
}

function sixBytes(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(value);
  return bytes.subarray(2);
}

function bigEndian(bytes: Buffer): bigint {
  return BigInt(`0x${bytes.toString('hex')}`);
}

/** Exchange Online: a GUID whose last twelve digits are .NET ticks without their low 16 bits. */
export function exchangeNetworkId(ms: number, random: Random): string {
  const ticks = (BigInt(Math.floor(ms)) * 10_000n + DOTNET_EPOCH) >> 16n;
  const last = ticks.toString(16).padStart(12, '0').slice(-12);
  return `${random.hex(8)}-${random.hex(4)}-${random.hex(4)}-${random.hex(4)}-${last}`;
}

/** Gmail: 28 digits; microseconds with the low 24 bits before the high 32. */
export function gmailBoundary(ms: number, random: Random): string {
  const micros = BigInt(Math.floor(ms)) * 1000n + BigInt(random.between(0, 999));
  const all = micros.toString(16).padStart(14, '0');
  return `000000000000${all.slice(8)}${all.slice(0, 8)}${random.hex(2)}`;
}

/** Gmail: the time of the upload in base 36. */
export function gmailAttachmentId(ms: number, index: number): string {
  return `f_${Math.floor(ms).toString(36)}${index}`;
}

/** JavaMail (and Zimbra): the last number is the time. */
export function javaMailId(ms: number, host: string, random: Random): string {
  return `${random.between(1e8, 2e9)}.${random.between(1, 9999)}.${Math.floor(ms)}.JavaMail.zimbra@${host}`;
}

/** JavaMail: a count, a hash code and the time in plain digits. */
export function javaMailBoundary(ms: number, random: Random): string {
  return `----=_Part_${random.between(1, 99999)}_${random.between(1e8, 2e9)}.${Math.floor(ms)}`;
}

/** A random UUID, version 4 (RFC 9562 5.4): no clock is in it. */
export function uuid(random: Random): string {
  const variant = random.pick(['8', '9', 'a', 'b']);
  return `${random.hex(8)}-${random.hex(4)}-4${random.hex(3)}-${variant}${random.hex(3)}-${random.hex(12)}`;
}

const BASE_62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Digits and consonants: Postfix leaves the vowels out, so that no words come about. */
const BASE_52 = '0123456789BCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz';

function inBase(value: number, alphabet: string, digits: number): string {
  let rest = value;
  let out = '';
  while (rest > 0 || out.length < digits) {
    out = `${alphabet[rest % alphabet.length]}${out}`;
    rest = Math.floor(rest / alphabet.length);
  }
  return out;
}

/** Exim: seconds, process and a fraction, in base 62. */
export function eximId(ms: number, random: Random): string {
  const fraction = inBase(random.between(0, 1999), BASE_62, 2);
  return `${inBase(Math.floor(ms / 1000), BASE_62, 6)}-${inBase(random.between(1, 9e6), BASE_62, 6)}-${fraction}`;
}

/** Postfix with long queue ids: six digits of seconds, four of microseconds, `z`, the inode. */
export function postfixId(ms: number, random: Random): string {
  const micros = (Math.floor(ms) % 1000) * 1000 + random.between(0, 999);
  const inode = inBase(random.between(1e5, 9e6), BASE_52.slice(0, 51), 4);
  return `${inBase(Math.floor(ms / 1000), BASE_52, 6)}${inBase(micros, BASE_52, 4)}z${inode}`;
}

/** Postfix with short ones: five hexadecimal digits of microseconds, then the inode. */
export function postfixShortId(ms: number, random: Random): string {
  const micros = (Math.floor(ms) % 1000) * 1000 + random.between(0, 999);
  return hex(micros, 5) + random.hex(6).toUpperCase();
}

const SENDMAIL = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwx';

/** sendmail 8.12 and later: year, month, day, hour, minute, second as one letter each, UTC. */
export function sendmailId(ms: number, random: Random): string {
  const date = new Date(ms);
  const fields = [
    (date.getUTCFullYear() - 1900) % 60,
    date.getUTCMonth(),
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  ];
  const time = fields.map((field) => SENDMAIL[field]).join('');
  return `${time}${random.letters(2, SENDMAIL)}${String(random.between(1000, 999999)).padStart(6, '0')}`;
}

import type { ByteSource, Defect, Failure, Limits } from '../../../model/index.ts';
import { failure } from '../outcome.ts';
import { readAhead } from '../window.ts';
import { BLOCK, isZeroBlock, type TarHeader, tarHeader } from './header.ts';
import { mergedPax, type PaxRecords, paxNumber, paxRecords } from './pax.ts';
import { oldGnuSparse, paxSparse, type SparseMap } from './sparse.ts';

/** One member with its extended headers applied. */
export interface TarMember {
  readonly header: TarHeader;
  readonly name: Uint8Array;
  readonly link: Uint8Array;
  readonly pax: ReadonlyMap<string, string>;
  /** Null when no reader can tell how long the data is. */
  readonly size: number | null;
  readonly dataAt: number;
  /** Undefined: not sparse; null: sparse with a broken map. */
  readonly sparse: SparseMap | null | undefined;
  readonly defects: readonly Defect[];
}

/** What the walk tells beside the members. */
export interface TarReport {
  failure(problem: Failure): void;
  defect(defect: Defect): void;
  label(text: string): void;
}

/** Extended headers apply to the next member only. */
interface Pending {
  pax: PaxRecords | null;
  name: Uint8Array | null;
  link: Uint8Array | null;
  defects: Defect[];
}

/**
 * The members of a tar in order, reading headers only. Damage and data after the end mark do not stop
 * the walk: it goes on at the next block that is a header, and reports what it passed over.
 */
export function* walkTar(source: ByteSource, limits: Limits, report: TarReport): Generator<TarMember> {
  const ahead = readAhead(source);
  let global: ReadonlyMap<string, string> = new Map();
  let pending = nothingPending();
  for (let at = 0, members = 0; ; ) {
    const block = ahead.read(at, BLOCK);
    if (block.length === 0) return endWithoutMark(source, pending, report);
    const header = tarHeader(block);
    if (header === null) {
      const next = passOver(ahead, at, block, report);
      if (next === null) return;
      at = next;
      continue;
    }
    const dataAt = at + BLOCK;
    const size = header.size;
    if (size !== null && EXTENSIONS.includes(header.type)) {
      const body = extensionBody(ahead, header, dataAt, limits, report);
      if (header.type === 'g') global = mergedPax(global, paxRecords(body).values);
      else note(pending, header.type, body);
      at = dataAt + padded(size);
      continue;
    }
    if (header.type === 'V') report.label(Buffer.from(header.name).toString('utf8'));
    const member = memberOf(ahead, block, header, dataAt, global, pending);
    if (!METADATA.includes(header.type) && !isDirectory(member)) {
      if (members++ >= limits.children)
        return report.failure(failure('too-many', `More than ${limits.children} members.`));
      yield member;
    }
    pending = nothingPending();
    at = nextHeader(ahead, member, report);
  }
}

/** pax (x, X of Solaris, g global), GNU long name and long link. */
const EXTENSIONS = ['x', 'X', 'g', 'L', 'K'];
/** Volume label, old GNU names, Solaris ACL and attributes, inode data: about members, not members. */
const METADATA = ['V', 'N', 'A', 'E', 'I'];

function nothingPending(): Pending {
  return { pax: null, name: null, link: null, defects: [] };
}

function extensionBody(
  source: ByteSource,
  header: TarHeader,
  dataAt: number,
  limits: Limits,
  report: TarReport,
): Uint8Array {
  const size = header.size ?? 0;
  if (size > limits.headerBytes)
    report.failure(failure('malformed', 'An extended header is too large and was passed over.'));
  else if (dataAt + size > source.size)
    report.failure(failure('truncated', 'The archive ends inside an extended header.'));
  return size > limits.headerBytes ? new Uint8Array(0) : source.read(dataAt, size);
}

function note(pending: Pending, type: string, body: Uint8Array): void {
  const zero = body.indexOf(0);
  if (type === 'L') pending.name = zero < 0 ? body : body.subarray(0, zero);
  else if (type === 'K') pending.link = zero < 0 ? body : body.subarray(0, zero);
  else {
    pending.pax = paxRecords(body);
    if (!pending.pax.complete) pending.defects.push({ code: 'tar-pax-malformed' });
  }
}

function memberOf(
  source: ByteSource,
  block: Uint8Array,
  header: TarHeader,
  dataAt: number,
  global: ReadonlyMap<string, string>,
  pending: Pending,
): TarMember {
  const pax = mergedPax(global, pending.pax?.values ?? new Map());
  const own = pax.get('GNU.sparse.name') ?? pax.get('path');
  const link = pax.get('linkpath');
  const size = paxNumber(pax, 'size');
  const member = {
    header,
    name: own === undefined ? (pending.name ?? header.name) : Buffer.from(own),
    link: link === undefined ? (pending.link ?? header.link) : Buffer.from(link),
    pax,
    size: size === undefined ? header.size : size,
    dataAt,
    defects: pending.defects,
  };
  const stored = { ...member, size: storedSize(source, member) };
  if (header.type !== 'S') {
    const records = pending.pax ?? { values: pax, sparse: [], complete: true };
    return { ...stored, sparse: paxSparse(source, records, pax, dataAt) };
  }
  const sparse = oldGnuSparse(source, block, dataAt);
  return { ...stored, sparse, dataAt: sparse?.dataAt ?? dataAt };
}

/**
 * Links, devices and directories have no data whatever their size field says; a hard link may repeat
 * the file's data in pax archives, or only its size in old ones: what follows decides.
 */
function storedSize(source: ByteSource, member: Omit<TarMember, 'sparse'>): number | null {
  const { type } = member.header;
  if ('23456D'.includes(type) && type !== 'D') return 0;
  if (type !== '1' || member.size === null || member.size === 0) return member.size;
  const next = source.read(member.dataAt, BLOCK);
  return next.length < BLOCK || isZeroBlock(next) || tarHeader(next) !== null ? 0 : member.size;
}

function isDirectory(member: TarMember): boolean {
  const { type } = member.header;
  if (type === '5' || type === 'D') return true;
  return type === '0' && member.header.format === 'v7' && member.name[member.name.length - 1] === 0x2f;
}

function nextHeader(source: ByteSource, member: TarMember, report: TarReport): number {
  if (member.size === null) {
    report.failure(
      failure('malformed', 'A member has no readable size; the walk went on at the next header.'),
    );
    return member.dataAt;
  }
  const next = member.dataAt + padded(member.size);
  if (member.dataAt + member.size > source.size) {
    report.failure(failure('truncated', 'The archive ends inside a member.'));
  }
  return Math.min(next, Math.max(source.size, member.dataAt));
}

/**
 * Two blocks of zeros end an archive (POSIX.1-2001, pax, "ustar Interchange Format"). Some writers leave them out, but a
 * download that broke off between two members looks just the same, and nothing else tells of the members it lacks. All is in
 * blocks of 512 bytes, and an extended header has its member behind it: what ends otherwise was cut for certain.
 */
function endWithoutMark(source: ByteSource, pending: Pending, report: TarReport): void {
  report.defect({ code: 'tar-no-end-mark' });
  report.failure(failure('truncated', missingMark(source, pending)));
}

function missingMark(source: ByteSource, pending: Pending): string {
  if (pending.pax !== null || pending.name !== null || pending.link !== null)
    return 'The archive ends before the member that its last header announces.';
  if (source.size % BLOCK !== 0) return 'The archive ends in the middle of a block; members may be missing.';
  return 'The archive has no end mark: it may have been cut between two members, or its writer left the mark out.';
}

function padded(size: number): number {
  return Math.ceil(size / BLOCK) * BLOCK;
}

/** A block that is no header: the end mark, damage, or a cut. Where to go on, or null at the end. */
function passOver(source: ByteSource, at: number, block: Uint8Array, report: TarReport): number | null {
  const zero = isZeroBlock(block);
  if (block.length < BLOCK && !zero)
    report.failure(failure('truncated', 'The archive ends inside a header.'));
  if (block.length < BLOCK) return null;
  let junk: number | null = zero ? null : at;
  for (let next = at + BLOCK; next < source.size; next += BLOCK) {
    const candidate = source.read(next, BLOCK);
    if (tarHeader(candidate) !== null) {
      if (junk !== null)
        report.failure(failure('malformed', `No header where one should be, at byte ${junk}.`));
      else if (next > at + BLOCK)
        report.defect({ code: 'tar-data-after-end', at: { start: next, end: source.size } });
      return next;
    }
    if (junk === null && !isZeroBlock(candidate)) junk = next;
  }
  if (!zero) report.failure(failure('malformed', `No header where one should be, at byte ${at}.`));
  else if (junk !== null) report.defect({ code: 'trailing-bytes', at: { start: junk, end: source.size } });
  return null;
}

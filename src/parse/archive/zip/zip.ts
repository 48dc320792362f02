import type {
  ByteSource,
  ContainerEntry,
  ContainerOptions,
  ContainerReader,
  Defect,
  EntryOutcome,
  Failure,
} from '../../../model/index.ts';
import { failureOf } from '../../binary/fail.ts';
import { OutputBudget } from '../budget.ts';
import { failed, failure } from '../outcome.ts';
import { safeName } from '../safe-name.ts';
import type { ArchiveOptions } from '../volumes.ts';
import { readAhead } from '../window.ts';
import { openDirectory } from './directory.ts';
import { FLAG_MASKED_HEADERS, isSymlink, type ZipEntry } from './entry.ts';
import { containerFacts, entryFacts } from './facts.ts';
import type { LocalHeader } from './local-header.ts';
import { Locator, localVersion } from './locate.ts';
import { type MemberContext, readMember } from './member.ts';
import { decodeName } from './name.ts';
import { overlapping } from './overlaps.ts';
import { joinedVolumes } from './split.ts';

/**
 * Opens a zip archive for reading in place: ZIP64, prepended bytes, lost directories, ZipCrypto and
 * WinZip AES (APPNOTE.TXT 6.3.10; WinZip, "AES Encryption Information"). Entries come in directory order.
 */
export function openZip(file: ByteSource, options: ArchiveOptions): ContainerReader {
  let source = file;
  let directory = openDirectory(source, options.limits);
  const disks = directory.end?.disk ?? 0;
  const joined = disks === 0 || disks === 0xffff ? null : joinedVolumes(file, disks, options.volumes);
  if (joined !== null) {
    source = joined.source;
    directory = openDirectory(source, options.limits, joined.starts);
  }
  const single = (directory.end?.disk ?? 0) === 0;
  const overlaps = single ? overlapping(directory.entries) : new Set<number>();
  const defects: Defect[] = [...directory.defects];
  if (overlaps.size > 0)
    defects.push({ code: 'zip-overlapping-entries', detail: `${overlaps.size} entries` });
  let problem: Failure | null = directory.failure;
  const bombed = (): void => {
    problem ??= failure('bomb', `${overlaps.size} entries share bytes with others; not all were read.`);
  };
  return {
    expected: directory.count,
    entries: (from) =>
      zipEntries({ source, options, directory, guard: new OverlapGuard(overlaps, options, bombed) }, from),
    failure: () => problem,
    facts: containerFacts(directory.end),
    defects,
    close: () => source.close(),
  };
}

/** An archive that was opened. */
interface OpenZip {
  readonly source: ByteSource;
  readonly options: ContainerOptions;
  readonly directory: ReturnType<typeof openDirectory>;
  readonly guard: OverlapGuard;
}

/** One pass over its members. */
interface Reading {
  readonly members: MemberContext;
  readonly end: OpenZip['directory']['end'];
  readonly locator: Locator;
  readonly guard: OverlapGuard;
}

async function* zipEntries(
  { source, options, directory, guard }: OpenZip,
  from: number,
): AsyncGenerator<ContainerEntry> {
  const { limits, passwords } = options;
  const members = { source: readAhead(source), limits, passwords, budget: new OutputBudget(limits) };
  const locator = new Locator(members.source, directory.end?.shift ?? 0);
  const reading = { members, end: directory.end, locator, guard };
  let index = 0;
  for (const entry of directory.entries()) {
    if (index >= from) yield await readEntry(reading, entry, index);
    index++;
  }
}

async function readEntry(reading: Reading, entry: ZipEntry, index: number): Promise<ContainerEntry> {
  const { end, locator } = reading;
  const decoded = decodeName(entry);
  const safe = safeName(decoded.text);
  const defects: Defect[] = [...decoded.defects, ...safe.defects];
  let local: LocalHeader | null = null;
  let outcome: EntryOutcome;
  try {
    if (end !== null && end.disk !== entry.disk && !isSingleDisk(end.disk, entry.disk)) {
      outcome = failed('unsupported', `The entry lies in volume ${entry.disk + 1} of a split archive.`);
    } else {
      const located = locator.find(entry);
      local = located?.local ?? null;
      defects.push(...(located?.defects ?? []));
      outcome = await contentOf(reading, entry, local, index);
    }
  } catch (error) {
    outcome = { type: 'failed', failure: failureOf(error) };
  }
  return { index, name: safe.name, outcome, defects, facts: entryFacts(entry, local, decoded.guessed) };
}

/** Writers of single archives are known to leave 0 or 0xffff in either disk field. */
function isSingleDisk(archive: number, entry: number): boolean {
  return archive === 0 && (entry === 0 || entry === 0xffff);
}

async function contentOf(
  { members, guard }: Reading,
  entry: ZipEntry,
  local: LocalHeader | null,
  index: number,
): Promise<EntryOutcome> {
  if ((entry.flags & FLAG_MASKED_HEADERS) !== 0)
    return failed('encrypted', 'The directory itself is encrypted.');
  if (local === null) return failed('malformed', 'The directory points to a place where no entry begins.');
  const refused = guard.admit(entry, index);
  if (refused !== null) return { type: 'failed', failure: refused };
  const outcome = await readEitherWay(members, entry, local);
  if (!isSymlink(entry) || outcome.type !== 'bytes') return outcome;
  return {
    type: 'skipped',
    reason: 'symlink',
    detail: Buffer.from(outcome.bytes).toString('utf8').slice(0, 4096),
  };
}

/** Where the directory's description leads to damage, the local header's is given a try. */
async function readEitherWay(
  context: MemberContext,
  entry: ZipEntry,
  local: LocalHeader,
): Promise<EntryOutcome> {
  const outcome = await readMember(context, entry, local.dataAt);
  const other = outcome.type === 'partial' || outcome.type === 'failed' ? localVersion(entry, local) : null;
  if (other === null) return outcome;
  const second = await readMember(context, other, local.dataAt);
  return second.type === 'bytes' ? second : outcome;
}

/**
 * Members that share bytes with others are read as long as all of them together stay below the ratio
 * floor: an innocent mistake of a packer costs nothing, a bomb made of overlaps goes nowhere.
 */
class OverlapGuard {
  readonly #overlaps: ReadonlySet<number>;
  readonly #most: number;
  readonly #refused: () => void;
  #spent = 0;

  constructor(overlaps: ReadonlySet<number>, options: ContainerOptions, refused: () => void) {
    this.#overlaps = overlaps;
    this.#most = options.limits.ratioFloor;
    this.#refused = refused;
  }

  admit(entry: ZipEntry, index: number): Failure | null {
    if (!this.#overlaps.has(index)) return null;
    this.#spent += Math.max(entry.size ?? 0, entry.compressedSize);
    if (this.#spent <= this.#most) return null;
    this.#refused();
    return failure('bomb', 'The entry shares its bytes with other entries.');
  }
}

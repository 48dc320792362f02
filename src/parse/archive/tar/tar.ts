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
import { failed, failure, outcomeOf, streamError } from '../outcome.ts';
import { safeName } from '../safe-name.ts';
import { chunksOf } from '../window.ts';
import { memberFacts, textOf } from './facts.ts';
import { sparseChunks } from './sparse.ts';
import { type TarMember, type TarReport, walkTar } from './walk.ts';

/**
 * Opens a tar archive (v7, ustar, pax, GNU, star; sparse files) for reading in place: passing over
 * members reads their headers only. How many there are is known at the end.
 */
export function openTar(source: ByteSource, options: ContainerOptions): ContainerReader {
  const facts: Record<string, string> = {};
  const defects = new Map<string, Defect>();
  let problem: Failure | null = null;
  const report: TarReport = {
    failure: (found) => {
      problem ??= found;
    },
    defect: (found) => {
      defects.set(found.code, found);
    },
    label: (text) => {
      facts.label = text;
    },
  };
  return {
    expected: null,
    entries: (from) => tarEntries(source, options, report, from),
    failure: () => problem,
    facts,
    get defects() {
      return [...defects.values()];
    },
    close: () => source.close(),
  };
}

async function* tarEntries(
  source: ByteSource,
  options: ContainerOptions,
  report: TarReport,
  from: number,
): AsyncGenerator<ContainerEntry> {
  const budget = new OutputBudget(options.limits);
  let index = 0;
  for (const member of walkTar(source, options.limits, report)) {
    if (index >= from) yield tarEntry(source, options, budget, member, index);
    index++;
  }
}

function tarEntry(
  source: ByteSource,
  options: ContainerOptions,
  budget: OutputBudget,
  member: TarMember,
  index: number,
): ContainerEntry {
  const name = textOf(member.name);
  const safe = safeName(name.text);
  let outcome: EntryOutcome;
  try {
    outcome = linkOf(member) ?? contentOf(source, options, budget, member);
  } catch (error) {
    outcome = { type: 'failed', failure: failureOf(error) };
  }
  const defects = [...member.defects, ...safe.defects];
  return { index, name: safe.name, outcome, defects, facts: memberFacts(member, name.guessed) };
}

function linkOf(member: TarMember): EntryOutcome | null {
  const target = textOf(member.link).text.slice(0, 4096);
  switch (member.header.type) {
    case '1':
      // A hard link that carries the data itself is as good as a file.
      return member.size ? null : { type: 'skipped', reason: 'hardlink', detail: target };
    case '2':
      return { type: 'skipped', reason: 'symlink', detail: target };
    case '3':
      return { type: 'skipped', reason: 'device', detail: 'character device' };
    case '4':
      return { type: 'skipped', reason: 'device', detail: 'block device' };
    case '6':
      return { type: 'skipped', reason: 'fifo', detail: '' };
    default:
      return null;
  }
}

function contentOf(
  source: ByteSource,
  options: ContainerOptions,
  budget: OutputBudget,
  member: TarMember,
): EntryOutcome {
  const { size, sparse, dataAt } = member;
  if (size === null) return failed('malformed', 'The size of the member is not readable.');
  if (sparse === null) return failed('malformed', 'The map of the sparse file is broken.');
  const full = sparse?.size ?? size;
  if (full > budget.allowance(size)) return { type: 'failed', failure: budget.bomb(size) };
  budget.spend(full);
  const missing = Math.max(0, dataAt + size - source.size);
  const cut =
    missing > 0
      ? failure('truncated', `The archive ends ${missing} bytes before the member does.`)
      : problemOf(member);
  if (full > options.limits.itemBytes) {
    const chunks =
      sparse === undefined ? chunksOf(source, dataAt, dataAt + size) : sparseChunks(source, sparse);
    return { type: 'stream', chunks: cut === null ? chunks : thenFail(chunks, cut) };
  }
  if (sparse === undefined) return outcomeOf(source.read(dataAt, size), cut);
  return outcomeOf(Buffer.concat([...sparseChunks(source, sparse)]), cut);
}

/** Type M holds the rest of a file that began in another volume. */
function problemOf(member: TarMember): Failure | null {
  return member.header.type === 'M' ? failure('truncated', 'The file begins in another volume.') : null;
}

function* thenFail(chunks: Iterable<Uint8Array>, problem: Failure): Generator<Uint8Array> {
  yield* chunks;
  throw streamError(problem);
}

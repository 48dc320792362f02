import type {
  ByteSource,
  ContainerEntry,
  ContainerOptions,
  ContainerReader,
  Defect,
  EntryOutcome,
  Failure,
} from '../../../model/index.ts';
import { OutputBudget } from '../budget.ts';
import { safeName } from '../safe-name.ts';
import type { ArchiveOptions } from '../volumes.ts';
import { extractAll } from './extraction.ts';
import { itemsOf, type SevenZipItem } from './item.ts';
import { type Opening, openListing, type SevenZipFormat } from './opening.ts';
import { choosePassword, OtherPasswords } from './password.ts';

/**
 * Opens an archive through 7-Zip compiled to WebAssembly, which runs in a thread of its own: 7z, rar 1.5
 * to 5, cab, ar, cpio, arj, lzh, xar, iso, wim, rpm. Solid archives are decompressed once, in order.
 */
export async function openSevenZip(
  format: SevenZipFormat,
  source: ByteSource,
  options: ArchiveOptions,
): Promise<ContainerReader> {
  const opening = await openListing(format, source, options);
  const items = itemsOf(opening.listing.items, opening.type).filter(({ kind }) => kind !== 'directory');
  return {
    expected: opening.listing.failure !== null && items.length === 0 ? null : items.length,
    entries: (from) => sevenZipEntries(opening, items, options, from),
    failure: () => opening.listing.failure,
    facts: archiveFacts(opening),
    defects: archiveDefects(opening),
    close: () => source.close(),
  };
}

async function* sevenZipEntries(
  opening: Opening,
  items: readonly SevenZipItem[],
  options: ContainerOptions,
  from: number,
): AsyncGenerator<ContainerEntry> {
  if (from >= items.length) return;
  const password = await choosePassword(opening, items, options);
  const refused = bombs(items, packedBytes(opening), options);
  const others = new OtherPasswords(opening, password, options);
  for await (const { index, outcome: first } of extractAll({ opening, items, password, refused, options })) {
    const item = items[index];
    if (index < from || item === undefined) continue;
    const outcome = asCut(await others.retry(item, first), opening.listing.failure);
    const { name, defects } = safeName(item.path);
    yield { index, name, outcome, defects, facts: item.facts };
  }
}

/** Where a volume is missing, the item that goes on in it looks damaged: it is cut. */
function asCut(outcome: EntryOutcome, archive: Failure | null): EntryOutcome {
  if (archive?.code !== 'truncated' || !('failure' in outcome)) return outcome;
  return outcome.failure.code === 'malformed' ? { ...outcome, failure: archive } : outcome;
}

/**
 * Items refused by their announced size. In a solid archive no item has a packed size of its own, so
 * all items together are held against the size of the archive.
 */
function bombs(
  items: readonly SevenZipItem[],
  packed: number,
  options: ContainerOptions,
): Map<number, Failure> {
  const budget = new OutputBudget(options.limits);
  const refused = new Map<number, Failure>();
  let total = 0;
  for (const [index, item] of items.entries()) {
    const size = item.size ?? 0;
    if (total + size > budget.allowance(packed)) refused.set(index, budget.bomb(packed));
    else total += size;
  }
  return refused;
}

/** The size of the archive, all volumes together. */
function packedBytes(opening: Opening): number {
  const volumes = Number(opening.listing.archive.get('Total Physical Size') ?? 0);
  return Math.max(opening.input.source.size, volumes || 0);
}

function archiveFacts(opening: Opening): Record<string, string> {
  const facts: Record<string, string> = {};
  for (const [property, fact] of [
    ['Type', 'type'],
    ['Method', 'method'],
    ['Solid', 'solid'],
    ['Comment', 'comment'],
    ['Volume Index', 'volume'],
  ] as const) {
    const value = opening.listing.archive.get(property)?.trim();
    if (value && value !== '-') facts[fact] = value.slice(0, 4096);
  }
  return facts;
}

function archiveDefects(opening: Opening): Defect[] {
  const defects: Defect[] = [];
  if (opening.shift > 0) defects.push({ code: 'leading-bytes', at: { start: 0, end: opening.shift } });
  const physical = Number(opening.listing.archive.get('Physical Size') ?? Number.NaN);
  const { size } = opening.input.source;
  if (physical > 0 && physical < size) {
    defects.push({
      code: 'trailing-bytes',
      at: { start: opening.shift + physical, end: opening.shift + size },
    });
  }
  return defects;
}

import type { ListedItem } from './listing.ts';

/** What a line of attributes like `D drwxr-xr-x` or `A` says. */
type ItemKind = 'file' | 'directory' | 'symlink' | 'hardlink';

/** One member of an archive that 7-Zip lists: directories are none. */
export interface SevenZipItem {
  readonly path: string;
  readonly kind: ItemKind;
  /** Null when the archive does not say. */
  readonly size: number | null;
  readonly encrypted: boolean;
  /** Where a link leads, when the listing knows. */
  readonly target: string;
  readonly facts: Readonly<Record<string, string>>;
}

/** Formats whose times are UTC, by 7-Zip's names of them; the others keep the local time of a machine nobody knows. */
const UNIVERSAL = ['7z', 'rar5', 'Ar', 'Cpio', 'Xar'];

/** The blocks of `7z l -slt` as items, in their order; `type` is the format of the archive. */
export function itemsOf(listed: readonly ListedItem[], type: string): readonly SevenZipItem[] {
  const items = listed.map((one) => itemOf(one, type));
  return type === 'Cpio' ? withSharedData(items, listed) : items;
}

/** A cpio says of no file that it is a hard link: 7-Zip writes the data once and links the others to it. */
function withSharedData(
  items: readonly SevenZipItem[],
  listed: readonly ListedItem[],
): readonly SevenZipItem[] {
  const firstPaths = new Map<string, string>();
  return items.map((item, at) => {
    const stream = listed[at]?.get('Stream ID');
    if (stream === undefined || item.kind !== 'file') return item;
    const target = firstPaths.get(stream);
    if (target !== undefined) return { ...item, kind: 'hardlink', target };
    firstPaths.set(stream, item.path);
    return item;
  });
}

/** One block of `7z l -slt` as an item; `type` is the format of the archive. What is not told is null or empty. */
export function itemOf(listed: ListedItem, type: string): SevenZipItem {
  const size = listed.get('Size');
  return {
    path: listed.get('Path') ?? '',
    kind: kindOf(listed),
    size: size !== undefined && /^\d{1,15}$/.test(size) ? Number(size) : null,
    encrypted: listed.get('Encrypted') === '+',
    target: listed.get('Symbolic Link') ?? listed.get('Hard Link') ?? '',
    facts: factsOf(listed, type),
  };
}

function kindOf(listed: ListedItem): ItemKind {
  // Of xar, which tells neither attributes nor folders.
  if (listed.get('Type') === 'directory') return 'directory';
  const [windows = '', unix = ''] = (listed.get('Attributes') ?? '').split(/ +(?=[-a-z0-9]{10})/);
  if (listed.get('Folder') === '+' || /^[A-Z]*D/.test(windows) || unix.startsWith('d')) return 'directory';
  if (listed.has('Hard Link')) return 'hardlink';
  return listed.has('Symbolic Link') || unix.startsWith('l') ? 'symlink' : 'file';
}

const FACTS: readonly (readonly [string, string])[] = [
  ['Packed Size', 'packed-bytes'],
  ['Method', 'method'],
  ['Host OS', 'host-os'],
  ['Attributes', 'attributes'],
  ['Comment', 'comment'],
  ['User', 'user'],
  ['Group', 'group'],
  ['User ID', 'uid'],
  ['Group ID', 'gid'],
  ['Copy Link', 'copy-of'],
  ['Volume Index', 'volume'],
];

function factsOf(listed: ListedItem, type: string): Record<string, string> {
  const facts: Record<string, string> = {};
  for (const [property, fact] of FACTS) {
    const value = listed.get(property)?.trim();
    if (value) facts[fact] = value.slice(0, 4096);
  }
  const zone = UNIVERSAL.includes(type) ? { name: '', mark: 'Z' } : { name: '-local', mark: '' };
  for (const [property, fact] of [
    ['Modified', 'modified'],
    ['Created', 'created'],
    ['Accessed', 'accessed'],
  ]) {
    const value = listed.get(property ?? '');
    if (value) facts[`${fact}${zone.name}`] = value.replace(' ', 'T') + zone.mark;
  }
  if (listed.get('Encrypted') === '+') facts.encryption = listed.get('Method') ?? 'yes';
  return facts;
}

import type {
  ByteSource,
  ContainerEntry,
  ContainerOptions,
  ContainerReader,
  Defect,
  Failure,
} from '../../model/index.ts';
import { attempt, fail } from '../binary/fail.ts';
import { Windows } from '../binary/windows.ts';
import { failedItem, type RebuiltItem, rebuildItem } from '../mapi/rebuild.ts';
import { type FolderItems, type FolderListing, listFolders } from './folders.ts';
import { readPstHeader } from './header.ts';
import { readMessage } from './message.ts';
import { Ndb } from './ndb.ts';
import { type MessageStore, readMessageStore } from './store.ts';

/**
 * Opens a PST or OST (MS-PST; ANSI, Unicode, and the 4 KiB pages of Outlook 2013) by random access.
 *
 * Opening reads the node tree and the tables of folders, four bytes an item; `entries(from)` then reads
 * only the items asked for. Every item of every folder is one entry named `Folder/Sub/#n`; items that no
 * folder lists come last as `(orphaned)/#n`, with the folder they were in as a fact. Memory is bounded by
 * a cache of 8 MiB and one item. A password of a PST encrypts nothing and is only told as a fact.
 */
export function openPst(source: ByteSource, options: ContainerOptions): ContainerReader {
  const opened = attempt(() => open(source, options));
  return 'ok' in opened ? new PstReader(source, options, opened.ok) : unopened(source, opened.failure);
}

interface OpenedPst {
  readonly ndb: Ndb;
  readonly store: MessageStore;
  readonly listing: FolderListing;
}

function open(source: ByteSource, options: ContainerOptions): OpenedPst {
  const file = new Windows(source);
  const ndb = new Ndb(file, readPstHeader(file));
  const store = readMessageStore(ndb);
  return { ndb, store, listing: listFolders(ndb, store.ipmSubtree, options.limits.children) };
}

class PstReader implements ContainerReader {
  readonly expected: number;
  readonly facts: Readonly<Record<string, string>>;
  readonly defects: readonly Defect[];
  readonly #source: ByteSource;
  readonly #options: ContainerOptions;
  readonly #pst: OpenedPst;

  constructor(source: ByteSource, options: ContainerOptions, pst: OpenedPst) {
    this.#source = source;
    this.#options = options;
    this.#pst = pst;
    this.expected = pst.listing.items;
    this.facts = storeFacts(pst);
    this.defects = [...pst.ndb.takeDefects(), ...pst.listing.defects, ...sizeDefects(pst.ndb)];
  }

  async *entries(from: number): AsyncGenerator<ContainerEntry> {
    let index = 0;
    let orphans = 0;
    for (const folder of this.#pst.listing.folders) {
      const first = folder.path === '(orphaned)' ? orphans : 0;
      if (folder.path === '(orphaned)') orphans += folder.nodes.length;
      const passed = Math.min(folder.nodes.length, Math.max(0, from - index));
      index += passed;
      for (let at = passed; at < folder.nodes.length; at++)
        yield this.#entry(folder, at, first + at + 1, index++);
    }
  }

  failure(): Failure | null {
    return this.#pst.listing.failure;
  }

  close(): void {
    this.#source.close();
  }

  #entry(folder: FolderItems, at: number, number: number, index: number): ContainerEntry {
    const node = folder.nodes[at] ?? 0;
    const { outcome, facts, defects } = this.#item(node);
    return {
      index,
      name: folder.path === '' ? `#${number}` : `${folder.path}/#${number}`,
      outcome,
      defects: [...defects, ...this.#pst.ndb.takeDefects()],
      facts: { ...facts, ...folder.facts, node: `0x${node.toString(16)}`, 'rebuilt-from': 'pst' },
    };
  }

  #item(id: number): RebuiltItem {
    const { ndb, store } = this.#pst;
    try {
      const node = ndb.node(id) ?? fail('malformed', `The folder lists node ${id}, which does not exist.`);
      return rebuildItem(readMessage(ndb, node, store.names), this.#options.limits);
    } catch (error) {
      return failedItem(error);
    }
  }
}

function storeFacts({ ndb, store, listing }: OpenedPst): Record<string, string> {
  const { header } = ndb;
  return {
    format: header.client === 'SO' ? 'ost' : 'pst',
    variant: header.layout.variant,
    version: String(header.version),
    encoding: header.cipher,
    items: String(listing.items),
    orphaned: String(listing.orphans),
    'associated-items': String(listing.associated),
    ...(store.displayName === null ? {} : { 'display-name': store.displayName.slice(0, 500) }),
    ...(store.lastModified === null ? {} : { 'last-modification-time': store.lastModified }),
    ...(store.password && header.client === 'SM' ? { 'password-protected': 'yes' } : {}),
  };
}

/** Fewer bytes than the header announces is a cut file, more is something appended. */
function sizeDefects({ header, file }: Ndb): Defect[] {
  if (file.size === header.endOfFile) return [];
  const code = file.size < header.endOfFile ? 'file-cut' : 'trailing-bytes';
  return [
    {
      code,
      at: { start: Math.min(file.size, header.endOfFile), end: Math.max(file.size, header.endOfFile) },
    },
  ];
}

function unopened(source: ByteSource, failure: Failure): ContainerReader {
  return {
    expected: 0,
    entries: async function* () {},
    failure: () => failure,
    facts: {},
    defects: [],
    close: () => source.close(),
  };
}

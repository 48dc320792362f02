import type { Defect, Failure } from '../../model/index.ts';
import { attempt, failureOf } from '../binary/fail.ts';
import { type NamedProperties, NO_NAMES } from '../mapi/named-properties.ts';
import { PropertyBag } from '../mapi/property-bag.ts';
import { TAG } from '../mapi/tags.ts';
import { leafPages } from './btree.ts';
import { Heap } from './heap.ts';
import type { Ndb } from './ndb.ts';
import { NODE, NODE_TYPE, siblingOf, typeOf } from './node-types.ts';
import { readPropertyContext } from './property-context.ts';
import { readRowIds } from './table-context.ts';

/** The items of one folder: node ids, four bytes an item, so that a million items cost 4 MB. */
export interface FolderItems {
  readonly path: string;
  readonly nodes: Uint32Array;
  readonly facts: Readonly<Record<string, string>>;
}

/** All folders of a file with the node ids of their items. */
export interface FolderListing {
  readonly folders: readonly FolderItems[];
  readonly items: number;
  readonly orphans: number;
  /** Hidden items (views, rules, settings) that are counted and not read. */
  readonly associated: number;
  readonly defects: readonly Defect[];
  readonly failure: Failure | null;
}

/** Folders in folders. Attack: a path of a million names. */
const DEEPEST = 64;
/** Attack: a hierarchy table that names millions of folders. */
const MOST_FOLDERS = 100_000;
/** Defects told of the container. Attack: one for each of a million folders. */
const MOST_DEFECTS = 200;

/**
 * Lists every item of the store: folder by folder as the hierarchy tables have them, then folders and
 * messages that no table refers to (deleted, or their table is broken) under `(orphaned)`.
 */
export function listFolders(ndb: Ndb, ipmSubtree: number | null, mostItems: number): FolderListing {
  const walk = new Walk(ndb, mostItems);
  const nodes = walk.scanNodes();
  walk.folder(NODE.rootFolder, ipmSubtree);
  for (const id of nodes.folders) walk.lostFolder(id);
  const orphans = walk.orphans(nodes);
  return {
    folders: walk.folders,
    items: walk.items,
    orphans,
    associated: walk.associated,
    defects: walk.defects,
    failure: walk.failure,
  };
}

interface ScannedNodes {
  readonly folders: readonly number[];
  readonly messages: Uint32Array;
  readonly parents: Uint32Array;
}

class Walk {
  readonly folders: FolderItems[] = [];
  readonly defects: Defect[] = [];
  items = 0;
  associated = 0;
  failure: Failure | null = null;
  readonly #ndb: Ndb;
  readonly #mostItems: number;
  readonly #seen = new Map<number, string>();
  readonly #namesInUse = new Set<string>();

  constructor(ndb: Ndb, mostItems: number) {
    this.#ndb = ndb;
    this.#mostItems = mostItems;
  }

  /** One pass over the node tree: it knows every folder and message, and whose child it is. */
  scanNodes(): ScannedNodes {
    const folders: number[] = [];
    const messages: number[] = [];
    const parents: number[] = [];
    for (const page of leafPages(this.#ndb.nodes, (error) => this.#broken('node-tree', error))) {
      for (let index = 0; index < page.count; index++) {
        const node = this.#ndb.nodeAt(page.bytes, index * page.entryBytes);
        const type = typeOf(node.id);
        if (type === NODE_TYPE.folder) folders.push(node.id);
        if (type === NODE_TYPE.associated) this.associated++;
        if (type !== NODE_TYPE.message || messages.length >= this.#mostItems) continue;
        messages.push(node.id);
        parents.push(node.parent);
      }
    }
    return { folders, messages: Uint32Array.from(messages), parents: Uint32Array.from(parents) };
  }

  /** Depth first from the root. The visible mail lies in the IPM subtree, whose own name says nothing. */
  folder(root: number, ipmSubtree: number | null): void {
    const pending = [{ id: root, path: ipmSubtree === null ? '' : '(root)', depth: 0 }];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (this.#seen.has(next.id) || this.#seen.size >= MOST_FOLDERS || next.depth > DEEPEST) {
        this.#note('folder-cycle', `folder ${next.id}`);
        continue;
      }
      const { id, depth } = next;
      const path = id === ipmSubtree || isMailboxTop(next.path) ? '' : next.path;
      this.#contents(id, path);
      for (const child of this.#children(id).reverse()) {
        pending.push({ id: child, path: this.#pathOf(child, path), depth: depth + 1 });
      }
    }
  }

  /** A folder that exists as a node but in no hierarchy table. */
  lostFolder(id: number): void {
    if (!this.#seen.has(id)) this.#contents(id, this.#pathOf(id, '(orphaned)'));
  }

  /** Messages in no contents table. Their node still names the folder they were in. */
  orphans(nodes: ScannedNodes): number {
    const listed = new Uint32Array(this.items);
    let at = 0;
    for (const folder of this.folders) {
      listed.set(folder.nodes, at);
      at += folder.nodes.length;
    }
    listed.sort();
    const byParent = new Map<number, number[]>();
    let count = 0;
    for (const [index, id] of nodes.messages.entries()) {
      if (contains(listed, id) || this.items + count >= this.#mostItems) continue;
      const parent = nodes.parents[index] ?? 0;
      const group = byParent.get(parent);
      if (group === undefined) byParent.set(parent, [id]);
      else group.push(id);
      count++;
    }
    for (const [parent, ids] of byParent) this.#addOrphans(parent, ids);
    return count;
  }

  #addOrphans(parent: number, ids: readonly number[]): void {
    const path = this.#seen.get(parent);
    const facts = path === undefined ? {} : { 'orphaned-from': path };
    this.folders.push({ path: '(orphaned)', nodes: Uint32Array.from(ids), facts });
    this.items += ids.length;
  }

  #contents(id: number, path: string): void {
    this.#seen.set(id, path);
    const rows = this.#rowIds(id, NODE_TYPE.contentsTable, path);
    const room = this.#mostItems - this.items;
    if (rows.length > room)
      this.failure ??= { code: 'too-many', detail: `The store has more than ${this.#mostItems} items.` };
    const nodes = Uint32Array.from(rows.slice(0, room));
    const announced = this.#bag(id)?.number(TAG.contentCount);
    if (announced != null && announced !== rows.length) {
      this.#note('content-count', `${path}: ${announced} announced, ${rows.length} listed`);
    }
    if (nodes.length === 0) return;
    this.folders.push({ path, nodes, facts: {} });
    this.items += nodes.length;
  }

  #children(id: number): number[] {
    return this.#rowIds(id, NODE_TYPE.hierarchyTable, this.#seen.get(id) ?? '').filter(
      (child) => typeOf(child) === NODE_TYPE.folder,
    );
  }

  #rowIds(id: number, table: number, path: string): number[] {
    const rows = attempt(() => {
      const node = this.#ndb.node(siblingOf(id, table));
      return node === null ? [] : readRowIds(new Heap(this.#ndb, node));
    });
    if ('ok' in rows) return rows.ok;
    const what = table === NODE_TYPE.contentsTable ? 'contents' : 'folders';
    this.failure ??= { ...rows.failure, detail: `The table of ${what} of "${path}": ${rows.failure.detail}` };
    this.#note(`${what}-table`, path);
    return [];
  }

  /** Folders may share a name, and entry names must not be shared: the second gets its number. */
  #pathOf(id: number, parent: string): string {
    const name = safeName(this.#bag(id)?.text(TAG.displayName) ?? '') || `folder-${id}`;
    const wanted = parent === '' ? name : `${parent}/${name}`;
    const path = this.#namesInUse.has(wanted) ? `${wanted} (${id})` : wanted;
    this.#namesInUse.add(path);
    return path;
  }

  #bag(id: number): PropertyBag | null {
    return readBag(this.#ndb, id, NO_NAMES);
  }

  #broken(what: string, error: unknown): void {
    const failure = failureOf(error);
    this.failure ??= {
      code: 'malformed',
      detail: `Part of the ${what} could not be read: ${failure.detail}`,
    };
    this.#note(what, failure.detail);
  }

  #note(code: string, detail: string): void {
    if (this.defects.length < MOST_DEFECTS) this.defects.push({ code, detail });
  }
}

/** The properties of a node of the store, or null when they cannot be read. */
export function readBag(ndb: Ndb, id: number, names: NamedProperties): PropertyBag | null {
  const bag = attempt(() => {
    const node = ndb.node(id);
    return node === null ? null : new PropertyBag(readPropertyContext(new Heap(ndb, node)), names);
  });
  return 'ok' in bag ? bag.ok : null;
}

/** A folder name as one step of a path: no separators, no control characters, not `.` or `..`. */
function safeName(name: string): string {
  const clean = Array.from(name.slice(0, 255), (char) =>
    char < ' ' || char === '/' || char === '\\' ? '_' : char,
  ).join('');
  return clean === '.' || clean === '..' ? '_' : clean;
}

/** Where an OST keeps the folders a user sees; its store does not name the node. */
function isMailboxTop(path: string): boolean {
  return /^(Root - )?Mailbox\/IPM_SUBTREE$/i.test(path);
}

function contains(sorted: Uint32Array, id: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < id) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === id;
}

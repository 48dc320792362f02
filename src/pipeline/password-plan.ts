import { createHash } from 'node:crypto';
import type { CaseStore, StoredItem, StoredTask } from '../case/store.ts';
import type { ItemRole } from '../model/index.ts';
import { isSealed } from './items/sealed.ts';
import type { Task, TaskState } from './task.ts';

const TRIED = 'passwords-tried';
/** Carriers looked up; no item lies deeper than the limit of any sift. */
const MOST_DEPTH = 100;

/**
 * Queues what was encrypted when it was read, if any of these passwords is new to the case: children of
 * archives one by one, archives whose very directory is encrypted as a whole, and documents wherever they are: in a
 * folder, attached to a message, inside of another document.
 */
export function planPasswords(store: CaseStore, passwords: readonly string[]): void {
  const tried = new Set(JSON.parse(store.setting(TRIED) ?? '[]') as string[]);
  const marks = passwords.map((word) =>
    createHash('sha256').update(`tamis ${word}`).digest('hex').slice(0, 16),
  );
  if (marks.every((mark) => tried.has(mark))) return;
  store.setSetting(TRIED, JSON.stringify([...new Set([...tried, ...marks])]));
  const { whole, children, documents } = encryptedItems(store);
  for (const { role, path } of whole) reopen(store, role, path, undefined);
  for (const { role, path, only } of children.values()) reopen(store, role, path, only);
  for (const item of documents) readAgain(store, item, marks.join(' '));
}

interface Container {
  readonly role: ItemRole;
  readonly path: string;
  readonly only: Record<string, 'emitted' | 'failed'>;
}

function encryptedItems(store: CaseStore): {
  whole: readonly Omit<Container, 'only'>[];
  children: ReadonlyMap<string, Container>;
  documents: readonly StoredItem[];
} {
  const whole: Omit<Container, 'only'>[] = [];
  const children = new Map<string, Container>();
  const documents: StoredItem[] = [];
  for (const hit of store.failures()) {
    if (hit.failure?.code !== 'encrypted') continue;
    const item = store.itemByRow(hit.row);
    // Mail under a key of S/MIME or OpenPGP is opened by no password.
    if (item === null || isSealed(item.type)) continue;
    const { role, path, parent, locator } = item;
    const isContainer = locator !== null && (item.kind === 'archive' || item.kind === 'mailbox');
    if (isContainer) whole.push({ role, path });
    else if (parent === null || findContainer(store, role, parent) === null) documents.push(item);
    else {
      const known = children.get(`${role} ${parent}`) ?? { role, path: parent, only: Object.create(null) };
      known.only[path] = locator === null ? 'failed' : 'emitted';
      children.set(`${role} ${parent}`, known);
    }
  }
  return { whole, children, documents };
}

function findContainer(store: CaseStore, role: ItemRole, path: string): StoredTask | null {
  return store.findTask(`${role} open ${path}!tar`) ?? store.findTask(`${role} open ${path}`);
}

function reopen(store: CaseStore, role: ItemRole, path: string, only: TaskState['only']): void {
  const task = findContainer(store, role, path);
  if (task === null) return;
  const { only: _only, ...state } = task.payload as TaskState;
  const fresh = { ...state, next: 0, poison: [], ...(only && { only }) };
  if (only === undefined) store.setFailure(role, path, 'ok', null);
  store.reopenTask(task.id, fresh);
}

/** A document is a task of its own: its bytes can be had without reading again what carries it. */
function readAgain(store: CaseStore, item: StoredItem, marks: string): void {
  const { role, path, parent, name, locator, facts } = item;
  if (locator === null) return;
  const { depth, growth } = placeOf(store, item);
  const task: Task = { kind: 'reread', path, parent, name, locator, depth, growth, facts };
  const payload: TaskState = { role, task, next: 0, poison: [] };
  store.addTasks([{ key: `${role} unlock ${path} ${marks}`, kind: task.kind, payload }]);
}

/** How deep an item lies, and how much larger it is than what of the dump it came out of. */
function placeOf(store: CaseStore, { role, parent, size }: StoredItem): { depth: number; growth: number } {
  let depth = 0;
  let outermost = size;
  for (let path = parent; path !== null && depth < MOST_DEPTH; depth++) {
    const carrier = store.itemByPath(role, path);
    outermost = carrier?.size ?? outermost;
    path = carrier?.parent ?? null;
  }
  return { depth, growth: Math.max(1, size / Math.max(1, outermost)) };
}

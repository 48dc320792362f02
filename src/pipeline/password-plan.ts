import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import type { CaseStore, StoredItem } from '../case/store.ts';
import type { ItemRole } from '../model/index.ts';
import type { TaskState } from './task.ts';

const TRIED = 'passwords-tried';

/**
 * Queues what was encrypted when it was read, if any of these passwords is new to the case: children of
 * archives one by one, archives whose very directory is encrypted as a whole.
 */
export function planPasswords(store: CaseStore, passwords: readonly string[]): void {
  const tried = new Set(JSON.parse(store.setting(TRIED) ?? '[]') as string[]);
  const marks = passwords.map((word) =>
    createHash('sha256').update(`tamis ${word}`).digest('hex').slice(0, 16),
  );
  if (marks.every((mark) => tried.has(mark))) return;
  store.setSetting(TRIED, JSON.stringify([...new Set([...tried, ...marks])]));
  const { whole, children, files } = encryptedItems(store);
  for (const { role, path } of whole) reopen(store, role, path, undefined);
  for (const { role, path, only } of children.values()) reopen(store, role, path, only);
  for (const file of files) readAgain(store, file, marks.join(' '));
}

interface Container {
  readonly role: ItemRole;
  readonly path: string;
  readonly only: string[];
}

function encryptedItems(store: CaseStore): {
  whole: readonly Omit<Container, 'only'>[];
  children: ReadonlyMap<string, Container>;
  files: readonly StoredItem[];
} {
  const whole: Omit<Container, 'only'>[] = [];
  const children = new Map<string, Container>();
  const files: StoredItem[] = [];
  for (const hit of store.failures()) {
    if (hit.failure?.code !== 'encrypted') continue;
    const item = store.itemByRow(hit.row);
    if (item === null) continue;
    const { role, path, parent } = item;
    if (item.kind === 'archive' || item.kind === 'mailbox') whole.push({ role, path });
    else if (parent === null) files.push(item);
    if (parent === null) continue;
    const known = children.get(`${role} ${parent}`);
    if (known === undefined) children.set(`${role} ${parent}`, { role, path: parent, only: [path] });
    else known.only.push(path);
  }
  return { whole, children, files };
}

function reopen(store: CaseStore, role: ItemRole, path: string, only: readonly string[] | undefined): void {
  const task = store.findTask(`${role} open ${path}!tar`) ?? store.findTask(`${role} open ${path}`);
  if (task === null) return;
  const { only: _only, ...state } = task.payload as TaskState;
  const fresh = { ...state, next: 0, poison: [], ...(only && { only }) };
  if (only === undefined) store.setFailure(role, path, 'ok', null);
  store.reopenTask(task.id, fresh);
}

/** An encrypted document that lies in a folder is a task of its own; one inside a message waits for a new case. */
function readAgain(store: CaseStore, item: StoredItem, marks: string): void {
  const { role, path, locator, size } = item;
  const stat = locator?.type === 'file' ? statSync(locator.path, { throwIfNoEntry: false }) : undefined;
  if (locator?.type !== 'file' || stat === undefined) return;
  const files = [{ file: locator.path, path, size, mtimeMs: stat.mtimeMs }];
  const payload = { role, task: { kind: 'files', files }, next: 0, poison: [] };
  store.addTasks([{ key: `${role} unlock ${path} ${marks}`, kind: 'files', payload }]);
}

import type { CaseStore } from '../case/store.ts';
import type { DomainKey, HeaderCheck } from '../model/index.ts';
import { isPartOfItself } from './items/message-facts.ts';
import type { RecheckedMessage } from './task.ts';

/** Progress is kept task by task: an interrupted run reads no more than these again. */
const MESSAGES_PER_TASK = 500;

/** Queues the messages whose signatures new keys may decide. Their bytes are read again, nothing else is. */
export function planRecheck(store: CaseStore, keys: readonly DomainKey[], now: number): void {
  const wanted = new Set(keys.map((key) => `${key.selector} ${key.domain}`));
  let messages: RecheckedMessage[] = [];
  let count = 0;
  for (const role of ['leak', 'reference'] as const) {
    const emit = () => {
      if (messages.length === 0) return;
      const payload = { role, task: { kind: 'recheck', messages }, next: 0, poison: [] };
      store.addTasks([{ key: `${role} recheck ${now} ${count++}`, kind: 'recheck', payload }]);
      messages = [];
    };
    for (const message of store.messages(role)) {
      if (!message.signatures.some((each) => wanted.has(`${each.selector} ${each.domain}`))) continue;
      // Of what was too large to be read whole no signature can be checked, with any key.
      if (message.signatures.some(({ header }) => isTooLarge(header))) continue;
      const item = store.itemByRow(message.row);
      if (item !== null && item.locator !== null) {
        const { row, locator, size, sha256 } = item;
        messages.push({ row, locator, size, sha256, ...(isPartOfItself(item) && { isCut: true }) });
      }
      if (messages.length >= MESSAGES_PER_TASK) emit();
    }
    emit();
  }
}

function isTooLarge(check: HeaderCheck): boolean {
  return check.type === 'not-checkable' && check.why === 'too-large';
}

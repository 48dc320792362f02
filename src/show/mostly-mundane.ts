import type { ContentTotals } from '../case/index.ts';
import type { Topic } from '../examine/topics/index.ts';

/** Topics that are everybody's daily life: a leak that is mostly these holds little that is news. */
const MUNDANE: ReadonlySet<string> = new Set<Topic>([
  'bills',
  'travel',
  'logistics',
  'meetings',
  'technical',
  'newsletters',
  'notices',
  'spam',
  'private',
]);

/** Fewer texts have no "mostly". */
export const FEWEST_TEXTS = 20;

/** Whether more than half of the texts of a leak are about what every mailbox is about. */
export function isMostlyMundane({ items, topics }: Pick<ContentTotals, 'items' | 'topics'>): boolean {
  const mundane = Object.entries(topics).reduce((sum, [topic, n]) => sum + (MUNDANE.has(topic) ? n : 0), 0);
  return items >= FEWEST_TEXTS && 2 * mundane > items;
}

import type { BesideWords } from '../../model/index.ts';
import type { PartDifference } from './compare.ts';

/**
 * What two messages do otherwise beside their words, which agree: where answers go, which fields stand twice, where links lead,
 * what is loaded, sent or hidden. Of a copy that has no HTML, or that lost its Reply-To, nothing is said: exports drop both.
 */
export function otherActs(
  one: BesideWords | undefined,
  other: BesideWords | undefined,
): readonly PartDifference[] {
  const found: PartDifference[] = [];
  const answers = other?.replyTo ?? [];
  const known = new Set(one?.replyTo ?? []);
  if (answers.some((address) => !known.has(address)))
    found.push(difference('reply-to', one?.replyTo ?? [], answers));
  const twice = (other?.repeated ?? []).filter((name) => !(one?.repeated ?? []).includes(name));
  if (twice.length > 0) found.push(difference('repeated', [], twice));
  if (one?.acts === undefined || other?.acts === undefined) return found;
  const [gone, come] = [without(one.acts, other.acts), without(other.acts, one.acts)];
  for (const [part, kinds] of PARTS) {
    const isOf = (act: string) => kinds.includes(act.slice(0, act.indexOf(' ')));
    const [lost, added] = [gone.filter(isOf), come.filter(isOf)];
    // Where pictures are no longer loaded, a program took them out for its reader.
    if (added.length > 0 || (part === 'links' && lost.length > 0)) found.push(difference(part, lost, added));
  }
  return found;
}

const PARTS: readonly (readonly [part: PartDifference['part'], kinds: readonly string[]])[] = [
  ['links', ['link', 'sends', 'more']],
  ['pictures', ['loads']],
  ['hidden', ['hides', 'sheet']],
];

/** Those that stand in the one alone; where a link has no figures, its host decides. */
function without(acts: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others);
  const bare = new Set(others.map(hostOnly));
  const open = new Set(others.filter((act) => act.split(' ').length === 2));
  return acts.filter((act) => {
    if (known.has(act) || open.has(hostOnly(act))) return false;
    return act.split(' ').length > 2 || !bare.has(act);
  });
}

function hostOnly(act: string): string {
  return act.split(' ').slice(0, 2).join(' ');
}

/** Attack: forty links told of each of a hundred thousand messages. */
const MOST_TOLD = 6;

function difference(
  part: PartDifference['part'],
  gone: readonly string[],
  come: readonly string[],
): PartDifference {
  const told = (type: 'removed' | 'added', acts: readonly string[], others: readonly string[]) =>
    acts.slice(0, MOST_TOLD).map((act) => ({ type, text: shown(act, others), after: '' }));
  const changes = [...told('removed', gone, come), ...told('added', come, gone)];
  return { part, changes, onlyAdded: gone.length === 0 };
}

/** The host, or what it is; with figures of the hash only where nothing else tells the two apart. */
function shown(act: string, others: readonly string[]): string {
  const [kind = '', host = '', figures] = act.split(' ');
  if (!ACTS.has(kind)) return act;
  const isHostTold = host !== '-' && !others.some((other) => other.split(' ')[1] === host);
  if (isHostTold || figures === undefined) return host;
  return host === '-' ? `#${figures}` : `${host} #${figures}`;
}

/** Of the differences, those that `htmlActs` writes; addresses and names of fields are shown as they are. */
const ACTS = new Set(['link', 'loads', 'sends', 'hides', 'sheet', 'more']);

import type { CaseStore } from '../../case/store.ts';
import { addressesIn, type LinkKind, linkKind, undone } from './dump-hosts.ts';
import { finding } from './finding.ts';
import type { Finding, GateContext } from './gate.ts';

/** G4. No address and no hash by which a reader, or a machine, gets to the dump. */
export function dumpLinks(context: GateContext): readonly Finding[] {
  const { store, note } = context;
  const named = (note.dump ?? '').split(/[\s,;]+/u).filter((one) => one !== '');
  const seen = new Map<string, Finding>();
  for (const { target, at } of candidates(context)) {
    const told = linkFinding(context, target, at, linkKind(target, named));
    if (told !== null && !seen.has(told.fingerprint)) seen.set(told.fingerprint, told);
  }
  return [...seen.values(), ...hashes(context), ...dumpNames(context, store)];
}

/** Links, and addresses that stand in the words alone, however they are disarmed. */
function* candidates({ draft }: GateContext): Generator<{ target: string; at: number }> {
  yield* draft.links;
  for (const match of draft.text.matchAll(WRITTEN)) {
    const [target] = match;
    if (addressesIn(undone(target)).length > 0 || /^\p{L}{2,8}:/u.test(target))
      yield { target, at: match.index };
  }
}

const WRITTEN =
  /(?:(?:magnet|ed2k|ipfs):[^\s<>]{4,2000}|(?:h(?:tt|xx)ps?:\/\/)?(?:[\p{L}\p{N}-]{1,63}(?:\.|\s?[[({]\s?(?:\.|dot|point)\s?[\])}]\s?)){1,8}[a-z]{2,24}(?![\p{L}\p{N}@])(?:[:/][^\s<>«»"]{0,2000})?)/giu;

function linkFinding(context: GateContext, target: string, at: number, kind: LinkKind): Finding | null {
  const words = target.replace(/[.,;:!?)\]]+$/u, '');
  const same = `${kind} ${undone(words).replace(/^[a-z]+:\/\//iu, '')}`;
  switch (kind) {
    case 'torrent':
    case 'onion':
    case 'dump-host':
    case 'archive':
    case 'named':
      return finding(context, { code: `link-${kind}`, severity: 'block', at, words, same });
    case 'open-host':
    case 'hidden-target':
      return finding(context, { code: `link-${kind}`, severity: 'warn', at, words, same });
    case 'elsewhere':
      return null;
  }
}

/** MD5, SHA-1 (and the infohash of torrents), SHA-256, SHA-512. */
const HASH = /(?<![\p{L}\p{N}])(?:[0-9a-f]{128}|[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{32})(?![\p{L}\p{N}])/giu;

function hashes(context: GateContext): Finding[] {
  const { draft, store } = context;
  const inLinks = draft.links.map(({ target, at }) => ({ text: target, at }));
  const places = [{ text: draft.text, at: 0 }, ...inLinks];
  const found = new Map<string, number>();
  for (const { text, at } of places)
    for (const match of text.matchAll(HASH)) {
      const hash = match[0].toLowerCase();
      if (/\d/u.test(hash) && !found.has(hash)) found.set(hash, at === 0 ? match.index : at);
    }
  return [...found].map(([hash, at]) => hashFinding(context, store, hash, at));
}

function hashFinding(context: GateContext, store: CaseStore | null, hash: string, at: number): Finding {
  const near = context.draft.text.slice(Math.max(0, at - 40), at);
  if (/torrent|btih|info-?hash/iu.test(near))
    return finding(context, { code: 'link-torrent', severity: 'block', at, words: hash });
  if (store === null)
    return finding(context, { code: 'hash-unchecked', severity: 'unchecked', at, words: hash });
  const held = hash.length === 64 ? heldBy(store, hash) : null;
  if (held !== null)
    return finding(context, {
      code: 'hash-in-case',
      severity: 'block',
      at,
      words: hash,
      values: { path: held },
    });
  return finding(context, { code: 'hash-unknown', severity: 'warn', at, words: hash });
}

/** The path of an item, or of a file of the dump, with this hash. */
function heldBy(store: CaseStore, sha256: string): string | null {
  for (const { path } of store.search(`sha256:${sha256}`, { limit: 1 })) return path;
  for (const source of store.sources())
    if (source.sha256 === sha256) return source.path.split(/[\\/]/u).at(-1) ?? '';
  return null;
}

/** The name of the dump is what one types into a search engine. */
function dumpNames(context: GateContext, store: CaseStore | null): Finding[] {
  const text = context.draft.text.toLowerCase();
  return (store?.inputs() ?? [])
    .filter(({ role, name }) => role === 'leak' && name.length >= 6 && /\.\w{2,5}$/u.test(name))
    .flatMap(({ name }) => {
      const at = text.indexOf(name.toLowerCase());
      return at < 0 ? [] : [finding(context, { code: 'dump-name', severity: 'warn', at, words: name })];
    });
}

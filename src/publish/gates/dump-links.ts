import type { CaseStore } from '../../case/store.ts';
import { decodedRuns } from '../personal/encoded.ts';
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
  return [...seen.values(), ...contentNames(context), ...hashes(context), ...dumpNames(context, store)];
}

/** Links, pictures from elsewhere, and addresses that stand in the words alone, however they are disarmed. */
function* candidates({ draft }: GateContext): Generator<{ target: string; at: number }> {
  yield* draft.links;
  for (const { name, at } of draft.images) if (!/^data:/iu.test(name)) yield { target: name, at };
  for (const match of draft.text.matchAll(WRITTEN)) {
    const [target] = match;
    if (addressesIn(undone(target)).length > 0 || /^\p{L}{2,8}:/u.test(target))
      yield { target, at: match.index };
  }
  for (const match of draft.text.matchAll(SPOKEN)) {
    const target = match[0].replace(/\s(?:dot|point)\s/giu, '.');
    if (linkKind(target, []) !== 'elsewhere') yield { target, at: match.index };
  }
  for (const { text, at } of decodedRuns(draft.text))
    for (const [target] of text.matchAll(/[\x21-\x7e]{6,2000}/gu))
      if (/:\/|magnet:/u.test(target) && linkKind(target, []) !== 'elsewhere') yield { target, at };
}

/** `pastebin dot com`: believed of known hosts alone, for "point" and "dot" are words. */
const SPOKEN =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}-]{2,40}(?:\s(?:dot|point)\s[a-z0-9-]{2,24}){1,3}(?![\p{L}\p{N}])/giu;

const WRITTEN =
  /(?:(?:magnet|ed2k|ipfs|mega):[^\s<>]{4,2000}|(?:h(?:tt|xx)ps?|s?ftp):\/\/[\d[][^\s<>«»"]{3,2000}|(?:(?:h(?:tt|xx)ps?|s?ftp):\/\/)?(?:[\p{L}\p{N}-]{1,63}(?:[.\u3002\uff0e\uff61]|\s?[[({]\s?(?:\.|dot|point)\s?[\])}]\s?)){1,8}[a-z]{2,24}(?![\p{L}\p{N}@])(?:[:/][^\s<>«»"]{0,2000})?)/giu;

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

/** Names by content: of IPFS, and of torrents in base 32, the latter only where a word says so. */
const CONTENT_NAME =
  /(?<![\p{L}\p{N}])(?:Qm[1-9A-HJ-NP-Za-km-z]{44}|ba[a-z][a-z2-7]{56}|(?<=(?:torrent|btih|info-?hash)[^\n]{0,40})[A-Z2-7]{32})(?![\p{L}\p{N}])/gu;

function contentNames(context: GateContext): Finding[] {
  const names = new Map([...context.draft.text.matchAll(CONTENT_NAME)].map((one) => [one[0], one.index]));
  return [...names].map(([words, at]) =>
    finding(context, { code: 'link-torrent', severity: 'block', at, words }),
  );
}

/** MD5, SHA-1 (and the infohash of torrents), SHA-256, SHA-512. */
const HASH = /(?<![\p{L}\p{N}])(?:[0-9a-f]{128}|[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{32})(?![\p{L}\p{N}])/giu;

/** The same in groups, as fingerprints are read out. */
const GROUPED = /(?<![\p{L}\p{N}])(?:[0-9a-f]{2,8}[ :-]){3,63}[0-9a-f]{2,8}(?![\p{L}\p{N}])/giu;
const HASH_LENGTHS: ReadonlySet<number> = new Set([32, 40, 64, 128]);

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
  for (const match of draft.text.matchAll(GROUPED)) {
    const hash = match[0].replace(/[^0-9a-f]/giu, '').toLowerCase();
    if (HASH_LENGTHS.has(hash.length) && /[a-f]/u.test(hash) && /\d/u.test(hash) && !found.has(hash))
      found.set(hash, match.index);
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

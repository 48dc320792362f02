import { type BaitName, judgeName, type Protection } from '../domains/index.ts';
import { nameFilter } from '../domains/name-filter.ts';
import { type NotRead, type ReadEntry, readEntries } from './read-entries.ts';

/** A look-alike that a certificate was made out to. */
export interface CertifiedName extends BaitName {
  /** The certificate that was logged, or began, first. */
  readonly issuer: string;
  readonly notBefore: string | null;
  readonly logged: string | null;
  readonly fingerprint: string;
  /** Other names in it, at most twenty: what its owner has beside. */
  readonly beside: readonly string[];
  readonly file: string;
  readonly place: number;
  /** Certificates that bear the name. A precertificate and its certificate are two. */
  readonly times: number;
}

/** What a look through imports of certificate transparency gave. */
export interface CertificateScan {
  /** By score, then name; each name once. */
  readonly hits: readonly CertifiedName[];
  readonly certificates: number;
  readonly names: number;
  readonly notRead: readonly NotRead[];
  /** Hits after the most that are kept. */
  readonly dropped: number;
}

// Attack: an import made of nothing but look-alikes.
const MOST_HITS = 200_000;
const MOST_BESIDE = 20;

/** Scores every name in imported certificates. Opens no connection; memory grows with the hits. */
export function scanEntries(
  paths: readonly string[],
  protection: Protection,
  least: number,
): CertificateScan {
  const filter = nameFilter(
    protection.brands.map(({ label }) => label),
    protection.platforms,
  );
  const hits = new Map<string, CertifiedName>();
  const notRead: NotRead[] = [];
  let [certificates, names, dropped] = [0, 0, 0];
  for (const entry of readEntries(paths, (what) => notRead.push(what))) {
    certificates++;
    for (const name of entry.names) {
      names++;
      const bytes = Buffer.from(name);
      if (!filter.passes(bytes, 0, bytes.length)) continue;
      const found = judgeName(name, protection);
      if (found === null || found.score < least) continue;
      const known = hits.get(found.name);
      if (known === undefined && hits.size >= MOST_HITS) dropped++;
      else hits.set(found.name, merged(known, found, entry));
    }
  }
  const ranked = [...hits.values()].sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1));
  return { hits: ranked, certificates, names, notRead, dropped };
}

function merged(known: CertifiedName | undefined, found: BaitName, entry: ReadEntry): CertifiedName {
  const times = (known?.times ?? 0) + 1;
  if (known !== undefined && timeOf(known) <= timeOf(entry)) return { ...known, times };
  const { issuer, notBefore, logged, fingerprint, file, place } = entry;
  const beside = entry.names.filter((name) => name !== found.name).slice(0, MOST_BESIDE);
  return { ...found, issuer, notBefore, logged, fingerprint, beside, file, place, times };
}

function timeOf({ logged, notBefore }: Pick<CertifiedName, 'logged' | 'notBefore'>): string {
  return logged ?? notBefore ?? '~';
}

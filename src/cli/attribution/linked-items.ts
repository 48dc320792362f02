import type { Matrix } from '../../attribution/index.ts';
import type { CaseStore } from '../../case/store.ts';
import type { Verdict } from '../../model/index.ts';
import { type FoundPost, findPosts } from '../../spread/report/find-posts.ts';

/** An item that evidence links to, as the case knows it. */
export interface LinkedItem {
  readonly evidence: string;
  readonly ref: string;
  /** Null: there is no such item in the case, and the row rests on nothing one can look at. */
  readonly item: { readonly id: string; readonly path: string; readonly verdict: Verdict | null } | null;
}

/** Every link of kind `item`, by id, the beginning of one, or path, looked up in a case. */
export function linkedItems(matrix: Matrix, store: CaseStore): readonly LinkedItem[] {
  return matrix.evidence.flatMap((row) =>
    row.links
      .filter(({ kind }) => kind === 'item')
      .map(({ ref }) => {
        const found = store.item(ref) ?? store.itemByPath('leak', ref) ?? store.itemByPath('reference', ref);
        const item =
          found === null
            ? null
            : { id: found.id, path: found.path, verdict: found.judgement?.verdict ?? null };
        return { evidence: row.id, ref, item };
      }),
  );
}

/** A domain or a trace that evidence links to: how many items of the leak a query finds it in. */
export interface LinkedFinding {
  readonly evidence: string;
  readonly kind: 'domain' | 'trace';
  readonly ref: string;
  readonly query: string;
  readonly items: number;
}

/** Every link of kind `domain` (by its senders) and `trace` (by who is named in documents, and by programs). */
export function linkedFindings(matrix: Matrix, store: CaseStore): readonly LinkedFinding[] {
  return matrix.evidence.flatMap((row) =>
    row.links.flatMap(({ kind, ref }): LinkedFinding[] => {
      if (kind !== 'domain' && kind !== 'trace') return [];
      const words = ref.replace(/["\\*]/gu, ' ').trim();
      if (words === '') return [];
      const query = kind === 'domain' ? `from:"@${words}"` : `author:"${words}" OR app:"${words}"`;
      return [{ evidence: row.id, kind, ref, query, items: store.count(query, { role: 'leak' }) }];
    }),
  );
}

/** A post that evidence links to, as the posts of the case have it. */
export interface LinkedPost {
  readonly evidence: string;
  readonly ref: string;
  /** Empty: it is not among them. Several where two platforms have a post of this id. Null: the case has no posts at all. */
  readonly posts: readonly FoundPost[] | null;
}

/** Memory for the look-up: a scan of few columns needs no more, however many posts there are. */
const LOOKUP_MEMORY = 512 * 2 ** 20;

/** Every link of kind `post`, by id, platform and id, or address, looked up in the posts of a case. */
export async function linkedPosts(matrix: Matrix, folder: string): Promise<readonly LinkedPost[]> {
  const links = matrix.evidence.flatMap(({ id, links: all }) =>
    all.filter(({ kind }) => kind === 'post').map(({ ref }) => ({ evidence: id, ref })),
  );
  if (links.length === 0) return [];
  const found = await findPosts(
    folder,
    links.map(({ ref }) => ref),
    LOOKUP_MEMORY,
  );
  return links.map((link) => ({ ...link, posts: found === null ? null : (found.get(link.ref) ?? []) }));
}

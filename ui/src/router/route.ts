import { signal } from '@preact/signals';

/** The pages by what they answer: what came out, what was done, what to say, what was kept. */
export const PAGE_GROUPS = [
  ['overview', 'reader', 'people', 'traces'],
  ['operation', 'bait', 'decoys', 'spread', 'attribution'],
  ['silence', 'publish', 'dossier'],
  ['review', 'custody'],
] as const;

export type Page = (typeof PAGE_GROUPS)[number][number];

export const PAGES: readonly Page[] = PAGE_GROUPS.flat();

export type Params = Readonly<Record<string, string>>;

export interface Route {
  readonly page: Page;
  readonly params: Params;
}

/**
 * Where one is: all that a link to this very view needs. It lives behind the `#`, so that any server of static
 * files can serve it, no query of a case reaches a server's log, and back and forward work by themselves.
 */
export const route = signal<Route>(parseHash(location.hash));

addEventListener('hashchange', () => {
  route.value = parseHash(location.hash);
});

/** The address of a view; empty parameters are left out. */
export function hrefTo(page: Page, params: Params = {}): string {
  const query = new URLSearchParams(Object.entries(params).filter(([, value]) => value !== ''));
  const text = query.toString();
  return `#/${page}${text === '' ? '' : `?${text}`}`;
}

/** Goes there, as a step one can come back from. */
export function goTo(page: Page, params: Params = {}): void {
  location.hash = hrefTo(page, params);
}

/** Changes parameters of this page; `replace` for what is no step of its own, such as the next message by j. */
export function setParams(changes: Params, how: 'push' | 'replace' = 'push'): void {
  const { page, params } = route.peek();
  const href = hrefTo(page, { ...params, ...changes });
  if (how === 'push') {
    location.hash = href;
    return;
  }
  history.replaceState(null, '', href);
  route.value = parseHash(href);
}

function parseHash(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/u, '').split('?', 2);
  const page = PAGES.find((each) => each === path) ?? 'overview';
  return { page, params: Object.fromEntries(new URLSearchParams(query)) };
}

import type { EvidenceLink } from '../../../../src/attribution/matrix.ts';
import { hrefTo } from '../../router/route.ts';

/**
 * The address in the workbench of what evidence links to, by the rules that `attribution show --case` looks links up by; null
 * for a source outside, which no page opens.
 */
export function hrefOfLink({ kind, ref }: EvidenceLink): string | null {
  const words = ref.replace(/["“”\\*]/gu, ' ').trim();
  if (words === '') return null;
  switch (kind) {
    case 'item':
      return ITEM_ID.test(ref)
        ? hrefTo('reader', { item: ref })
        : hrefTo('reader', { q: `in:"/${words}"`, role: 'all' });
    case 'post':
      return hrefTo('spread', { posts: '1', id: postId(ref) });
    case 'domain':
      return hrefTo('reader', { q: `from:"@${words}"` });
    case 'trace':
      return hrefTo('reader', { q: `author:"${words}" OR app:"${words}"` });
    case 'source':
      return null;
  }
}

/** A whole id of an item, or the beginning of one. */
const ITEM_ID = /^[a-z2-7]{4,32}$/u;

/** The id alone, of `x/1234` and of `https://x.com/somebody/status/1234`. */
function postId(ref: string): string {
  const text = ref.trim();
  const address = /^https?:\/\/[^\s?#]*\/([^/\s?#]+)\/?(?:[?#]\S*)?$/iu.exec(text)?.[1];
  const named = /^[a-z0-9]{1,20}[/:](?!\/)(.+)$/u.exec(text)?.[1];
  return address ?? named ?? text;
}

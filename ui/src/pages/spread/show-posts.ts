import { type Params, setParams } from '../../router/route.ts';

const NONE = { account: '', id: '', from: '', to: '', lang: '', place: '' };

/** Opens the posts that answer, in a panel at the head of the page; part of the address, so back closes it. */
export function showPosts(question: Params): void {
  setParams({ ...NONE, ...question, posts: '1' });
  document.getElementById('content')?.scrollTo(0, 0);
}

/** Closes the panel of posts. */
export function hidePosts(): void {
  setParams({ ...NONE, posts: '' });
}

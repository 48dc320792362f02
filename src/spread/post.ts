import type { TimeResolution } from './time/parse-time.ts';

/** The platform of a post from a table that names none. */
export const UNNAMED_PLATFORM = 'other';

/**
 * One post of any platform. Names are those of the columns in the case (`spread/posts.parquet`). Ids are
 * strings always: those of X do not fit a JavaScript number.
 */
export interface Post {
  /** `x`, `bluesky`, `mastodon`, `telegram`, `4chan`, `facebook`, `instagram`, `tiktok`, `other`. */
  readonly platform: string;
  /** Unique within the platform. */
  readonly id: string;
  /** Stable id of the account; null where the platform is anonymous. */
  readonly account: string | null;
  readonly handle: string | null;
  /** Milliseconds since 1970, UTC. */
  readonly time: number;
  /** `assumed`: the stamp stated no zone and was read in the one the user gave. */
  readonly zone: 'stated' | 'assumed';
  readonly resolution: TimeResolution;
  readonly text: string;
  /** Language of the text, lower case; null when neither the platform nor the text tells. */
  readonly lang: string | null;
  /** Who says so: the platform, or the text itself (`import/text-language.ts`). */
  readonly lang_by: 'platform' | 'text' | null;
  /** The post this one re-shares unchanged, and its author. */
  readonly repost_of: string | null;
  readonly repost_account: string | null;
  readonly reply_to: string | null;
  readonly quote_of: string | null;
  /** Lower case, without the sign. */
  readonly hashtags: readonly string[];
  readonly urls: readonly string[];
  readonly mentions: readonly string[];
  /** Hashes or keys of pictures, videos, sounds: equal for the same file. */
  readonly media: readonly string[];
  /** Shared objects named by the source itself (tables of shares). */
  readonly objects: readonly string[];
  readonly client: string | null;
  readonly followers: number | null;
  readonly following: number | null;
  readonly account_posts: number | null;
  /** Milliseconds since 1970. */
  readonly account_created: number | null;
  /** As the account declares it, free text. */
  readonly account_place: string | null;
  /** Language of the account's settings, where the platform gives it. */
  readonly account_lang: string | null;
  readonly account_bio: string | null;
  /** Country code of the post, where the platform gives it. */
  readonly place: string | null;
}

/** A post before what is missing is filled in. */
export type PostDraft = Pick<Post, 'platform' | 'id' | 'account' | 'time' | 'zone' | 'resolution' | 'text'> &
  Partial<Post>;

/** Fills in what a format does not give; finds hashtags and links in the text where it lists none. */
export function post(draft: PostDraft): Post {
  const lang = language(draft.lang ?? null);
  return {
    ...EMPTY,
    ...draft,
    text: draft.text.slice(0, MAX_TEXT),
    hashtags: (draft.hashtags ?? textHashtags(draft.text)).map(hashtagName),
    urls: draft.urls ?? textUrls(draft.text),
    lang,
    lang_by: lang === null ? null : 'platform',
  };
}

/** Characters of a text that are kept. Attack: one post of a hundred megabytes. */
const MAX_TEXT = 100_000;

const EMPTY = {
  handle: null,
  repost_of: null,
  repost_account: null,
  reply_to: null,
  quote_of: null,
  mentions: [],
  media: [],
  objects: [],
  client: null,
  followers: null,
  following: null,
  account_posts: null,
  account_created: null,
  account_place: null,
  account_lang: null,
  account_bio: null,
  place: null,
} as const;

/** A hashtag without its sign, in lower case and composed form, so that spellings of one are equal. */
export function hashtagName(tag: string): string {
  return tag
    .trim()
    .replace(/^[#\uff03]+/, '')
    .normalize('NFC')
    .toLowerCase();
}

/** Hashtags of a text. Attack: a text of megabytes; what is looked at is bounded. */
function textHashtags(text: string): string[] {
  return distinct(
    text.slice(0, SCANNED_CHARACTERS).match(/(?<![\p{L}\p{N}_&/])[#\uff03][\p{L}\p{N}\p{M}_]+/gu),
  );
}

/** Links of a text, without the punctuation that follows them. */
function textUrls(text: string): string[] {
  const found = text.slice(0, SCANNED_CHARACTERS).match(/https?:\/\/[^\s<>"'«»]+/g) ?? [];
  return distinct(found.map((url) => url.replace(/[.,;:!?)\]}…]{1,5}$/, '')));
}

const SCANNED_CHARACTERS = 20_000;

function distinct(values: readonly string[] | null): string[] {
  return [...new Set(values ?? [])];
}

function language(code: string | null): string | null {
  const lower = code?.trim().toLowerCase() ?? '';
  // X writes "und" for texts it cannot tell, and codes beginning with q or zxx for those without language.
  return lower === '' || lower === 'und' || lower === 'zxx' || /^q[a-z]{2}$/.test(lower) ? null : lower;
}

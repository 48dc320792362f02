/**
 * Links as they were before a filter put its own in their place. Office 365 (Safe Links), Proofpoint (URL Defense), Mimecast,
 * Barracuda, Symantec, Trend Micro, FireEye, Sophos, Avanan, Check Point, Cisco, Trustwave and Google's mail page exchange every link of a message for one of
 * theirs that holds the other, so that two copies of one message differ in all of them, and no signature of its text holds.
 */
export function originalLinks(text: string): string {
  if (!mayHoldRewritten(text)) return text;
  return text.replace(LINK, exchanged(originalOf));
}

/** Whether one of these filters has been over a text. A forger can put a link of theirs there too. */
export function hasRewrittenLink(text: string): boolean {
  if (!mayHoldRewritten(text)) return false;
  return (text.match(LINK) ?? []).some((link) => REWRITERS.some(({ host }) => host.test(link)));
}

/**
 * Two texts with their links as they were before filters exchanged them, to be compared. Where one has a link that only its
 * filter can read (Mimecast), all links of both are told by their hosts alone.
 */
export function comparableLinks(one: string, other: string): readonly [string, string] {
  const texts = [originalLinks(one), originalLinks(other)] as const;
  if (!texts.some(hasRewrittenLink)) return texts;
  const byHost = (text: string): string =>
    text.replace(
      LINK,
      exchanged((link) => `link:${hostOf(link)}`),
    );
  return [byHost(texts[0]), byHost(texts[1])];
}

/** For a link as it stands in a text, where a bracket may close behind it: `petition (https://...)`, as HTML is written out. */
function exchanged(read: (link: string) => string | null): (written: string) => string {
  return (written) => {
    const link = written.includes('(') ? written : written.replace(/\)[.,;:!?]{0,3}$/, '');
    return `${read(link) ?? link}${written.slice(link.length)}`;
  };
}

/**
 * Where a link leads that a filter put in the place of another: the other one, or its host alone where only the filter
 * knows more (Mimecast). Null for what is no filter's. Google's detour is none here: anybody can write it.
 */
export function behindFilter(link: string): string | null {
  if (!mayHoldRewritten(link) || GOOGLE.test(link)) return null;
  const host = mimecastHost(link);
  return originalOf(link) ?? (host === null ? null : `https://${host}/`);
}

function hostOf(link: string): string {
  return (mimecastHost(link) ?? /^https?:\/\/([^/:?#]{1,200})/i.exec(link)?.[1] ?? '').toLowerCase();
}

/** Mimecast's links name the host they lead to. */
function mimecastHost(link: string): string | null {
  if (!MIMECAST.test(link)) return null;
  return /^.{1,300}?[?&]domain=([a-z0-9.-]{1,100})/i.exec(link)?.[1]?.toLowerCase() ?? null;
}

const MIMECAST =
  /^https?:\/\/(?:protect(?:-[a-z]{2,5})?\.mimecast\.com|url\.[a-z.]{1,12}mimecastprotect\.com)\/s\//i;
const GOOGLE = /^https?:\/\/www\.google\.[a-z.]{2,6}\/url\?/i;

function mayHoldRewritten(text: string): boolean {
  return HINT.test(text);
}

const HINT =
  /safelinks|urldefense|mimecast|cudasvc|clicktime|trendmicro|fireeye|sophos\.com|avanan|secure-web\.cisco|checkpoint\.com|scanmail\.trustwave|google\.[a-z.]{2,6}\/url\?/i;
/** Attack: a link of megabytes. Safe Links makes 500 characters of 100. */
const LINK = /https?:\/\/[^\s<>"']{1,4000}/gi;

/** The link that another one holds; null where it is none of these, or holds it in a way that only its maker can read. */
function originalOf(link: string): string | null {
  for (const { host, read } of REWRITERS) {
    if (!host.test(link)) continue;
    const found = read(link);
    if (found !== null && /^(?:https?|ftp|mailto):/i.test(found)) return found;
  }
  return null;
}

interface Rewriter {
  readonly host: RegExp;
  readonly read: (link: string) => string | null;
}

const REWRITERS: readonly Rewriter[] = [
  // https://learn.microsoft.com/en-us/defender-office-365/safe-links-about
  {
    host: /^https?:\/\/[a-z0-9-]{1,30}\.safelinks\.protection\.(?:outlook|office365)\.(?:com|us)\//i,
    read: inQuery('url'),
  },
  { host: /^https?:\/\/urldefense\.proofpoint\.com\/v1\//i, read: inQuery('u') },
  { host: /^https?:\/\/urldefense\.proofpoint\.com\/v2\//i, read: proofpoint2 },
  { host: /^https?:\/\/urldefense\.(?:com|us|proofpoint\.com)\/v3\//i, read: proofpoint3 },
  { host: MIMECAST, read: () => null },
  { host: /^https?:\/\/linkprotect\.cudasvc\.com\//i, read: inQuery('a') },
  { host: /^https?:\/\/clicktime\.symantec\.com\//i, read: inQuery('u') },
  { host: /^https?:\/\/[a-z0-9.-]{1,60}\.trendmicro\.com(?::443)?\/wis\/clicktime\//i, read: inQuery('url') },
  { host: /^https?:\/\/protect\d?\.fireeye\.com\//i, read: inQuery('u') },
  { host: /^https?:\/\/[a-z0-9.-]{1,60}\.protection\.sophos\.com\//i, read: sophos },
  {
    host: /^https?:\/\/(?:url\.avanan\.click|protect\.checkpoint\.com)\/v2\//i,
    read: (link) => /___(https?:.*?)___/i.exec(link)?.[1] ?? null,
  },
  {
    host: /^https?:\/\/secure-web\.cisco\.com\//i,
    read: (link) => decoded(/^https?:\/\/[^/]{1,40}\/[^/]{1,1000}\/(https?%3a.*)$/i.exec(link)?.[1] ?? ''),
  },
  { host: /^https?:\/\/scanmail\.trustwave\.com\//i, read: inQuery('u') },
  { host: GOOGLE, read: inQuery('q') },
];

function inQuery(name: string): (link: string) => string | null {
  return (link) => {
    const value = new RegExp(`[?&](?:amp;)?${name}=([^&]*)`, 'i').exec(link)?.[1];
    return value === undefined ? null : decoded(value);
  };
}

function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}

/** `-3A` for `%3A`, `_` for a slash. */
function proofpoint2(link: string): string | null {
  const value = /[?&](?:amp;)?u=([^&]*)/i.exec(link)?.[1];
  return value === undefined ? null : decoded(value.replaceAll('-', '%').replaceAll('_', '/'));
}

const LENGTHS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** So many characters does `**A` stand for. */
const SHORTEST_RUN = 2;

/** `__LINK__;CHARS!…`: each `*` of the link stands for the next of the characters, `**X` for a run of them. */
function proofpoint3(link: string): string | null {
  const [, value, encoded] = /\/v3\/__(.{1,3000}?)__;([^!]{0,2000})!/.exec(link) ?? [];
  if (value === undefined || encoded === undefined) return null;
  const characters = [...Buffer.from(encoded, 'base64url').toString('utf8')];
  let at = 0;
  const take = (count: number): string => {
    at += count;
    return characters.slice(at - count, at).join('');
  };
  return value.replace(/\*\*(.)|\*/g, (_, run?: string) =>
    take(run === undefined ? 1 : SHORTEST_RUN + Math.max(0, LENGTHS.indexOf(run))),
  );
}

/** `u=` in base64. */
function sophos(link: string): string | null {
  const value = /[?&](?:amp;)?u=([^&]*)/i.exec(link)?.[1];
  return value === undefined ? null : Buffer.from(decoded(value) ?? '', 'base64').toString('utf8');
}

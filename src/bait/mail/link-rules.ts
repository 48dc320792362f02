import { FREE_MAIL } from '../../examine/lookalike/free-mail.ts';
import { KNOWN_BRANDS } from './brands.ts';
import { type Guarded, imitationOf, plainWords } from './guarded.ts';
import { CHEAP_SUFFIXES, isOwnNetwork, NEWSLETTER_COUNTERS, OPEN_HOSTS, SHORTENERS } from './hosts.ts';
import { houseOf, isSameHouse } from './houses.ts';
import { defanged, type Link, registrableOf } from './link.ts';
import type { MailView } from './mail-view.ts';
import { domainOf } from './sender-rules.ts';
import { example, type Signal } from './signal.ts';

/** What the links of a mail tell, link by link, then what they tell together. A code may come more than once. */
export function* linkRules(view: MailView, guarded: Guarded): Generator<Signal> {
  const sender = domainOf(view.from[0]?.address ?? '');
  for (const link of view.links) yield* ofLink(link, guarded, sender);
  yield* together(view);
  yield* home(view, sender, guarded);
}

function* ofLink(link: Link, guarded: Guarded, sender: string): Generator<Signal> {
  const { url, host, written, place } = link;
  const detail = { link: example(defanged(url?.href ?? written)), host };
  if (/^\s*(?:data|javascript|vbscript):/iu.test(written))
    yield { code: 'bait-link-script', level: 1, detail };
  if (url === null) return;
  const shownHost = hostShown(link.shown);
  if (shownHost !== null && registrableOf(shownHost) !== link.registrable)
    yield { code: 'bait-link-text-differs', level: 1, detail: { ...detail, shown: shownHost } };
  const found = imitationOf(host, guarded);
  if (found !== null)
    yield {
      code: 'bait-link-lookalike',
      level: found.isNear ? 2 : 1,
      detail: { ...detail, target: found.target },
    };
  const brand = borrowedBrand(link);
  if (brand !== null) yield { code: 'bait-link-brand', level: 1, detail: { ...detail, brand } };
  if (/^\d{1,3}(?:\.\d{1,3}){3}$|^\[/u.test(host) && !isOwnNetwork(host))
    yield { code: 'bait-link-ip', level: 1, detail };
  if (url.username !== '') yield { code: 'bait-link-userinfo', level: 1, detail };
  if (url.port !== '' && !ODD_BUT_USUAL.has(url.port)) yield { code: 'bait-link-port', level: 1, detail };
  if (host.split('.').some((label) => label.startsWith('xn--')))
    yield { code: 'bait-link-punycode', level: 1, detail };
  if (link.through.length > 0)
    yield { code: 'bait-link-redirect', level: 1, detail: { ...detail, through: link.through } };
  if (SHORTENERS.has(host) || link.through.some((each) => SHORTENERS.has(each)))
    yield { code: 'bait-link-shortener', level: 1, detail };
  // A service's own mail leads to itself: its forms, its tickets.
  const isOwn = sender !== '' && (host === sender || host.endsWith(`.${sender}`));
  if (!isOwn && OPEN_HOSTS.some((each) => host === each || host.endsWith(`.${each}`)))
    yield { code: 'bait-link-open-host', level: 1, detail };
  if (CHEAP_SUFFIXES.has(host.slice(host.lastIndexOf('.') + 1)))
    yield { code: 'bait-link-suffix', level: 1, detail };
  if (place === 'qr-code') yield { code: 'bait-qr-link', level: 1, detail };
  if (place === 'drawn-code') yield { code: 'bait-qr-drawn', level: 1, detail };
  if (isCoded(url)) yield { code: 'bait-link-coded', level: 1, detail };
  if (PACKED.test(url.pathname.slice(-200))) yield { code: 'bait-link-packed', level: 1, detail };
}

/** What mail filters do not let through is put behind a link: archives that Windows opens, disk images, programs, scripts. */
const PACKED = /\.(?:zip|rar|7z|iso|img|vhdx?|exe|msi|scr|lnk|js|jse|vbs|wsf|hta|one|cab|apk|ps1|bat|cmd)$/iu;

const ODD_BUT_USUAL = new Set(['80', '443', '8080', '8443']);

/** A host that the words of a link pretend to lead to. */
function hostShown(shown: string): string | null {
  const match = /^(?:https?:\/\/)?((?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,20})(?:[/:?#]\S*)?$/iu.exec(
    shown.trim().slice(0, 500),
  );
  const host = match?.[1]?.toLowerCase() ?? null;
  // `report.pdf` is the name of a file.
  if (host === null || (!/^(?:https?:|www\.)/iu.test(shown.trim()) && FILE_NAME.test(host))) return null;
  return host;
}

const FILE_NAME = /\.(?:pdf|docx?|xlsx?|pptx?|zip|html?|txt|png|jpe?g|gif|csv|md|py|js|rs|sh|pl|cc|so|ml)$/u;

/** A brand's name in a host that is not the brand's. */
function borrowedBrand({ host, registrable }: Link): string | null {
  const words = ` ${plainWords(host.replaceAll('.', ' ').replaceAll('-', ' '))} `;
  for (const { name, domains } of KNOWN_BRANDS) {
    if (name.length < 5 || domains.length === 0 || domains.includes(registrable)) continue;
    const label = domains[0]?.split('.')[0] ?? name;
    // Their own name under other suffixes is most often theirs.
    if (registrable.startsWith(`${label}.`) || registrable.startsWith(`${name}.`)) continue;
    if (OPEN_HOSTS.some((each) => host.endsWith(each) && each.includes(name))) continue;
    if (words.includes(` ${name} `)) return name;
  }
  return null;
}

/** One long run of letters and figures and nothing else: an address made for one reader. */
function isCoded({ pathname, search, hash }: URL): boolean {
  return (
    /(?:^|[/=?#])[A-Za-z0-9+/_=-]{60,}$/u.test(`${pathname}${search}${hash}`.slice(0, 4000)) &&
    !/\.\w{2,4}$/u.test(pathname)
  );
}

/** What only all links together show: where the mail wants its reader to go. */
function* together(view: MailView): Generator<Signal> {
  const anchors = view.links.filter(
    ({ place, url, host, registrable }) =>
      place === 'anchor' && url !== null && !NEWSLETTER_COUNTERS.includes(registrable) && !isOwnNetwork(host),
  );
  if (anchors.length === 0) return;
  const own = registrableOf(domainOf(view.from[0]?.address ?? ''));
  if (own === '') return;
  const targets = new Set(anchors.map(({ registrable }) => registrable));
  const sender = domainOf(view.from[0]?.address ?? '');
  if (!anchors.some(({ host }) => isSameHouse(host, sender))) {
    const [only] = targets;
    if (targets.size === 1 && only !== undefined)
      yield { code: 'bait-links-one-stranger', level: 1, detail: { host: only, domain: own } };
    else
      yield {
        code: 'bait-links-elsewhere',
        level: 1,
        detail: { domain: own, hosts: [...targets].slice(0, 5) },
      };
  }
}

/** Pages of known houses that pass a reader on to an address in their path or behind a code. */
const PASSES_ON = /^\/(?:amp|url|slink|redir|redirect|safe_redirect|ck|aclk|l\.php|link|out|goto)(?:\/|$)/iu;

/**
 * Every link leads to the very house that the mail names as its sender, which is a known one or the owner's own: whoever
 * wrote it, a reader who follows it ends up there. Says nothing where there is another way out: a form, a file that leads
 * somewhere or runs, answers to a free mailbox.
 */
function* home(
  { links, html, attachments, replyTo }: MailView,
  sender: string,
  { own }: Guarded,
): Generator<Signal> {
  const web = links.filter(({ url }) => url !== null);
  if (sender === '' || web.length === 0 || html?.form != null) return;
  if (attachments.some(({ holds }) => holds.type !== 'other' && holds.type !== 'picture')) return;
  if (replyTo.some(({ address }) => FREE_MAIL.has(domainOf(address)))) return;
  const isOurs = (host: string): boolean => own.has(registrableOf(host));
  const house = houseOf(sender);
  const isHome = ({ host, through, place, url }: Link): boolean =>
    through.length === 0 &&
    place !== 'qr-code' &&
    place !== 'drawn-code' &&
    place !== 'attachment' &&
    url?.username === '' &&
    !PASSES_ON.test(url.pathname) &&
    (isOurs(sender) ? isOurs(host) : house !== null && houseOf(host) === house);
  if (web.every(isHome)) yield { code: 'bait-links-home', level: 1, detail: { domain: sender } };
}

import { FREE_MAIL } from '../../examine/lookalike/free-mail.ts';
import { KNOWN_BRANDS } from './brands.ts';
import { OPEN_HOSTS } from './hosts.ts';
import { registrableOf } from './link.ts';

/** Suffixes under which only a state gives out names: one house, whoever of it writes. `gov.xx` and `gouv.xx` besides. */
const OFFICIAL = [
  'gov',
  'mil',
  'europa.eu',
  'gc.ca',
  'admin.ch',
  'fgov.be',
  'bund.de',
  'nhs.uk',
  'service.gov.uk',
];
const OFFICIAL_BY_COUNTRY = /(?:^|\.)(?:gov|gouv|gob|govt|mil)\.[a-z]{2}$/u;

/**
 * Hosts of known houses on which anybody puts what they like: that a link leads there says nothing of what is behind it.
 */
const USERS_PAGES = [
  'docs.google.com',
  'drive.google.com',
  'script.google.com',
  'groups.google.com',
  'onedrive.live.com',
  '1drv.ms',
  'sharepoint.com',
  'dropbox.com',
  'wetransfer.com',
  'icloud.com',
  'gist.github.com',
  'raw.githubusercontent.com',
  'docusign.net',
  'adobe.com',
];

/**
 * Services that give a house a name of its own under theirs, `en-marche.atlassian.net`: the owner's name there is the
 * owner's own tenancy far more often than an imitation. Those open to all within minutes are not among them (hosts.ts).
 */
const TENANCIES = (
  'atlassian.net slack.com zendesk.com freshdesk.com nationbuilder.com sharepoint.com my.salesforce.com force.com ' +
  'okta.com onelogin.com monday.com teamwork.com basecamphq.com trello.com bamboohr.com workday.com myworkday.com ' +
  'service-now.com zoom.us webex.com gotomeeting.com statuspage.io readthedocs.io discourse.group mattermost.cloud ' +
  'framapad.org framaforms.org yeswiki.pro helloasso.com ilovepdf.com bandcamp.com onmicrosoft.com ' +
  'mail.onmicrosoft.com list-manage.com campaign-archive.com'
).split(' ');

/**
 * The house that a host belongs to, where it is a known one: the name of a brand of the table, or the suffix of a state;
 * null for strangers, for mailboxes open to all, and for pages that their users write.
 */
export function houseOf(host: string): string | null {
  const name = host.toLowerCase().replace(/\.$/u, '');
  const official = OFFICIAL.find((suffix) => isUnder(name, suffix));
  if (official !== undefined) return official;
  if (OFFICIAL_BY_COUNTRY.test(name)) return OFFICIAL_BY_COUNTRY.exec(name)?.[0].replace(/^\./u, '') ?? null;
  if (FREE_MAIL.has(name) || [...OPEN_HOSTS, ...USERS_PAGES].some((each) => isUnder(name, each))) return null;
  const registrable = registrableOf(name);
  if (FREE_MAIL.has(registrable) && name === registrable) return null;
  return HOUSES.get(registrable) ?? null;
}

/** Whether both are names of one known house, or the same registrable name. */
export function isSameHouse(one: string, other: string): boolean {
  if (registrableOf(one) === registrableOf(other)) return true;
  const house = houseOf(one);
  return house !== null && house === houseOf(other);
}

/** Whether a name of the owner's under another's domain is that service's usual way of naming its customers. */
export function isTenancy(host: string): boolean {
  return TENANCIES.some((each) => isUnder(host, each) && host !== each);
}

function isUnder(name: string, suffix: string): boolean {
  return name === suffix || name.endsWith(`.${suffix}`);
}

/**
 * Houses that write to everybody and are no names of the table: of some the name stands in hosts of others
 * (`gitlab.example.org`), of some phishing does not borrow it.
 */
const OTHER_HOUSES = [
  'github.com',
  'gitlab.com',
  'atlassian.com',
  'nationbuilder.com',
  'eventbrite.com eventbrite.fr',
  'doctolib.fr',
  'blablacar.fr blablacar.com',
  'airbnb.com airbnb.fr',
  'booking.com',
  'slack.com',
  'framasoft.org',
  'helloasso.com',
  'change.org',
  'meetup.com',
  'mozilla.org firefox.com',
  'debian.org',
  'wikipedia.org wikimedia.org',
  'lemonde.fr',
  'mediapart.fr',
  'liberation.fr',
  'lefigaro.fr',
];

/** Registrable name to the first brand that lists any of the names it shares a line with. */
const HOUSES: ReadonlyMap<string, string> = new Map([
  ...OTHER_HOUSES.flatMap((line) => line.split(' ').map((domain) => [domain, line] as const)),
  ...KNOWN_BRANDS.toReversed().flatMap(({ domains }) =>
    domains.map((domain) => [registrableOf(domain), leaderOf(domain)] as const),
  ),
]);

function leaderOf(domain: string): string {
  const lines = KNOWN_BRANDS.filter(({ domains }) => domains.includes(domain));
  return lines[0]?.domains[0] ?? domain;
}

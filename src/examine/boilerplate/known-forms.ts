import { parse } from 'tldts';
import { hostOf, type Unit } from './units.ts';

/** What Google Groups puts under every message of a group. */
const GROUP_FORMS: readonly string[] = [
  'you received this message because you are subscribed to the google groups NAME group',
  'to unsubscribe from this group and stop receiving emails from it send an email to ADDRESS',
  'to post to this group send email to ADDRESS',
  'visit this group at LINK',
  'to view this discussion on the web visit LINK',
  'to view this discussion on the web go to LINK',
  'to view this discussion visit LINK',
  'for more options visit LINK',
  'for more options visit this group at LINK',
];

/**
 * Footers of list software and notices of filters in their exact wording, from the programs' documentation and
 * from real mail. Compared in the form of `unitsOf`: NAME stands for one or two words, LINK for a host,
 * ADDRESS for an address's. Free text fits none of them, because a form must fit from end to end.
 */
const FORMS: readonly string[] = [
  ...GROUP_FORMS,
  // Mailman 2 and 3.
  'NAME mailing list',
  'NAME mailing list ADDRESS',
  'NAME mailing list ADDRESS LINK',
  'NAME mailing list LINK',
  'liste de diffusion NAME',
  'NAME liste de diffusion',
  'NAME maillist ADDRESS',
  'to unsubscribe send an email to ADDRESS',
  'ADDRESS',
  'LINK',
  'LINK ADDRESS',
  // Majordomo and the lists of the Linux kernel.
  'to unsubscribe from this list send the line unsubscribe NAME in',
  'the body of a message to ADDRESS',
  'more majordomo info at LINK',
  'please read the faq at LINK',
  // Sympa.
  'vous recevez ce courriel car vous êtes abonné à ADDRESS',
  'vous recevez ce message car vous êtes abonné à la liste ADDRESS',
  'pour se désabonner de cette liste LINK',
  'pour vous désabonner LINK',
  'pour ne plus rien recevoir LINK',
  // LISTSERV, groups.io, Yahoo.
  'to unsubscribe from the NAME list click the following link',
  'you receive all messages sent to this group',
  'view reply online NAME LINK',
  'group owner ADDRESS',
  'unsubscribe LINK ADDRESS',
  // Notices of filters.
  'external',
  'external email',
  'external sender',
  'externe',
  'expéditeur externe',
  'ext',
  'spam',
  'caution external email',
  'caution external sender',
  'warning external email',
  'caution this email originated from outside the organization',
  'caution this email originated from outside of the organization',
  'caution this email originated from outside your organization',
  'caution this email originated from outside of your organization',
  'this email originated from outside the organization',
  'this email originated from outside of the organization',
  'this message originated from outside of your organization',
  'do not click links unless you know the sender',
  'do not click links or open attachments unless you recognize the sender and know the content is safe',
  'do not click on links or open attachments unless you recognize the sender and know the content is safe',
  'do not click on links or open attachments unless you know the sender',
  'exercise caution when opening attachments or clicking links',
  'learn why this is important',
  'learn why this is important at LINK',
  'découvrez pourquoi ceci est important',
  'découvrez pourquoi cela est important',
  'découvrez pourquoi cela est important à LINK',
  'attention ce message provient de l extérieur de l organisation',
  'attention ce message provient d un expéditeur externe',
  'ce message provient de l extérieur de votre organisation',
  'expéditeur externe soyez prudent avant d ouvrir les pièces jointes',
  'ne cliquez pas sur les liens et n ouvrez pas les pièces jointes à moins de connaître l expéditeur',
  'achtung diese e mail kommt von außerhalb der organisation',
];

const PATTERNS: readonly RegExp[] = FORMS.map(patternOf);

const GROUP_PATTERNS: readonly RegExp[] = GROUP_FORMS.map(patternOf);

/** What Exchange puts above the first mail of somebody; the address is the sender's. */
const FIRST_CONTACT: readonly RegExp[] = [
  'you don t often get email from ADDRESS',
  'some people who received this message don t often get email from ADDRESS',
  'vous ne recevez pas souvent de courriers de la part de ADDRESS',
  'vous n obtenez pas souvent d e mail à partir de ADDRESS',
  'certaines personnes ayant reçu ce message ne reçoivent pas souvent de courriers de la part de ADDRESS',
].map(patternOf);

/** A form from end to end; what stands for a name, a link or an address is captured. */
export function patternOf(form: string): RegExp {
  const pattern = form
    .replaceAll('NAME', '((?:[\\p{L}\\p{N}]{1,40} ){0,4}[\\p{L}\\p{N}]{1,40})')
    .replaceAll('LINK', 'link ([^ ]{1,100})')
    .replaceAll('ADDRESS', 'address ([^ ]{1,100})');
  return new RegExp(`^${pattern}$`, 'u');
}

/** Forms are a line or two. Attack: a text of megabytes under dozens of patterns. */
const LONGEST_FORM = 300;

/**
 * Whether a piece of added text is a shipped form of a footer or notice, from end to end. What stands for a name,
 * a link or an address must be of the list itself, or of a host that runs lists: else a link to anywhere could be put
 * under a message as its footer.
 *
 * @param list tells what names the list, or null; asked only where a form has such a place
 */
export function isKnownForm(unit: Unit, list: () => string | null): boolean {
  const forms = formsOf(unit);
  if (forms.length === 0) return false;
  if (forms.some((values) => values.length === 0)) return true;
  const own = (list() ?? '').toLowerCase().trim();
  return forms.some((values) => values.every((value) => isOf(value, own)));
}

/** What stands for names, links and addresses in each of the forms that a piece has. The same footer comes a thousand times. */
function formsOf(unit: Unit): readonly (readonly string[])[] {
  const known = forms.get(unit);
  if (known !== undefined) return known;
  const { normal } = unit;
  const found = normal.length > LONGEST_FORM ? [] : PATTERNS.flatMap((pattern) => fitted(pattern, normal));
  forms.set(unit, found);
  return found;
}

const forms = new WeakMap<Unit, readonly (readonly string[])[]>();

function fitted(pattern: RegExp, normal: string): readonly (readonly string[])[] {
  const found = pattern.exec(normal);
  return found === null ? [] : [found.slice(1)];
}

/**
 * Whether all of it is the footer of Google Groups, of a group that the author wrote to: its first line names it as an address of
 * To or Cc does, and nothing leads elsewhere. Exports and copies lose List-Id, which otherwise shows a list; the author's own
 * recipients they keep.
 *
 * @param writtenTo addresses of To and Cc
 */
export function isGroupFooter(units: readonly Unit[], writtenTo: readonly string[]): boolean {
  if (units.length === 0) return false;
  return writtenTo.slice(0, MOST_RECIPIENTS).some((address) => {
    const own = address.toLowerCase();
    const fits = (unit: Unit, pattern: RegExp | undefined): boolean =>
      unit.normal.length <= LONGEST_FORM &&
      (pattern
        ?.exec(unit.normal)
        ?.slice(1)
        .every((value) => isOf(value, own)) ??
        false);
    const isNamed = units.some((unit) => fits(unit, GROUP_PATTERNS[0]));
    return isNamed && units.every((unit) => GROUP_PATTERNS.some((pattern) => fits(unit, pattern)));
  });
}

/** Attack: a message to a hundred thousand people, with a footer to be held against each. */
const MOST_RECIPIENTS = 50;

/** Whether it is Exchange's notice that this sender writes here seldom. */
export function isFirstContact({ normal }: Unit, fromAddress: string): boolean {
  if (normal.length > LONGEST_FORM) return false;
  const own = fromAddress.slice(fromAddress.lastIndexOf('@') + 1);
  return FIRST_CONTACT.some((pattern) => {
    const address = pattern.exec(normal)?.[1];
    return address !== undefined && own !== '' && hostOf(address) === own;
  });
}

/** `[name]` or `[name 412]` of the list itself in a Subject. */
export function isOwnTag({ normal }: Unit, list: string | null): boolean {
  if (list === null || normal.length > LONGEST_FORM) return false;
  return normal.split(' ').every((word) => /^\d{1,9}$/.test(word) || list.toLowerCase().includes(word));
}

/** Hosts whose links stand under everybody's lists and notices. */
const LIST_HOSTS = ['groups.google.com', 'googlegroups.com', 'groups.io', 'lists.sourceforge.net', 'aka.ms'];

function isOf(value: string, list: string): boolean {
  const host = hostOf(value);
  if (!host.includes('.')) return host.split(' ').every((word) => list.includes(word));
  if (LIST_HOSTS.some((known) => host === known || host.endsWith(`.${known}`))) return true;
  // The list's own host, or one above or beside it: lists.example.org, www.example.org.
  const domain = parse(host).domain;
  if (domain === null) return false;
  const named = list.endsWith('>') ? list.slice(0, -1) : list;
  return named.endsWith(domain) && BEFORE_HOST.has(named.charAt(named.length - domain.length - 1));
}

/** Or nothing. */
const BEFORE_HOST: ReadonlySet<string> = new Set(['', '.', '@', '<']);

/**
 * Words that footers, notices and disclaimers have and sentences of a letter seldom do. That one is there makes
 * nothing harmless; that none is there, in a sentence of some length, makes it unlike boilerplate.
 */
const BOILERPLATE_WORDS =
  /\b(?:list|lists|listinfo|mailing|mailman|sympa|majordomo|unsubscribe|subscribe[drs]?|subscription|groups?|groupes?|inscri\p{L}*|recevez|receiv\p{L}*|unsubscrib\p{L}*|preferences|pr\u00e9f\u00e9rences|settings|archives?|digest|link|address|e ?mails?|messages?|courriels?|liste|listes|diffusion|abonn\p{L}*|d\u00e9sabonn\p{L}*|d\u00e9sinscri\p{L}*|confidenti\p{L}*|privileged|recipients?|destinataires?|disclaimer|virus(?:es)?|antivirus|attachments?|pi\u00e8ces? jointes?|sender|exp\u00e9diteurs?|external|externe?|organi[sz]ations?|caution|attention|phishing|spam|click\p{L}*|cliqu\p{L}*|printing|imprimer|sponsored|newsletter|faq|wiki|irc|www|verteiler|abmelden|absender|lista)\b/gu;

const SHORTEST_SENTENCE_WORDS = 4;
/** Footers and notices have one of their words in ten at least; a lie that speaks of a list has one in a sentence. */
const WORDS_TO_EACH = 10;

/** A sentence somebody wrote, by all that shows: long enough, and with little of what boilerplate says. */
export function isUnlikeBoilerplate({ normal }: Unit): boolean {
  const words = normal.split(' ').length;
  return (
    words >= SHORTEST_SENTENCE_WORDS && (normal.match(BOILERPLATE_WORDS) ?? []).length * WORDS_TO_EACH < words
  );
}

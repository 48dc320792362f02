/** Makers of harmless changes kept apart: other lists, filters, relays and archives than those of development. */
import { needleOf, withContentOf } from '../edits/rewrite.ts';
import { isCheckable, isFile, isPersonal, type Maker } from '../kind.ts';
import { PROGRAMS } from '../programs/programs.ts';
import { type ListSoftware, throughList, withFooter } from '../route/lists.ts';
import { resent } from '../route/resend.ts';
import { receive, rewritten } from '../route/send.ts';
import { sealArc } from '../sign/arc.ts';
import { domainOf, type Person } from '../story/terms.ts';
import { prepend, serialise, utf8, type Wire, withHeader } from '../wire/wire.ts';

const hostOf = (list: string): string => list.split('@')[1] ?? list;
const nameOf = (list: string): string => list.split('@')[0] ?? list;

/** A hosted list in the manner of a large provider. */
const HOSTED: ListSoftware = {
  headers: (list) => [
    ['Mailing-list', `list ${list}; contact owner@${hostOf(list)}`],
    ['List-ID', `<${nameOf(list)}.${hostOf(list)}>`],
    ['List-Unsubscribe', `<mailto:leave-${nameOf(list)}@${hostOf(list)}>`],
  ],
  footer: (list) =>
    `\r\n-- \r\nVous recevez ce message parce que vous êtes inscrit au groupe « ${nameOf(list)} ».\r\nPour vous désinscrire, écrivez à leave-${nameOf(list)}@${hostOf(list)}.\r\nTous les messages : https://${hostOf(list)}/g/${nameOf(list)}\r\n`,
  tag: '[volontaires] ',
  boundary: '=_groupe_00417',
};

const listed = (footer: boolean, tag: boolean): Maker => ({
  wants: isPersonal,
  make: (world, copy) => {
    const { draft } = copy.sent;
    const to: Person = { name: 'Liste', address: world.cast.list, lang: 'fr', program: 'mailer' };
    const why = `unseen-list-${footer}`;
    const posted = resent(world, copy, { ...draft, to: [to], cc: [], quote: null }, why);
    const at = draft.at + 90_000;
    const passed = throughList(world, posted.sent.signed, HOSTED, { footer, tag, signs: false, at });
    const arrival = { at, label: posted.sent.label, from: domainOf(world.cast.list) };
    const added = HOSTED.footer(world.cast.list).trim();
    return {
      wire: receive(world, passed, copy.owner, arrival),
      original: posted.sent.wire,
      signer: posted.sent.key,
      changes: footer
        ? [{ part: 'body', before: '', after: added, needle: utf8(added) }]
        : [{ part: 'subject', before: '', after: HOSTED.tag.trim(), needle: HOSTED.tag }],
    };
  },
});

const charset: Maker = {
  wants: isPersonal,
  make: (world, copy, random) => {
    const { draft } = copy.sent;
    const own = PROGRAMS[draft.from.program];
    const text = random.pick((['base64', 'quoted-printable'] as const).filter((each) => each !== own.text));
    const other = own.html === 'base64' ? 'quoted-printable' : 'base64';
    const html = own.html === null ? null : other;
    const again = rewritten(world, copy.sent, draft, { ...own, text, html }).wire;
    let wire: Wire = { headers: copy.wire.headers, body: again.body };
    for (const [name, value] of again.headers) {
      if (/^content-(?:type|transfer-encoding)$/iu.test(name)) wire = withHeader(wire, name, () => value);
    }
    return { wire, changes: [] };
  },
};

const BANNERS = [
  'Attention : ce courriel provient de l’extérieur. Ne cliquez sur aucun lien sans connaître l’expéditeur.',
  'This message was sent from outside your organisation. Please be careful with links and attachments.',
  '[EXTERNAL SENDER]',
];

const banner: Maker = {
  wants: isPersonal,
  make: (world, copy, random) => {
    const { draft } = copy.sent;
    const text = random.pick(BANNERS);
    const warned = { ...draft, text: `${text}\n\n${draft.text}` };
    return {
      wire: withContentOf(world, copy, warned),
      changes: [{ part: 'body', before: '', after: text, needle: needleOf(warned, text) }],
    };
  },
};

const forwarded: Maker = {
  wants: isPersonal,
  make: (world, copy) => {
    const { sent } = copy;
    const { domain } = world.forwarderKey;
    const at = sent.draft.at + 4000;
    const from = domainOf(sent.draft.from.address);
    const label = `${sent.label}/unseen-forward`;
    const arrived = receive(world, sent.signed, copy.owner, { at: sent.draft.at + 2000, label, from });
    const footer = '\r\n\r\n--\r\nForwarded by the alumni mail service.\r\n';
    const passed = withFooter(arrived, utf8(footer), `=_fwd_${sent.draft.at}`);
    const results = `mx.${domain};\r\n dkim=pass header.d=${sent.key?.domain ?? ''};\r\n spf=pass`;
    const sealed = sealArc(passed, world.forwarderKey, at, results);
    const wire = receive(world, prepend(sealed, ['X-Forwarded-To', copy.owner.address]), copy.owner, {
      at,
      label: `${label}/2`,
      from: domain,
    });
    return { wire, changes: [{ part: 'body', before: '', after: footer.trim(), needle: utf8(footer) }] };
  },
};

const stuffed: Maker = {
  wants: (copy, world) => isPersonal(copy, world) && PROGRAMS[copy.sent.draft.from.program].text !== 'base64',
  make: (world, copy) => {
    const { draft } = copy.sent;
    const line = 'From May to June: closed.';
    const again = resent(world, copy, { ...draft, text: `${line}\n${draft.text}` }, 'unseen-from');
    const body = again.wire.body.replace(/(^|\r\n)From /gu, '$1>From ');
    return {
      wire: { ...again.wire, body },
      original: again.wire,
      signer: again.sent.key,
      changes: [{ part: 'body', before: line, after: `>${line}`, needle: '>From May' }],
    };
  },
};

const raw = (change: (text: string) => string): Maker => ({
  wants: (copy, world) => isFile(copy) && isPersonal(copy, world),
  make: (_world, copy) => ({ wire: copy.wire, raw: change(serialise(copy.wire)), changes: [] }),
});

const blotted: Maker = {
  wants: isCheckable,
  make: (_world, copy) => ({
    wire: withHeader(copy.wire, 'Received', (value) =>
      value.replace(/\bid [A-Za-z0-9.-]+/u, 'id 0').replace(/for <[^>]*>/u, 'for <x@x.invalid>'),
    ),
    changes: [],
  }),
};

/** By the name of their kind; the others keep the maker they had. */
export const UNSEEN_BENIGN: Readonly<Record<string, Maker>> = {
  'list-footer': listed(true, false),
  'list-tag': listed(false, true),
  'charset-reencoding': charset,
  'security-banner': banner,
  'forwarding-arc': forwarded,
  'from-stuffing': stuffed,
  'lf-line-ends': raw((text) => text.replaceAll('\r\n', '\n').trimEnd()),
  'no-final-newline': raw((text) => `${text.trimEnd()}\r\n\r\n\r\n\r\n`),
  'anonymised-ids': blotted,
};

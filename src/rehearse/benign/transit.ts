/** What servers and lists on the way do to honest mail. */

import { needleOf, withContentOf } from '../edits/rewrite.ts';
import { isPersonal, type Kind, type Maker } from '../kind.ts';
import type { MailProgram } from '../programs/program.ts';
import { PROGRAMS } from '../programs/programs.ts';
import { type ListSoftware, MAILMAN, SYMPA, throughList, withFooter } from '../route/lists.ts';
import { resent } from '../route/resend.ts';
import { receive, rewritten } from '../route/send.ts';
import { sealArc } from '../sign/arc.ts';
import type { Person } from '../story/terms.ts';
import { domainOf } from '../story/terms.ts';
import type { Wire } from '../wire/wire.ts';
import { prepend, utf8, withHeader } from '../wire/wire.ts';

const listMaker = (software: ListSoftware, footer: boolean, tag: boolean): Maker => ({
  wants: isPersonal,
  make: (world, copy, random) => {
    const { draft } = copy.sent;
    const volunteers: Person = {
      name: 'Volontaires',
      address: world.cast.list,
      lang: 'fr',
      program: 'mailer',
    };
    const posted = resent(world, copy, { ...draft, to: [volunteers], cc: [], quote: null }, 'list');
    const at = draft.at + 40_000;
    const signs = random.chance(0.5);
    const listed = throughList(world, posted.sent.signed, software, { footer, tag, signs, at });
    const arrival = { at, label: posted.sent.label, from: domainOf(world.cast.list) };
    const added = software.footer(world.cast.list);
    return {
      wire: receive(world, listed, copy.owner, arrival),
      original: posted.sent.wire,
      signer: posted.sent.key,
      changes: [
        ...(footer ? [{ part: 'body', before: '', after: added, needle: utf8(added) } as const] : []),
        ...(tag
          ? [{ part: 'subject', before: '', after: software.tag.trim(), needle: software.tag } as const]
          : []),
      ],
    };
  },
});

export const listFooter: Kind = {
  name: 'list-footer',
  class: 'benign',
  number: 1,
  detectableBy: [],
  makers: { development: listMaker(MAILMAN, true, false), 'held-out': listMaker(SYMPA, true, false) },
  summary: 'a mailing list added its footer',
};

export const listTag: Kind = {
  name: 'list-tag',
  class: 'benign',
  number: 2,
  detectableBy: [],
  makers: { development: listMaker(MAILMAN, false, true), 'held-out': listMaker(SYMPA, false, true) },
  summary: 'a mailing list put its tag before the subject',
};

/** The bodies keep their words; how they are written down is another. */
const reencoder = (change: (program: MailProgram) => MailProgram): Maker => ({
  wants: isPersonal,
  make: (world, copy) => {
    const { draft } = copy.sent;
    const again = rewritten(world, copy.sent, draft, change(PROGRAMS[draft.from.program])).wire;
    let wire: Wire = { headers: copy.wire.headers, body: again.body };
    for (const [name, value] of again.headers) {
      if (/^content-(?:type|transfer-encoding)$/iu.test(name)) wire = withHeader(wire, name, () => value);
    }
    return { wire, changes: [] };
  },
});

export const charsetReencoding: Kind = {
  name: 'charset-reencoding',
  class: 'benign',
  number: 7,
  detectableBy: [],
  makers: {
    development: reencoder((program) => ({
      ...program,
      text: program.text === 'quoted-printable' ? '8bit' : 'quoted-printable',
    })),
    'held-out': reencoder((program) => ({
      ...program,
      charset: program.charset === 'utf-8' ? 'windows-1252' : 'utf-8',
      text: program.text === 'base64' ? 'quoted-printable' : 'base64',
    })),
  },
  summary: 'a relay wrote the same words in another encoding',
};

const banner = (text: string, tag: string): Maker => ({
  wants: isPersonal,
  make: (world, copy) => {
    const { draft } = copy.sent;
    const warned = { ...draft, text: `${text}\n\n${draft.text}` };
    const wire = withContentOf(world, copy, warned);
    return {
      wire: tag === '' ? wire : withHeader(wire, 'Subject', (subject) => tag + subject),
      changes: [
        { part: 'body', before: '', after: text, needle: needleOf(warned, text.split('\n')[0] ?? '') },
        ...(tag === '' ? [] : [{ part: 'subject', before: '', after: tag.trim(), needle: tag } as const]),
      ],
    };
  },
});

export const securityBanner: Kind = {
  name: 'security-banner',
  class: 'benign',
  number: 8,
  detectableBy: [],
  makers: {
    development: banner(
      'CAUTION: This email originated from outside the organization. Do not click links unless you know the sender.',
      '',
    ),
    'held-out': banner(
      '*** Expéditeur externe : soyez prudent avant d’ouvrir les pièces jointes. ***',
      '[EXT] ',
    ),
  },
  summary: 'a filter put its warning on top',
};

const forwarder = (footer: string): Maker => ({
  wants: isPersonal,
  make: (world, copy) => {
    const { sent } = copy;
    const domain = world.forwarderKey.domain;
    const at = sent.draft.at + 6000;
    const arrived = receive(world, sent.signed, copy.owner, {
      at: sent.draft.at + 2000,
      label: `${sent.label}/to-forwarder`,
      from: domainOf(sent.draft.from.address),
    });
    const passed = footer === '' ? arrived : withFooter(arrived, utf8(footer), `=_relais_${sent.draft.at}`);
    const sealed = sealArc(
      passed,
      world.forwarderKey,
      at,
      `mx.${domain};\r\n dkim=pass header.d=${sent.key?.domain ?? ''}`,
    );
    const wire = receive(
      world,
      prepend(sealed, ['X-Forwarded-For', `alias@${domain} ${copy.owner.address}`]),
      copy.owner,
      { at, label: `${sent.label}/forwarded`, from: domain },
    );
    return {
      wire,
      changes:
        footer === '' ? [] : [{ part: 'body', before: '', after: footer.trim(), needle: utf8(footer) }],
    };
  },
});

export const forwardingArc: Kind = {
  name: 'forwarding-arc',
  class: 'benign',
  number: 9,
  detectableBy: [],
  makers: {
    development: forwarder(''),
    'held-out': forwarder('\r\n--\r\nCourriel relayé par le service des anciens élèves.\r\n'),
  },
  summary: 'forwarded by a server that seals with ARC',
};

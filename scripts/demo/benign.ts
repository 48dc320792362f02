/** Genuine messages that something harmless happened to. */
import { deliver } from './deliver.ts';
import { type Mail, serialise } from './mime.ts';
import { CAMILLE, NADIA, PRESS } from './people.ts';
import type { Tampered } from './tampered.ts';

const DOMAIN = 'campagne-rivage.example';

/** Saved by a program that writes LF and adds an empty line at the end. */
export function touchedLineEnds(): Tampered {
  const mail: Mail = {
    id: `20200216.beach@${DOMAIN}`,
    from: NADIA,
    to: CAMILLE,
    subject: 'Réunion plage nord',
    date: '2020-02-16T16:10:00Z',
    text: 'Vingt-trois personnes, dont le maître-nageur. Ils demandent surtout des douches.\n\nNadia',
  };
  return {
    message: `${serialise(deliver(mail).message)}\r\n`.replaceAll('\r\n', '\n'),
    truth: {
      what: 'saved with LF line ends and an empty line more at the end',
      made: 'benign-change',
      accept: ['authentic'],
      reasons: ['dkim-aligned'],
    },
  };
}

/** A mailbox put ">" before a line of the text that begins with "From ", and nobody took it away. */
export function stuffed(): Tampered {
  const mail: Mail = {
    id: `20200217.station@${DOMAIN}`,
    from: PRESS,
    to: CAMILLE,
    subject: 'For the English guests',
    date: '2020-02-17T09:50:00Z',
    text: 'Directions for Saturday:\n\nFrom the station take line 2 to the harbour.\nThe hall is the blue door.',
  };
  return {
    message: serialise(deliver(mail).message).replace('\r\nFrom the station', '\r\n>From the station'),
    truth: {
      what: 'a mailbox file put ">" before a line that begins with "From "',
      made: 'benign-change',
      accept: ['authentic'],
      reasons: ['dkim-aligned-except'],
    },
  };
}

/** Exported by a webmail: labels in front, nothing else. */
export function reexported(): Tampered {
  const mail: Mail = {
    id: `20200219.announce@${DOMAIN}`,
    from: PRESS,
    to: CAMILLE,
    subject: 'Annonce pour le débat',
    date: '2020-02-19T10:00:00Z',
    text: 'Relu et corrigé. On publie à midi.',
    forwarded: serialise(
      deliver({
        id: `20200218.draft@${DOMAIN}`,
        from: NADIA,
        to: PRESS,
        subject: 'Brouillon de l’annonce',
        date: '2020-02-18T15:00:00Z',
        text: 'Débat jeudi 20 février, 20 h, salle des fêtes. Entrée libre.',
        encoding: 'quoted-printable',
      }).message,
    ),
  };
  return {
    message: `X-Labels: INBOX,Important\r\n${serialise(deliver(mail).message)}`,
    truth: {
      what: 'exported by a webmail that put its labels in front; carries another message',
      made: 'benign-change',
      accept: ['authentic'],
      reasons: ['dkim-aligned'],
    },
  };
}

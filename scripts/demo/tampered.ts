/** Messages somebody changed or made up, each in one way, and what truth.json says of it. */
import { utf8 } from './bytes.ts';
import { deliver, receive } from './deliver.ts';
import { sign } from './dkim-sign.ts';
import { type Composed, compose, type Header, type Mail, serialise } from './mime.ts';
import { CAMILLE, INVENTED, LOOKALIKE, OLIVIA, THEO } from './people.ts';
import type { Truth } from './truth.ts';

export interface Tampered {
  readonly message: string;
  readonly truth: Omit<Truth, 'path'>;
}

const DOMAIN = 'campagne-rivage.example';

const TRANSFER: Mail = {
  id: `20200224.transfer@${DOMAIN}`,
  from: THEO,
  to: CAMILLE,
  subject: 'Virement imprimerie',
  date: '2020-02-24T09:12:44Z',
  text: "Le virement de 1 050 € à l'imprimerie est parti du compte de campagne.\n\nThéo",
};

const MEETING: Mail = {
  id: `20200225.meeting@${DOMAIN}`,
  from: CAMILLE,
  to: THEO,
  subject: 'Réunion avec les pêcheurs',
  date: '2020-02-25T17:31:09Z',
  text: 'Salle du port, 18 h 30. Ils veulent parler du quai et du prix des anneaux.\n\nCamille',
};

const NOTE: Mail = {
  id: `20200226.note@${DOMAIN}`,
  from: THEO,
  to: CAMILLE,
  subject: 'Note sur le quai',
  date: '2020-02-26T11:02:51Z',
  text: 'Coût estimé par les services : 2,1 M€ sur trois ans. À ne pas promettre avant étude.\n\nThéo',
};

/** The text edited after signing: one figure. */
export function editedBody(): Tampered {
  const { message } = deliver(TRANSFER);
  return {
    message: serialise(message).replace(utf8("1 050 € à l'imprimerie"), utf8("41 050 € à l'imprimerie")),
    truth: {
      what: 'the amount in the text was edited after signing (1 050 € became 41 050 €)',
      made: 'forgery',
      accept: ['altered'],
      reasons: ['header-good-body-changed'],
    },
  };
}

/** The Subject edited after signing. */
export function editedSubject(): Tampered {
  const { message } = deliver(MEETING);
  const forged = compose({ ...MEETING, subject: 'Réunion discrète avec les promoteurs' });
  const headers = message.headers.map(
    (header): Header => (header[0] === 'Subject' ? subjectOf(forged) : header),
  );
  return {
    message: serialise({ headers, body: message.body }),
    truth: {
      what: 'the Subject was replaced after signing',
      made: 'forgery',
      accept: ['altered'],
      reasons: ['header-changed'],
    },
  };
}

/** A second From put in front: verifiers that look at the last one say "pass", readers show the first. */
export function secondFrom(): Tampered {
  const { message } = deliver(NOTE);
  const headers: Header[] = [
    ['From', 'Camille Aubrac <camille@campagne-rivage.example>'],
    ...message.headers,
  ];
  return {
    message: serialise({ headers, body: message.body }),
    truth: {
      what: 'a second From stands before the signed one',
      made: 'forgery',
      accept: ['altered'],
      reasons: ['extra-from'],
    },
  };
}

/** Signed with l=, and text appended behind it. */
export function appended(): Tampered {
  const mail: Mail = {
    id: '20200227.numbers@harrow-polling.example',
    from: OLIVIA,
    to: CAMILLE,
    subject: 'Numbers by age group',
    date: '2020-02-27T15:44:00Z',
    text: 'Dear Camille,\n\nunder 35: 28, 35 to 59: 32, 60 and over: 33. Cells are small, handle with care.\n\nOlivia',
  };
  const { message } = deliver(mail, { withLength: true });
  const addition =
    '\r\nPS: as agreed by phone, we weighted the young ones down until you came out ahead.\r\n';
  return {
    message: serialise({ headers: message.headers, body: message.body + addition }),
    truth: {
      what: 'a sentence was appended behind the length the signature covers (l=)',
      made: 'forgery',
      accept: ['altered', 'doubtful'],
      reasons: ['body-beyond-length'],
    },
  };
}

/** Made up, and signed with a key of the forger's own under the campaign's name. */
export function inventedKey(): Tampered {
  const mail: Mail = {
    id: `20200228.offshore@${DOMAIN}`,
    from: THEO,
    to: CAMILLE,
    subject: 'Compte au Luxembourg',
    date: '2020-02-28T22:14:30Z',
    text: 'Le reste est sur le compte au Luxembourg, ne le note nulle part.\n\nThéo',
  };
  return {
    message: serialise(
      receive(sign(compose(mail), INVENTED, { at: mail.date }), mail.date, `mail.${DOMAIN}`),
    ),
    truth: {
      what: 'made up; signed with an invented key under the selector of the campaign',
      made: 'forgery',
      accept: ['unverified', 'doubtful', 'altered'],
      reasons: ['key-mismatch'],
    },
  };
}

/** Made up, with the signature of a genuine message pasted in. */
export function transplanted(genuine: Composed): Tampered {
  const signature = genuine.headers.find(([name]) => name === 'DKIM-Signature');
  const mail: Mail = {
    id: `20200229.pact@${DOMAIN}`,
    from: CAMILLE,
    to: THEO,
    subject: 'Accord avec Cap Port',
    date: '2020-02-29T08:20:00Z',
    text: 'Ils se retirent au second tour, on leur laisse le port. Rien par écrit.\n\nCamille',
  };
  const composed = compose(mail);
  const headers = signature === undefined ? composed.headers : [signature, ...composed.headers];
  return {
    message: serialise(receive({ headers, body: composed.body }, mail.date, `mail.${DOMAIN}`)),
    truth: {
      what: 'made up; the signature was taken from another message of the campaign',
      made: 'forgery',
      accept: ['altered', 'doubtful'],
      reasons: ['header-changed'],
    },
  };
}

/** Phishing from the look-alike domain, properly signed by it. */
export function lookalike(): Tampered {
  const mail: Mail = {
    id: '20200302.reset@carnpagne-rivage.example',
    from: 'Support Rivage <support@carnpagne-rivage.example>',
    to: CAMILLE,
    subject: 'Votre mot de passe expire',
    date: '2020-03-02T06:58:03Z',
    text: 'Bonjour,\n\nvotre mot de passe expire ce soir. Renouvelez-le ici : https://carnpagne-rivage.example/session\n\nLe support',
  };
  return {
    message: serialise(
      receive(sign(compose(mail), LOOKALIKE, { at: mail.date }), mail.date, 'mail.carnpagne-rivage.example'),
    ),
    truth: {
      what: 'phishing from a look-alike domain (rn for m), signed by that domain; its key is not in keys.jsonl',
      made: 'phishing',
      accept: ['unverified', 'doubtful'],
      reasons: ['key-missing'],
    },
  };
}

/** No signature at all, in the style of the house. */
export function unsignedForgery(): Tampered {
  const mail: Mail = {
    id: `20200301.friends@${DOMAIN}`,
    from: CAMILLE,
    to: THEO,
    subject: 'Les amis du port',
    date: '2020-03-01T21:40:00Z',
    text: 'Fais passer leur don par trois noms différents, comme en janvier.\n\nCamille',
  };
  return {
    message: serialise(compose(mail)),
    truth: {
      what: 'made up, without any signature',
      made: 'forgery',
      accept: ['unverified', 'doubtful'],
      reasons: ['no-signature'],
    },
  };
}

function subjectOf(message: Composed): Header {
  return message.headers.find(([name]) => name === 'Subject') ?? ['Subject', ''];
}

/** Sends a mail of the story: signs it as its domain does and adds what the servers on the way add. */
import { type SignOptions, sign } from './dkim-sign.ts';
import { type Composed, compose, type Mail, rfc5322Date, serialise } from './mime.ts';
import { addressOf, domainOf, LIST, SIGNERS, VOLUNTEERS } from './people.ts';

export interface Delivered {
  readonly mail: Mail;
  readonly message: Composed;
}

/** As the recipient's mailbox holds it: signed by the sender's server, received by the campaign's. */
export function deliver(mail: Mail, options: Partial<SignOptions> = {}): Delivered {
  const signer = SIGNERS[domainOf(mail.from)];
  const composed = compose(mail);
  const signed = signer === undefined ? composed : sign(composed, signer, { at: mail.date, ...options });
  return { mail, message: receive(signed, mail.date, `mail.${domainOf(mail.from)}`) };
}

/** Without a signature: a draft, or the copy in the folder of sent mail. */
export function keepUnsigned(mail: Mail): Delivered {
  return { mail, message: compose(mail) };
}

/** Through the volunteers' list: a tag before the subject, a footer, the list's own signature. */
export function throughList(mail: Mail): Delivered {
  const author = deliver(mail).message;
  const headers = author.headers.map(([name, value]): readonly [string, string] =>
    name === 'Subject' ? [name, `[volontaires] ${value}`] : [name, value],
  );
  const footer = `_______________________________________________\r\nvolontaires mailing list\r\n${VOLUNTEERS}\r\nhttps://listes-rivage.example/volontaires\r\n`;
  const listed: Composed = {
    headers: [
      ['List-Id', '<volontaires.listes-rivage.example>'],
      ['List-Unsubscribe', '<https://listes-rivage.example/volontaires/leave>'],
      ['Precedence', 'list'],
      ...headers,
    ],
    body: `${author.body}${footer}`,
  };
  const later = new Date(Date.parse(mail.date) + 40_000).toISOString();
  const signed = sign(listed, LIST, {
    at: later,
    signed: ['list-id', 'from', 'subject', 'date', 'message-id'],
  });
  return { mail, message: receive(signed, later, 'listes-rivage.example') };
}

/** The message as it lies in the mailbox of whoever received it. */
export function receive(message: Composed, date: string, by: string): Composed {
  const arrived = new Date(Date.parse(date) + 3_000).toISOString();
  const queue = Buffer.from(`${date}${by}`).toString('hex').slice(-10).toUpperCase();
  const received = `from ${by} (${by} [192.0.2.25])\r\n by mx.campagne-rivage.example with ESMTPS id ${queue};\r\n ${rfc5322Date(arrived)}`;
  return { headers: [['Received', received], ...message.headers], body: message.body };
}

/** The words of a message that was delivered. */
export function textOf(delivered: Delivered): string {
  return serialise(delivered.message);
}

/** Whose it says it is. */
export function senderOf(delivered: Delivered): string {
  return addressOf(delivered.mail.from);
}

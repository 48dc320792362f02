/** The trace fields servers leave (RFC 5321 4.4), each with the queue id its software makes. */
import { eximId, postfixId, postfixShortId, sendmailId } from '../clocks/clocks.ts';
import type { Random } from '../random.ts';
import { mailDate, parisOffset } from '../wire/dates.ts';
import type { Header } from '../wire/wire.ts';
import type { ServerSoftware } from '../world.ts';

/** One server's taking over from another. */
export interface Hop {
  readonly software: ServerSoftware;
  readonly from: string;
  readonly by: string;
  readonly to: string;
  /** Milliseconds since 1970: the server's true clock. */
  readonly at: number;
  /** What the Received field says, where it is not the truth. */
  readonly shown?: number;
}

/** The field of one hop. Addresses are of the block for documentation (RFC 5737). */
export function received(hop: Hop, random: Random): Header {
  const shown = hop.shown ?? hop.at;
  const address = `192.0.2.${random.between(1, 254)}`;
  const date = mailDate(shown, hop.software === 'exchange' ? 0 : parisOffset(shown));
  return ['Received', `${trace(hop, address, random)};\r\n ${date}`];
}

function trace({ software, from, by, to, at }: Hop, address: string, random: Random): string {
  const host = `${from} (${from} [${address}])`;
  switch (software) {
    case 'postfix':
      return `from ${host}\r\n by ${by} (Postfix) with ESMTPS id ${postfixId(at, random)}\r\n for <${to}>`;
    case 'postfix-short':
      return `from ${host}\r\n by ${by} (Postfix) with ESMTPS id ${postfixShortId(at, random)}\r\n for <${to}>`;
    case 'exim':
      return `from [${address}] (helo=${from})\r\n by ${by} with esmtpsa (Exim 4.92)\r\n id ${eximId(at, random)}`;
    case 'sendmail':
      return `from ${host}\r\n by ${by} (8.15.2/8.15.2) with ESMTPS id ${sendmailId(at, random)}\r\n for <${to}>`;
    case 'google':
      return `by 2002:a05:${random.hex(4)}:${random.hex(3)}:: with SMTP id ${random.letters(12)}.${random.between(1, 60)}.${Math.floor(at)}`;
    case 'exchange':
      return `from ${from} (${address}) by\r\n ${by} with Microsoft SMTP Server (version=TLS1_2,\r\n cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.20.${random.between(1000, 4000)}.${random.between(10, 30)}`;
  }
}

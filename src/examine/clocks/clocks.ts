import type { ParsedMessage } from '../../parse/mime/message.ts';
import type { Clock } from './clock.ts';
import { decodeExchange } from './exchange.ts';
import { decodeExim } from './exim.ts';
import { ClockFields } from './fields.ts';
import { decodeGmail } from './gmail.ts';
import { decodeJavaMail } from './java-mail.ts';
import { decodeLiteralIds } from './literal-ids.ts';
import { decodeOutlook } from './outlook.ts';
import { decodePostfix } from './postfix.ts';
import { decodeSendmail } from './sendmail.ts';
import { decodeShown } from './shown.ts';
import { decodeSignatureTimes } from './signature-times.ts';
import { decodeThreadIndex } from './thread-index.ts';
import { decodeUnixSeconds } from './unix-seconds.ts';
import { decodeUuids } from './uuid.ts';

/** A family of stamps: what it finds in one message, gated against what only looks like it. Never throws. */
export type ClockDecoder = (fields: ClockFields) => Clock[];

const HIDDEN_CLOCK_DECODERS: readonly ClockDecoder[] = [
  decodeOutlook,
  decodeThreadIndex,
  decodeExchange,
  decodeGmail,
  decodeExim,
  decodeSendmail,
  decodePostfix,
  decodeJavaMail,
  decodeUnixSeconds,
  decodeLiteralIds,
  decodeUuids,
];

const WANTED: ReadonlySet<string> = new Set([
  'date',
  'received',
  'x-received',
  'message-id',
  'thread-index',
  'x-ms-exchange-crosstenant-network-message-id',
  'x-ms-exchange-organization-network-message-id',
  'x-ms-office365-filtering-correlation-id',
  'x-ms-exchange-crosstenant-originalarrivaltime',
  'x-originalarrivaltime',
  'x-gm-thrid',
  'x-gm-msgid',
  'dkim-signature',
  'arc-message-signature',
  'arc-seal',
]);

/**
 * Every clock of a message's header fields and MIME boundaries, shown and hidden, in order of decoder
 * (docs/clocks.md). A hidden clock can show an inconsistency; it never shows that a message is authentic.
 */
export function clocksOf(message: ParsedMessage): readonly Clock[] {
  const { fields, clocks } = hiddenClocks(message);
  return [...decodeShown(fields), ...clocks, ...decodeSignatureTimes(fields)];
}

/** Those that nobody shows and nobody signs separately: what a judge compares. */
export function hiddenClocks(message: ParsedMessage): { fields: ClockFields; clocks: readonly Clock[] } {
  const fields = new ClockFields(message, WANTED);
  const clocks: Clock[] = [];
  for (const decode of HIDDEN_CLOCK_DECODERS) for (const clock of decode(fields)) clocks.push(clock);
  return { fields, clocks };
}

import { type Clock, clock, isPlausible } from './clock.ts';
import type { ClockFields } from './fields.ts';

/** `<8035997.1026911353216.JavaMail.root@host>`, Zimbra's `….JavaMail.zimbra@`, Yahoo's `<n.n.1577836800000@mail.yahoo.com>`. */
const MESSAGE_ID = /^(?:\d{1,12}\.){1,3}(\d{12,13})(?:\.JavaMail\.[^@>]{0,60})?@/;
/** `----=_Part_9669289_894881286.1578669344798`. */
const BOUNDARY = /^-{2,6}=_Part_-?\d{1,12}_-?\d{1,12}\.(\d{12,13})$/;

/** JavaMail, and the services built on it: milliseconds as the last number of ids and boundaries. */
export function decodeJavaMail(fields: ClockFields): Clock[] {
  const clocks: Clock[] = [];
  const field = fields.messageId;
  const id = field === null ? undefined : MESSAGE_ID.exec(field.value)?.[1];
  const rest = { family: 'java-mail', event: 'written', error: 1000 } as const;
  if (field !== null && id !== undefined && isPlausible(Number(id))) {
    clocks.push(clock(field, { ...rest, source: 'java-mail-message-id', time: Number(id), basis: id }));
  }
  for (const boundary of fields.boundaries) {
    const basis = BOUNDARY.exec(boundary.value)?.[1];
    if (basis === undefined || !isPlausible(Number(basis))) continue;
    clocks.push(clock(boundary, { ...rest, source: 'java-mail-boundary', time: Number(basis), basis }));
  }
  return clocks;
}

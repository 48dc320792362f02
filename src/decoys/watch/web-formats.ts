import { type Found, found } from './found.ts';

/** Where the moment stands in the common and combined log format; before it host, identity and user. */
const MOMENT = /\[\d\d\/[A-Z][a-z]{2}\/\d{4}:[^\]]{8,30}\] "/;
/** Behind the moment: request, status, bytes, referrer and program. */
const REQUEST =
  /^((?:[^"\\]|\\.){0,4000})" (\d{3}) \S{1,20}(?: "(?:[^"\\]|\\.){0,4000}" "((?:[^"\\]|\\.){0,2000})")?/;
/** What stands before the moment: three words, and perhaps the beginning of a syslog line. */
const MOST_BEFORE = 700;

/** Common and combined log format of Apache and nginx: the last word before the moment is the user of HTTP authentication. */
export function accessLog(line: string): Found | null {
  const moment = MOMENT.exec(line);
  if (moment === null) return null;
  const before = line
    .slice(Math.max(0, moment.index - MOST_BEFORE), moment.index)
    .trim()
    .split(' ');
  const [user, address] = [before.at(-1), before.at(-3)];
  if (user === undefined || address === undefined || user === '-' || user === '""') return null;
  const [, request, status, client] = REQUEST.exec(line.slice(moment.index + moment[0].length)) ?? [];
  if (status === undefined) return null;
  const outcome = status === '401' || status === '403' ? 'failed' : 'ok';
  return found('http', user, outcome, address, client, request?.replace(/ HTTP\/[\d.]+$/, ''));
}

/** Error logs: nginx's `user "x" was not found`, Apache's AH01617 and AH01618, AH01790 and its neighbours for digests. */
export function serverError(line: string): Found | null {
  const nginx = /\buser "([^"]{1,300})"(?: was not found|: password mismatch)/.exec(line)?.[1];
  const apache = /\bAH0161[78]: user ([^:\s]{1,300})(?::| not found)/.exec(line)?.[1];
  const digest = /\bAH017[89]\d: user [`']([^'\s]{1,300})'/.exec(line)?.[1];
  const user = nginx ?? apache ?? digest;
  if (user === undefined) return null;
  const address = /\bclient:? ([0-9A-Fa-f.:]{3,45}?)(?::\d{1,5})?[\],]/.exec(line)?.[1];
  return found('http', user, 'failed', address);
}

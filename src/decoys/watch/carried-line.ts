import type { Fields } from './audit-record.ts';

/** Of the journal (microseconds), of Docker, and of what forwards logs as JSON. */
export const CARRIED_TIMES = ['realtimetimestamp', 'sourcerealtimetimestamp', 'time', 'timestamp'] as const;

/**
 * The line that a record of systemd's journal (`MESSAGE`), of Docker (`log`) or of a forwarder (`message`) carries, with the
 * program's name before it where the record has it in a field of its own; null where it carries none.
 */
export function carriedLine(fields: Fields): string | null {
  const line = ['message', 'log', 'msg'].flatMap((name) => fields.get(name) || [])[0];
  if (line === undefined) return null;
  const program = ['syslogidentifier', 'appname', 'program', 'comm'].flatMap(
    (name) => fields.get(name) || [],
  )[0];
  return program === undefined ? line.trimEnd() : `${program}: ${line.trimEnd()}`;
}

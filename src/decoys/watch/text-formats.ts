import { type Found, found } from './found.ts';
import { accessLog, serverError } from './web-formats.ts';

/** Patterns have no nested repetition, and every run in them is bounded: the line is the attacker's. */
const FORMATS: readonly ((line: string) => Found | null)[] = [dovecot, postfix, sshd, accessLog, serverError];

/** What a line of a server's log says of an attempt to sign in; null for any other line. */
export function signInOf(line: string): Found | null {
  for (const format of FORMATS) {
    const found = format(line);
    if (found !== null) return found;
  }
  return null;
}

/**
 * `imap-login: Login: user=<a@b>, method=PLAIN, rip=192.0.2.1`, and the auth process's `passwd-file(user,ip,<id>): …`
 * (since 2.4 `auth(user,ip,…): passwd-file: …`).
 */
function dovecot(line: string): Found | null {
  const login = /(?:imap|pop3|managesieve|submission)-login: (.{1,200}?)(?:user=<([^>]{1,300})>|$)/.exec(
    line,
  );
  if (login?.[2] !== undefined) {
    const address = /\brip=([0-9A-Fa-f.:]{3,45})/.exec(line)?.[1];
    const method = /\bmethod=([\w-]{1,30})/.exec(line)?.[1];
    const outcome = /^(?:Info: )?(?:Login|Logged in): /.test(login[1] ?? '') ? 'ok' : 'failed';
    return found('dovecot', login[2], outcome, address, undefined, method);
  }
  const newer = /\bauth\(([^,()]{1,300}),([0-9A-Fa-f.:]{3,45})[^)]{0,100}\): (.{1,200})/.exec(line);
  if (newer !== null) return dovecotAuth(newer);
  if (!/\bauth(?:-worker)?(?:\(\d+\))?: /.test(line)) return null;
  const auth =
    /: (?:[\w-]{1,30}: )?[\w-]{1,30}\(([^,()]{1,300}),([0-9A-Fa-f.:]{3,45})[^)]{0,100}\): (.{1,200})/.exec(
      line,
    );
  return auth === null ? null : dovecotAuth(auth);
}

/** Account, address, and what became of it. */
function dovecotAuth([, user, address, told]: readonly string[]): Found | null {
  const failed = /mismatch|unknown user|failed|invalid/i.test(told ?? '');
  return found('dovecot', user, failed ? 'failed' : 'unknown', address, undefined, told);
}

/** RFC 4954 in Postfix: `client=host[ip], sasl_method=LOGIN, sasl_username=user`, and the warning of a failure. */
function postfix(line: string): Found | null {
  const user = /\bsasl_username=([^\s,]{1,300})/.exec(line)?.[1];
  if (user === undefined) return null;
  const address = /\[([0-9A-Fa-f.:]{3,45})\]/.exec(
    line.slice(Math.max(0, line.search(/(?:client=|warning: )/))),
  )?.[1];
  const method = /\bsasl_method=([\w-]{1,30})|\bSASL ([\w-]{1,30}) /.exec(line);
  const failed = /authentication failed/.test(line);
  return found('postfix', user, failed ? 'failed' : 'ok', address, undefined, method?.[1] ?? method?.[2]);
}

/** `sshd[5]: `, also of its parts since OpenSSH 9.8, as RFC 5424 writes it (`sshd 5 - - `), and where syslog counts repetitions. */
const SSHD_BEGIN =
  /\bsshd(?:-session|-auth)?(?:(?:\[\d{1,9}\])?: | (?:\d{1,9}|-) \S{1,40} (?:-|\[[^\]]{0,200}\]) \uFEFF?)(?:message repeated \d{1,9} times: \[ )?/;
const SSHD =
  /^(?:error: )?(?:(Accepted|Failed|Postponed) ([\w/-]{1,40}) for (?:invalid user )?|(Invalid user|(?:Connection (?:closed|reset) by|Disconnected from|Disconnecting) (?:authenticating |invalid )?user|User|maximum authentication attempts exceeded for(?: invalid user)?) )(.{1,300}?) (?:from )?([0-9A-Fa-f.:]{3,45})(?:%\w{1,20})? (?:port \d|not allowed)/;
/** The line of PAM before or beside sshd's own: the address comes first. */
const SSHD_PAM =
  /^pam_unix\(sshd:auth\): authentication failure;.{0,200} rhost=([0-9A-Fa-f.:]{3,45}) .{0,40}\buser=(\S{1,300})/;

function sshd(line: string): Found | null {
  const begin = SSHD_BEGIN.exec(line);
  if (begin === null) return null;
  const told = line.slice(begin.index + begin[0].length);
  const match = SSHD.exec(told);
  if (match !== null) {
    const [, verb, method, other, user, address] = match;
    // `Disconnected from user` is the end of a session that was let in.
    const isLetIn = verb === 'Accepted' || other === 'Disconnected from user';
    const outcome = isLetIn ? 'ok' : verb === 'Postponed' ? 'unknown' : 'failed';
    return found('sshd', user, outcome, address, undefined, method ?? other);
  }
  const pam = SSHD_PAM.exec(told);
  return pam === null ? null : found('sshd', pam[2], 'failed', pam[1], undefined, 'pam');
}

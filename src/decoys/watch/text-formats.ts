import { type SignIn, shortened } from './sign-in.ts';

/** All but the time, which every format has in its own place (log-time.ts). */
type Found = Omit<SignIn, 'at'>;

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

/** `imap-login: Login: user=<a@b>, method=PLAIN, rip=192.0.2.1`, and the auth process's `passwd-file(user,ip,<id>): …`. */
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
  if (!/\bauth(?:-worker)?(?:\(\d+\))?: /.test(line)) return null;
  const auth =
    /: (?:[\w-]{1,30}: )?[\w-]{1,30}\(([^,()]{1,300}),([0-9A-Fa-f.:]{3,45})[^)]{0,100}\): (.{1,200})/.exec(
      line,
    );
  if (auth === null) return null;
  const failed = /mismatch|unknown user|failed|invalid/i.test(auth[3] ?? '');
  return found('dovecot', auth[1], failed ? 'failed' : 'unknown', auth[2], undefined, auth[3]);
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

const SSHD =
  /\bsshd(?:-session)?(?:\[\d+\])?: (?:error: )?(?:(Accepted|Failed|Postponed) ([\w/-]{1,40}) for (?:invalid user )?|(Invalid user|(?:Connection (?:closed|reset) by|Disconnected from|Disconnecting) (?:authenticating |invalid )?user|User|maximum authentication attempts exceeded for(?: invalid user)?) )(.{1,300}?) (?:from )?([0-9A-Fa-f.:]{3,45}) (?:port \d|not allowed)/;
/** The line of PAM before or beside sshd's own: the address comes first. */
const SSHD_PAM =
  /\bsshd(?:-session)?(?:\[\d+\])?: pam_unix\(sshd:auth\): authentication failure;.{0,200} rhost=([0-9A-Fa-f.:]{3,45}) .{0,40}\buser=(\S{1,300})/;

function sshd(line: string): Found | null {
  const match = SSHD.exec(line);
  if (match !== null) {
    const [, verb, method, other, user, address] = match;
    // `Disconnected from user` is the end of a session that was let in.
    const isLetIn = verb === 'Accepted' || other === 'Disconnected from user';
    const outcome = isLetIn ? 'ok' : verb === 'Postponed' ? 'unknown' : 'failed';
    return found('sshd', user, outcome, address, undefined, method ?? other);
  }
  const pam = SSHD_PAM.exec(line);
  return pam === null ? null : found('sshd', pam[2], 'failed', pam[1], undefined, 'pam');
}

/** Common and combined log format of Apache and nginx: the third field is the user of HTTP authentication. */
const ACCESS =
  /^(?:\S{1,253} )?([0-9A-Fa-f.:]{3,45}) \S{1,100} (\S{1,300}) \[[^\]]{10,40}\] "([^"]{0,2000})" (\d{3}) \S{1,20}(?: "[^"]{0,2000}" "([^"]{0,2000})")?/;

function accessLog(line: string): Found | null {
  const match = ACCESS.exec(line);
  const [, address, user, request, status, client] = match ?? [];
  if (user === undefined || user === '-' || user === '""') return null;
  const outcome = status === '401' || status === '403' ? 'failed' : 'ok';
  return found('http', user, outcome, address, client, request?.replace(/ HTTP\/[\d.]+$/, ''));
}

/** Error logs: nginx's `user "x" was not found`, Apache's AH01617 and AH01618, AH01790 and its neighbours for digests. */
function serverError(line: string): Found | null {
  const nginx = /\buser "([^"]{1,300})"(?: was not found|: password mismatch)/.exec(line)?.[1];
  const apache = /\bAH0161[78]: user ([^:\s]{1,300})(?::| not found)/.exec(line)?.[1];
  const digest = /\bAH017[89]\d: user [`']([^'\s]{1,300})'/.exec(line)?.[1];
  const user = nginx ?? apache ?? digest;
  if (user === undefined) return null;
  const address = /\bclient:? ([0-9A-Fa-f.:]{3,45}?)(?::\d{1,5})?[\],]/.exec(line)?.[1];
  return found('http', user, 'failed', address);
}

function found(
  service: string,
  user: string | undefined,
  outcome: SignIn['outcome'],
  address?: string,
  client?: string,
  act?: string,
): Found | null {
  if (user === undefined) return null;
  return {
    service,
    user: user.slice(0, 300),
    outcome,
    address: shortened(address),
    client: shortened(client),
    act: shortened(act),
  };
}

import { AUDIT_FIELDS as FIELDS } from './audit-fields.ts';
import { timeIn } from './log-time.ts';
import { type SignIn, shortened } from './sign-in.ts';

/** Attack: a record nested a thousand deep, or of a million fields. */
const MOST_DEPTH = 6;
const MOST_FIELDS = 2000;

/** Fields by their path without signs (`status.errorCode` is `statuserrorcode`) and by their last name alone. */
export type Fields = ReadonlyMap<string, string>;

/** What a record of an audit export says of an account; null where it names none. */
export function auditSignIn(fields: Fields, now: number): SignIn | null {
  const first = (names: readonly string[]) => {
    for (const name of names) {
      const value = fields.get(name);
      if (value !== undefined && value !== '') return value;
    }
    return undefined;
  };
  // Entra names a number as `userId` and the account as `userPrincipalName`: an address is an account before all else.
  const named = FIELDS.user.flatMap((name) => fields.get(name) || []);
  const user = named.find((each) => each.includes('@')) ?? named[0];
  if (user === undefined || user === '-') return null;
  const act = first(FIELDS.act);
  return {
    at: zoned(timeIn(first(FIELDS.at) ?? '', now)),
    service: 'audit',
    user: user.slice(0, 300),
    outcome: outcomeOf(act ?? '', first(FIELDS.outcome)),
    address: shortened(
      first(FIELDS.address)?.replace(/^\[([^\]]+)\](?::\d+)?$|^(\d+(?:\.\d+){3}):\d+$/, '$1$2'),
    ),
    client: shortened(first(FIELDS.client)),
    act: shortened(act),
  };
}

/** Exports of both are in UTC and often do not say so. */
function zoned(time: string | null): string | null {
  return time === null || /(?:Z|[+-]\d\d:\d\d)$/.test(time) ? time : `${time}Z`;
}

function outcomeOf(act: string, status: string | undefined): SignIn['outcome'] {
  if (/fail|denied|invalid|suspicious|blocked|échec|échou|refus/i.test(act)) return 'failed';
  // The status of HTTP, where a server of pages writes JSON: a redirection follows a good password and a bad one.
  if (status !== undefined && /^3\d\d$/.test(status)) return 'unknown';
  if (status !== undefined && /^[2-5]\d\d$/.test(status)) return /^40[13]$/.test(status) ? 'failed' : 'ok';
  if (status !== undefined && /^(?:0|success|succeeded|ok|true|réussite|succès)$/i.test(status)) return 'ok';
  if (status !== undefined && /^(?:[1-9]\d*|fail|interrupted|interrompu|denied|false|échec)/i.test(status))
    return 'failed';
  return /logged ?in|login_success|success|connexion réussie/i.test(act) ? 'ok' : 'unknown';
}

/** Flattens a JSON value. What CSV exports carry as JSON inside a field (`AuditData`) is opened too. */
export function fieldsOf(value: unknown): Fields {
  const fields = new Map<string, string>();
  collect(value, '', 0, fields);
  return fields;
}

function collect(value: unknown, path: string, depth: number, into: Map<string, string>): void {
  if (depth > MOST_DEPTH || into.size > MOST_FIELDS) return;
  if (Array.isArray(value)) {
    for (const each of value) collect(each, path, depth + 1, into);
    return;
  }
  if (typeof value === 'object' && value !== null) {
    const { Name, Value, name, value: small } = value as Readonly<Record<string, unknown>>;
    // `{"Name":"UserAgent","Value":"…"}`, as Microsoft and Google write parameters.
    if (typeof (Name ?? name) === 'string' && (Value ?? small) !== undefined) {
      collect(Value ?? small, String(Name ?? name), depth + 1, into);
    }
    for (const [key, each] of Object.entries(value)) {
      collect(each, `${path}.${key}`, depth + 1, into);
    }
    return;
  }
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return;
  const text = String(value);
  if (depth <= 1 && text.startsWith('{')) {
    const inner = parsed(text);
    if (inner !== null) {
      collect(inner, '', depth + 1, into);
      return;
    }
  }
  for (const name of [plain(path), plain(path.slice(path.lastIndexOf('.') + 1))]) {
    if (!into.has(name)) into.set(name, text);
  }
}

/** `Adresse IP` is `adresseip`, `Événement` is `evenement`. */
export function plain(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** Whether the first line of a file names columns of an audit export. */
export function isAuditHeader(columns: readonly string[]): boolean {
  const names = columns.map(plain);
  const has = (of: readonly string[]) => names.some((name) => of.includes(name));
  return (
    names.includes('auditdata') ||
    (columns.length >= 3 && has(FIELDS.user) && (has(FIELDS.at) || has(FIELDS.address)))
  );
}

/** The value of a JSON text; null for what is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

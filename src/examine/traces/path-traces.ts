import { hostTrace, type Named } from './names.ts';

/** Attack: a path of megabytes; Windows allows 260 characters without asking. */
const MOST_CHARS = 300;

/** What a path tells beside itself: whose folder it lies in, and which machine shares it. Not for web addresses. */
export function pathTraces(written: string): readonly Named[] {
  const path = unescaped(written.slice(0, MOST_CHARS)).replace(/^file:\/{2,4}(?=[A-Za-z]:)/i, '');
  const shared =
    /^(?:file:)?(?:\\\\|\/\/)([\w.-]{1,100})[\\/]/i.exec(path) ?? /^file:\/\/([\w.-]{1,100})\//i.exec(path);
  const isLocal = /^(?:[A-Za-z]:[\\/]|\/(?:Users|home|Volumes|mnt|media|private)\/|~\/)/.test(path);
  if (shared === null && !isLocal) return [];
  const out: Named[] = [{ kind: 'path', value: path }];
  const machine = hostTrace(shared?.[1]);
  if (machine !== null) out.push(machine.kind === 'host' ? { ...machine, kind: 'machine' } : machine);
  const user = HOMES.exec(path)?.[1];
  if (user !== undefined && !SYSTEM_USERS.test(user)) out.push({ kind: 'user-name', value: user });
  return out;
}

/** Where Windows, macOS and Linux keep what belongs to one user. */
const HOMES =
  /[\\/](?:Users|Documents and Settings|Utilisateurs|home|Benutzer|Пользователи)[\\/]([^\\/]{1,60})(?=[\\/])/i;
const SYSTEM_USERS = /^(?:all users|public|default|shared|default user)$/i;

function unescaped(path: string): string {
  if (!/%[\da-f]{2}/i.test(path)) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

import { readFileSync } from 'node:fs';
import type { ClientConfig } from 'pg';
import { TamisError } from '../../model/index.ts';
import { isLoopback } from '../loopback.ts';

type Tls = NonNullable<ClientConfig['ssl']>;

/**
 * The address of a database as the client takes it. Away from this machine the connection is encrypted and the
 * server's certificate checked, name and all, unless the URL says `sslmode=disable`; `sslrootcert=FILE` names the
 * authority. Throws `bad-db-url`.
 */
export function addressOf(given: string): { readonly url: string; readonly ssl: Tls } {
  if (!URL.canParse(given) || !/^postgres(ql)?:/.test(given)) {
    throw new TamisError('bad-db-url', {
      en: 'A database is named as postgres://USER@HOST:PORT/NAME.',
      fr: 'Une base se nomme postgres://UTILISATEUR@HÔTE:PORT/NOM.',
    });
  }
  const url = new URL(given);
  const mode = url.searchParams.get('sslmode');
  const authority = url.searchParams.get('sslrootcert');
  for (const name of ['sslmode', 'sslrootcert']) url.searchParams.delete(name);
  const wanted = mode === null ? !isHere(url) : mode !== 'disable';
  if (!wanted) return { url: url.href, ssl: false };
  return {
    url: url.href,
    ssl: { rejectUnauthorized: true, ...(authority && { ca: readFileSync(authority) }) },
  };
}

/** For messages: an address without its password. */
export function withoutPassword(given: string): string {
  if (!URL.canParse(given)) return 'the database';
  const url = new URL(given);
  url.password = '';
  url.search = '';
  return url.href;
}

/** This machine: loopback, or a socket of the file system. */
function isHere({ hostname, searchParams }: URL): boolean {
  const host = searchParams.get('host') ?? decodeURIComponent(hostname);
  return host === '' || host.startsWith('/') || isLoopback(host);
}

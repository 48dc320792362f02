/**
 * The flags that name a case in a database, for a person to give to the next command: quoted, as most addresses have characters
 * that a shell takes for its own, and without the password, which would stay on the screen.
 */
export function databaseFlags(db: string, name: string | undefined): string {
  const flags = [`--db ${quoted(withoutSecret(db))}`];
  if (name !== undefined) flags.push(`--case ${quoted(name)}`);
  return flags.join(' ');
}

function withoutSecret(db: string): string {
  const url = new URL(db);
  if (url.password === '' && !url.searchParams.has('password')) return db;
  url.password = '';
  url.searchParams.delete('password');
  return url.href;
}

function quoted(value: string): string {
  return `'${value.replaceAll("'", `'\\''`)}'`;
}

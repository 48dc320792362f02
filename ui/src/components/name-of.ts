/** The name in `Name <address>`, as mail programs show it in lists; the address where there is no name. */
export function nameOf(mailbox: string): string {
  return mailbox.replace(/\s*<[^>]*>$/u, '') || mailbox;
}

/** A file by its name; what has none goes by its place in what carries it. */
export function nameOfFile({ name, path }: { readonly name: string; readonly path: string }): string {
  return name === '' ? (path.split('/').at(-1) ?? path) : name;
}

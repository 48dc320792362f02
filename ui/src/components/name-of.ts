/** The name in `Name <address>`, as mail programs show it in lists; the address where there is no name. */
export function nameOf(mailbox: string): string {
  return mailbox.replace(/\s*<[^>]*>$/u, '') || mailbox;
}

import type { Address } from '../model/index.ts';

/** As a mail reader shows it: `Name <address>`, or what there is of the two. */
export function mailboxText({ name, address }: Address): string {
  if (name === '') return address;
  return address === '' ? name : `${name} <${address}>`;
}

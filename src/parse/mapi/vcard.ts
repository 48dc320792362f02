import { ContentLines } from './content-lines.ts';
import type { MapiMessage } from './message.ts';
import type { PropertyBag } from './property-bag.ts';
import { subjectOf } from './stated.ts';
import { SET, TAG } from './tags.ts';

/** A contact (MS-OXOCNTC) as vCard 4.0, RFC 6350. */
export function writeVcard(message: MapiMessage, note: string | null): Uint8Array {
  const { properties } = message;
  const text = (id: number | null) => properties.text(id);
  const address = (id: number) => text(properties.named(SET.address, id));
  const lines = new ContentLines();
  lines.raw('BEGIN:VCARD');
  lines.raw('VERSION:4.0');
  lines.raw(`FN:${fullName(properties)}`);
  lines.components(
    'N',
    [TAG.surname, TAG.givenName, TAG.middleName, TAG.namePrefix, TAG.generation].map(text),
  );
  lines.text('NICKNAME', text(TAG.nickname));
  lines.components('ORG', [text(TAG.companyName), text(TAG.departmentName)]);
  lines.text('TITLE', text(TAG.title));
  for (const email of emailsOf(properties)) lines.text('EMAIL', email);
  lines.text('TEL;TYPE=work', text(TAG.businessTelephone));
  lines.text('TEL;TYPE=home', text(TAG.homeTelephone));
  lines.text('TEL;TYPE=cell', text(TAG.mobileTelephone));
  lines.text('TEL;TYPE=fax', text(TAG.businessFax));
  lines.text('IMPP', address(0x8062));
  lines.components('ADR;TYPE=work', [
    null,
    null,
    address(0x8045) ?? text(TAG.streetAddress),
    address(0x8046) ?? text(TAG.locality),
    address(0x8047) ?? text(TAG.stateOrProvince),
    address(0x8048) ?? text(TAG.postalCode),
    address(0x8049) ?? text(TAG.country),
  ]);
  lines.components('ADR;TYPE=home', [
    null,
    null,
    ...[TAG.homeStreet, TAG.homeCity, TAG.homeState, TAG.homePostalCode, TAG.homeCountry].map(text),
  ]);
  const birthday = properties.time(TAG.birthday);
  if (birthday !== null) lines.raw(`BDAY:${birthday.slice(0, 10).replaceAll('-', '')}`);
  lines.text('URL', text(TAG.businessHomePage) ?? address(0x802b));
  lines.text('NOTE', note);
  const revised = properties.time(TAG.lastModificationTime);
  if (revised !== null) lines.raw(`REV:${revised.slice(0, 19).replace(/[-:]/g, '')}Z`);
  lines.raw('END:VCARD');
  return lines.bytes();
}

function fullName(properties: PropertyBag): string {
  const name =
    properties.text(TAG.displayName) ||
    subjectOf(properties) ||
    properties.text(TAG.companyName) ||
    emailsOf(properties)[0];
  return (name ?? '').replace(/[\\;,]/g, '\\$&').replace(/\p{Cc}+/gu, ' ');
}

/** The three e-mail addresses of a contact: PidLidEmail1EmailAddress and on; an Exchange name only when no SMTP. */
function emailsOf(properties: PropertyBag): string[] {
  const found: string[] = [];
  for (const base of [0x8080, 0x8090, 0x80a0]) {
    const named = (offset: number) => properties.text(properties.named(SET.address, base + offset));
    const address = named(3) || named(4);
    if (address) found.push(address);
  }
  if (found.length === 0) {
    const own = properties.text(TAG.smtpAddress) || properties.text(TAG.emailAddress);
    if (own) found.push(own);
  }
  return found;
}

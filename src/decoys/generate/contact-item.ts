import { escaped, folded } from './calendar-item.ts';
import { fullName, type ItemContext, type MadeItem } from './item.ts';

/** One persona's card (vCard 3.0, RFC 2426, which address books still export). */
export function makeContact({ language, people, pack, at, random }: ItemContext): MadeItem {
  const [{ given, family, address, role, phone }] = people;
  const name = `${given} ${family}`;
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `FN:${escaped(name)}`,
    `N:${escaped(family)};${escaped(given)};;;`,
    `EMAIL;TYPE=INTERNET:${address}`,
    `TEL;TYPE=${random.pick(['WORK', 'CELL'])}:${phone}`,
    `ORG:${escaped(pack.domains[0] ?? '')}`,
    `TITLE:${escaped(role)}`,
    `REV:${new Date(at).toISOString().slice(0, 19)}Z`,
    'END:VCARD',
    '',
  ];
  return {
    bytes: Buffer.from(lines.map(folded).join('\r\n'), 'utf8'),
    fileName: `${fullName(people[0]).replace(/\s+/g, '_')}.vcf`,
    type: 'text/vcard',
    folder: 'Contacts',
    text: [name, role, language === 'fr' ? 'Carte' : 'Card', address, phone].join('\n'),
    accounts: [],
    harm: 'none',
  };
}

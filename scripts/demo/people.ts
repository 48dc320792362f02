/** Who writes in the demo. Nobody and nothing here exists; names under .example belong to nobody (RFC 2606). */
import type { Signer } from './dkim-sign.ts';

export const CAMPAIGN: Signer = {
  domain: 'campagne-rivage.example',
  selector: 'rivage2019',
  key: 'campagne',
};
export const POLLSTER: Signer = { domain: 'harrow-polling.example', selector: 'hp1', key: 'harrow' };
export const LIST: Signer = { domain: 'listes-rivage.example', selector: 'lists', key: 'liste' };
export const PRINTER: Signer = { domain: 'imprimerie-lenoir.example', selector: 'k1', key: 'imprimerie' };
/** Its key is in no key file: what it signed cannot be checked. */
const TOWN_HALL: Signer = { domain: 'mairie-portclair.example', selector: 'mp', key: 'mairie' };
/** rn for m. */
export const LOOKALIKE: Signer = { domain: 'carnpagne-rivage.example', selector: 'rivage2019', key: 'sosie' };
/** A key somebody invented, used under the campaign's name. */
export const INVENTED: Signer = { ...CAMPAIGN, key: 'inconnu' };

export const CAMILLE = 'Camille Aubrac <camille.aubrac@campagne-rivage.example>';
export const THEO = 'Théo Marchetti <theo.marchetti@campagne-rivage.example>';
export const NADIA = 'Nadia Bensaïd <nadia.bensaid@campagne-rivage.example>';
export const PRESS = 'Presse Rivage <presse@campagne-rivage.example>';
export const OLIVIA = 'Olivia Harrow <olivia@harrow-polling.example>';
export const LENOIR = 'Imprimerie Lenoir <devis@imprimerie-lenoir.example>';
export const CLERK = 'Service des élections <elections@mairie-portclair.example>';
export const VOLUNTEERS = 'volontaires@listes-rivage.example';

export const SIGNERS: Readonly<Record<string, Signer>> = {
  'campagne-rivage.example': CAMPAIGN,
  'harrow-polling.example': POLLSTER,
  'imprimerie-lenoir.example': PRINTER,
  'mairie-portclair.example': TOWN_HALL,
};

/** The address of a person of the demo. */
export function addressOf(person: string): string {
  return /<(.*)>/u.exec(person)?.[1] ?? person;
}

/** The domain of a person of the demo. */
export function domainOf(person: string): string {
  return addressOf(person).split('@')[1] ?? '';
}

import type { Text } from '../../model/index.ts';
import type { RefusalCode } from './guard-decoy.ts';

/** Why a guard refuses a decoy, in words. */
export const REFUSALS: Readonly<Record<RefusalCode, Text>> = {
  'decoy-names-person': { en: 'it names somebody real', fr: 'il nomme une personne réelle' },
  'decoy-sensitive-topic': { en: 'it has a sensitive word', fr: 'il contient un mot sensible' },
  'decoy-valid-iban': { en: 'it has a valid account number', fr: 'il contient un numéro de compte valide' },
  'decoy-remote-load': {
    en: 'it would load something from elsewhere',
    fr: 'il chargerait quelque chose d’ailleurs',
  },
  'decoy-foreign-link': {
    en: 'it links to a domain that is neither yours nor reserved',
    fr: 'il renvoie à un domaine qui n’est ni à vous ni réservé',
  },
  'decoy-foreign-address': {
    en: 'it has an address that is neither yours nor on your domains',
    fr: 'il contient une adresse qui n’est ni à vous ni sur vos domaines',
  },
  'decoy-harm': { en: 'it would do harm if believed', fr: 'il ferait du tort si on le croyait' },
};

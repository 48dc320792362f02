import type { Text } from '../i18n/language.ts';
import { t } from '../i18n/t.ts';
import type { ApiFailure } from './failure.ts';

const GONE: Text = {
  en: 'The workbench on this machine does not answer. Start it again with "tamis open", then reload.',
  fr: "L'atelier ne répond plus sur cette machine. Relancez-le avec « tamis open », puis rechargez la page.",
};
const LOCKED: Text = {
  en: 'This browser is not signed in. Use the address that "tamis open" printed.',
  fr: "Ce navigateur n'est pas connecté. Utilisez l'adresse affichée par « tamis open ».",
};

/** In the language of the page; what the server says of a refused request is told as it says it. */
export function tellFailure(failure: ApiFailure): string {
  if (failure.type === 'gone') return t(GONE);
  return failure.type === 'locked' ? t(LOCKED) : failure.message;
}

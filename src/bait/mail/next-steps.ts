import type { Text } from '../../model/text.ts';

/** What to do once a mail turns out to be bait, in the order in which it helps. */
export const MAIL_STEPS: readonly Text[] = [
  {
    en: 'Keep the mail as a file, with all its headers, and its hash; forward it to nobody. Open none of its links and none of its attachments.',
    fr: 'Gardez le courriel comme fichier, avec tous ses en-têtes, et son empreinte\u202f; ne le transférez à personne. N’ouvrez aucun de ses liens ni aucune de ses pièces jointes.',
  },
  {
    en: 'Look for the same sender, hosts, links and attachment hashes in every mailbox, and in proxy and DNS logs: who else got it, who clicked, who answered.',
    fr: 'Cherchez le même expéditeur, les mêmes hôtes, liens et empreintes de pièces jointes dans toutes les boîtes et dans les journaux de proxy et de DNS\u00a0: qui d’autre l’a reçu, qui a cliqué, qui a répondu.',
  },
  {
    en: 'Whoever typed a password: a new one from a clean machine, every session and app consent revoked, second factors and forwarding rules looked at.',
    fr: 'Pour qui a saisi un mot de passe\u00a0: un nouveau depuis une machine saine, toutes les sessions et autorisations d’applications révoquées, seconds facteurs et règles de transfert vérifiés.',
  },
  {
    en: 'Look for look-alikes of your names: tamis bait domains, and tamis bait ct for certificates.',
    fr: 'Cherchez les noms qui imitent les vôtres\u00a0: tamis bait domains, et tamis bait ct pour les certificats.',
  },
];

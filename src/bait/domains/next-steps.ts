import type { Text } from '../../model/text.ts';

/**
 * What to do after a hit, in the order in which it gets lost: evidence first, since a look-alike is taken down
 * or turned off the moment its owner feels watched. A name alone proves nothing.
 */
export const NEXT_STEPS: readonly Text[] = [
  {
    en: 'A look-alike is no crime by itself: ask first whether your own people, a local group or a supporter registered it.',
    fr: 'Un nom ressemblant n’est pas en soi un délit\u00a0: demandez d’abord si l’un des vôtres, un comité local ou un sympathisant l’a déposé.',
  },
  {
    en: 'Keep, with the time in UTC and a SHA-256 of each file: RDAP or whois output; A, AAAA, MX, NS and TXT records; the certificates from the transparency logs; a capture of the page with its HTML, made from a machine that is not yours and through no account of yours. Write down who did it.',
    fr: 'Conservez, avec l’heure UTC et le SHA-256 de chaque fichier\u00a0: la réponse RDAP ou whois\u202f; les enregistrements A, AAAA, MX, NS et TXT\u202f; les certificats des journaux de transparence\u202f; une capture de la page et son HTML, depuis une machine qui n’est pas la vôtre et sans aucun de vos comptes. Notez qui l’a fait.',
  },
  {
    en: 'An MX record means that mail can be sent and caught there: search your mail logs for the name, both ways, back to its registration. Search proxy and DNS logs too.',
    fr: 'Un enregistrement MX signifie qu’on peut y envoyer et y recevoir du courrier\u00a0: cherchez le nom dans vos journaux de messagerie, dans les deux sens, depuis son dépôt. Cherchez aussi dans les journaux de proxy et de DNS.',
  },
  {
    en: 'Whoever opened it: a new password from a clean machine, sessions and app consents revoked, forwarding rules looked at. Keep the original mail as a file, never a forwarded copy.',
    fr: 'Pour qui l’a ouvert\u00a0: nouveau mot de passe depuis une machine saine, sessions et autorisations d’applications révoquées, règles de transfert vérifiées. Gardez le message d’origine comme fichier, jamais un transfert.',
  },
  {
    en: 'Block it in mail, proxy and DNS, and warn your staff with the name written out, not as a link.',
    fr: 'Bloquez-le dans la messagerie, le proxy et le DNS, et prévenez vos équipes en écrivant le nom, sans lien.',
  },
  {
    en: 'Notify: the registrar’s and the host’s abuse addresses (in the RDAP answer); the brand that is imitated; browsers (Google Safe Browsing, Microsoft); your national CERT. For .fr also AFNIC (Syreli procedure). A campaign tells its authorities before it acts: they may want the trap left open.',
    fr: 'Prévenez\u00a0: les adresses «\u00a0abuse\u00a0» du bureau d’enregistrement et de l’hébergeur (dans la réponse RDAP)\u202f; la marque imitée\u202f; les navigateurs (Google Safe Browsing, Microsoft)\u202f; le CERT national. Pour le .fr, aussi l’AFNIC (procédure Syreli). Une campagne prévient les autorités avant d’agir\u00a0: elles peuvent vouloir laisser le piège ouvert.',
  },
  {
    en: 'In France: ANSSI (CERT-FR) and, during a presidential campaign, the CNCCEP; 17Cyber, Phishing Initiative (sites) and Signal Spam (mails) for everybody. If somebody got into a system: a cyber insurance pays only if a complaint is made within 72 hours of learning of it (Insurance Code, L12-10-1; organisations and professionals); personal data taken: CNIL within 72 hours, unless no risk to people is likely (GDPR, article 33). Have a lawyer confirm what applies to you.',
    fr: 'En France\u00a0: l’ANSSI (CERT-FR) et, pendant une campagne présidentielle, la CNCCEP\u202f; 17Cyber, Phishing Initiative (sites) et Signal Spam (courriels) pour tous. Si quelqu’un est entré dans un système\u00a0: l’assurance cyber ne verse que si une plainte est déposée dans les 72 heures après en avoir eu connaissance (code des assurances, L12-10-1\u202f; personnes morales et professionnels)\u202f; en cas de données personnelles prises, la CNIL sous 72 heures, sauf si aucun risque pour les personnes n’est probable (RGPD, article 33). Faites confirmer par un juriste ce qui s’applique à vous.',
  },
];

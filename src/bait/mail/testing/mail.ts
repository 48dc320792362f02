/** Messages for the tests of this folder, made as text. */
export function mail(head: Readonly<Record<string, string>>, body: string): Uint8Array {
  const fields = { 'MIME-Version': '1.0', 'Content-Type': 'text/plain; charset=utf-8', ...head };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`);
}

export const HTML = { 'Content-Type': 'text/html; charset=utf-8' };

/** A phishing mail as the campaign of the reference case got: a look-alike, a pressing text, a false link. */
export const FRENCH_BAIT = mail(
  {
    ...HTML,
    From: 'Support En Marche <support@mail-en-marche.fr>',
    Subject: 'Votre mot de passe expire aujourd’hui',
    Date: 'Mon, 06 Mar 2017 09:12:00 +0100',
    'Message-ID': '<1@mail-en-marche.fr>',
  },
  '<p>Cher utilisateur,</p><p>Votre compte sera suspendu sous 24 heures.</p>' +
    '<p><a href="https://onedrive-en-marche.fr/connexion?u=3">https://en-marche.fr/connexion</a></p>' +
    '<p>Cliquez ici pour confirmer votre identité.</p>',
);

/** Office mail that speaks of the same things. */
export const FRENCH_OFFICE = mail(
  {
    From: 'Nadia Bensaïd <nadia.bensaid@en-marche.fr>',
    Subject: 'Facture de l’imprimerie',
    Date: 'Mon, 06 Mar 2017 10:00:00 +0100',
    'Message-ID': '<2@en-marche.fr>',
  },
  'Bonjour Théo,\r\n\r\nLa facture de l’imprimerie est de 1 850 euros. Peux-tu faire le virement cette semaine ?\r\n' +
    'Le devis est là : https://en-marche.fr/docs/devis\r\n\r\nNadia\r\n',
);

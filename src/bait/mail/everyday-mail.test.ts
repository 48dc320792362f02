/**
 * Mail of an ordinary day, which has the words of phishing, beside phishing that has few of them. Made up, and written
 * after the rules: the figures on real mail are in docs/evaluation-bait.md.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { guardedOf } from './guarded.ts';
import { isSameHouse, isTenancy } from './houses.ts';
import { BAIT_SCORE, judgeMail } from './judge-mail.ts';
import { readView } from './read-view.ts';
import { HTML, mail } from './testing/mail.ts';

const OURS = guardedOf(['en-marche.fr'], ['Camille Aubrac']);

async function judged(bytes: Uint8Array) {
  return judgeMail(await readView(bytes, DEFAULT_LIMITS), OURS);
}

const page = (from: string, subject: string, body: string, more = {}): Uint8Array =>
  mail({ ...HTML, From: from, Subject: subject, ...more }, body);
const mixed = (from: string, subject: string, text: string, part: string): Uint8Array =>
  mail(
    { 'Content-Type': 'multipart/mixed; boundary=b', From: from, Subject: subject },
    `--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n--b\r\n${part}\r\n--b--\r\n`,
  );

const ORDINARY: Readonly<Record<string, Uint8Array>> = {
  'a warning of Google': page(
    'Google <no-reply@accounts.google.com>',
    'Alerte de sécurité',
    '<p>Nouvelle connexion : votre compte a été connecté à un nouvel appareil. Vérifiez votre activité.</p><a href="https://accounts.google.com/AccountChooser?continue=https://myaccount.google.com/alert">Vérifier l’activité</a>',
  ),
  'a reset of a password': mail(
    { From: 'GitHub <noreply@github.com>', Subject: '[GitHub] Please reset your password' },
    'You can use the following link to reset your password. It will expire in 3 hours.\r\n\r\nhttps://github.com/password_reset/abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789\r\n',
  ),
  'the tax office': page(
    'impots.gouv.fr <ne-pas-repondre@dgfip.finances.gouv.fr>',
    'Votre avis d’impôt est disponible',
    '<p>Votre avis d’impôt est disponible dans votre espace.</p><a href="https://www.impots.gouv.fr/portail/">Accéder</a>',
  ),
  'the health insurance': page(
    'Assurance Maladie <ne-pas-repondre@assurance-maladie.fr>',
    'Un nouveau message dans votre compte ameli',
    '<p>Un nouveau message vous attend. Votre compte est à consulter : connectez-vous.</p><a href="https://assure.ameli.fr">Se connecter</a>',
  ),
  'a parcel': page(
    'Colissimo <noreply@notif-colissimo-laposte.info>',
    'Votre colis va bientôt arriver !',
    '<p>Votre colis 6A12345678901 est en cours de livraison.</p><a href="https://www.laposte.fr/outils/suivre-vos-envois?code=6A12345678901">Suivre mon colis</a>',
  ),
  'a receipt': page(
    '"service@paypal.fr" <service@paypal.fr>',
    'Reçu pour votre paiement à OVH',
    '<p>Vous avez envoyé un paiement de 11,99 EUR. Numéro de transaction : 8KX12345AB123456C</p><a href="https://www.paypal.com/fr/activity">Voir</a>',
  ),
  'the owner’s tenancy at a service': page(
    'Paul Roy (Jira) <jira@en-marche.atlassian.net>',
    '[JIRA] (WEB-1234) Password field is not masked',
    '<p>Paul Roy commented on WEB-1234</p><a href="https://en-marche.atlassian.net/browse/WEB-1234">View issue</a>',
  ),
  'the owner’s own administrators': mail(
    {
      From: 'Support <support@en-marche.fr>',
      Subject: 'Changement de mot de passe obligatoire avant vendredi',
    },
    'Merci de changer votre mot de passe depuis https://mon.en-marche.fr/compte. Ne cliquez sur aucun lien reçu d’ailleurs.\r\n',
  ),
  'a reminder in a thread': mail(
    {
      From: 'Jean Morel <j.morel@imprimerie-morel.example.org>',
      Subject: 'Re: Facture F2017-0342',
      'In-Reply-To': '<a@en-marche.fr>',
    },
    'La facture reste impayée. Pourriez-vous procéder au règlement au plus vite ? Appelez-moi au 01 99 00 11 22.\r\n',
  ),
  'somebody’s mother': mail(
    { From: 'Maman <mireille.aubrac@orange.fr>', Subject: 'appelle-moi' },
    'Appelle-moi ce soir au 06 39 98 12 34, c’est urgent pour les billets.\r\n',
  ),
};

test('ordinary mail with the words of phishing is not told', async () => {
  for (const [name, bytes] of Object.entries(ORDINARY)) {
    const { score, reasons } = await judged(bytes);
    assert.ok(score < BAIT_SCORE, `${name}: ${score} ${reasons.map(({ code }) => code).join(' ')}`);
  }
});

const BAIT: Readonly<Record<string, Uint8Array>> = {
  'a refund of taxes': page(
    'impots.gouv.fr <notification@dgfip-remboursement.com>',
    'Notification de remboursement',
    '<p>Vous êtes admissible à un remboursement d’un montant de 248,56 €.</p><a href="https://dgfip-remboursement.com/portail">Accéder au formulaire</a>',
  ),
  'a health card': page(
    'Assurance Maladie <contact@ameli-carte-vitale.info>',
    'Votre nouvelle carte Vitale est disponible',
    '<p>Votre carte Vitale arrive à expiration.</p><a href="https://ameli-carte-vitale.info/renouvellement">Renouveler ma carte</a>',
  ),
  'a bank': page(
    '"Crédit Agricole" <securipass@ca-securite-client.com>',
    'Activation SécuriPass',
    '<p>Votre service SécuriPass doit être réactivé.</p><a href="http://ca-securite-client.com/a">Activer SécuriPass</a>',
  ),
  'a call to a number, in the mail': mail(
    { From: 'Billing Team <geeks.invoice8812@gmail.com>', Subject: 'Your subscription renewed' },
    'Norton 360: $399.99 has been charged. To cancel, call our helpdesk at +1 (808) 555-0147.\r\n',
  ),
  'a call to a number, with an attached order': mixed(
    'Norma Hills <normahills4432@gmail.com>',
    'Order #GS-99120',
    'Please find attached your order confirmation. Questions? Call +1 888 555 0199',
    'Content-Type: application/pdf; name="INV-99120.pdf"\r\n\r\n%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer<<>>',
  ),
  'a page that makes a file': mixed(
    'Scanner <scan@copieur-reseau.example.net>',
    'Document numérisé',
    'Veuillez trouver le document ci-joint.',
    'Content-Type: text/html; name="scan_0042.html"\r\nContent-Disposition: attachment; filename="scan_0042.html"\r\n\r\n<script>var b=atob("UEsDBBQAAAAI");URL.createObjectURL(new Blob([b]))</script>',
  ),
  'an invitation': mixed(
    'Support En Marche <it@en-marche-support.com>',
    'Réunion : mise à jour des comptes',
    'Voir l’invitation.',
    'Content-Type: text/calendar; method=REQUEST; name=invite.ics\r\n\r\nBEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDESCRIPTION:Connectez-vous : https://portal-office.fr/login\r\nEND:VEVENT\r\nEND:VCALENDAR',
  ),
  'an answer in a stolen thread': mail(
    {
      From: 'Jean Morel <j.morel@imprimerie-morel.example.org>',
      Subject: 'Re: Devis affiches',
      'In-Reply-To': '<abc@en-marche.fr>',
    },
    'Je vous prie de trouver le document ici :\r\nhttps://imprimerie-morel.sharefiles-doc.top/d/8833/devis.zip\r\nMot de passe : 7712\r\n\r\n> Peux-tu nous envoyer le devis ?\r\n',
  ),
  'somebody of ours in a free mailbox': mail(
    { From: 'Camille Aubrac <direction.campagne@gmail.com>', Subject: 'Disponible ?' },
    'Es-tu disponible ? J’ai besoin d’un virement urgent et confidentiel aujourd’hui.\r\n',
  ),
};

test('phishing of other kinds is told', async () => {
  for (const [name, bytes] of Object.entries(BAIT)) {
    const { score, reasons } = await judged(bytes);
    assert.ok(score >= BAIT_SCORE, `${name}: ${score} ${reasons.map(({ code }) => code).join(' ')}`);
  }
});

test('links that lead home speak against bait, and no way around it does', async () => {
  const home = async (link: string, from = 'Google <no-reply@accounts.google.com>', more = {}) =>
    (await judged(page(from, 'x', `<a href="${link}">x</a>`, more))).reasons.some(
      ({ code }) => code === 'bait-links-home',
    );
  assert.equal(await home('https://myaccount.google.com/alert'), true);
  for (const link of [
    'https://www.google.com/url?q=https://evil.example/',
    'https://www.google.com/amp/s/evil.example/',
    'https://docs.google.com/document/d/1/edit',
    'https://sites.google.com/view/evil',
    'https://google.com.evil.example/',
    'https://google.com@evil.example/',
  ])
    assert.equal(await home(link), false, link);
  assert.equal(await home('https://www.google.com/', 'Google <somebody@gmail.com>'), false);
  assert.equal(
    await home('https://www.google.com/', 'Google <no-reply@google.com>', { 'Reply-To': 'x@gmail.com' }),
    false,
  );
  const form = page(
    'Google <no-reply@google.com>',
    'x',
    '<a href="https://google.com/">x</a><form action="https://evil.example/"><input type=password></form>',
  );
  assert.ok(!(await judged(form)).reasons.some(({ code }) => code === 'bait-links-home'));
});

test('houses have several names, states one suffix, and tenancies are the owner’s', () => {
  assert.ok(isSameHouse('paypal.fr', 'www.paypal.com'));
  assert.ok(isSameHouse('impots.gouv.fr', 'dgfip.finances.gouv.fr'));
  assert.ok(isSameHouse('a.example.org', 'b.example.org'));
  assert.ok(!isSameHouse('gmail.com', 'google.com'));
  assert.ok(!isSameHouse('laposte.net', 'laposte.fr'));
  assert.ok(isTenancy('en-marche.atlassian.net') && !isTenancy('en-marche.github.io'));
});

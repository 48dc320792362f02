/** The genuine correspondence of the demo, in the order it was written. */
import { docx, pdf, png } from './documents.ts';
import type { Mail } from './mime.ts';
import { CAMILLE, CLERK, LENOIR, NADIA, OLIVIA, PRESS, THEO } from './people.ts';

/** Password of the encrypted archive; somebody always sends it by mail. */
export const ARCHIVE_PASSWORD = 'MareeHaute2020';

export const BUDGET_CSV = Buffer.from(
  `poste;prévu;dépensé
impression;4200;3870
salles;1800;1650
déplacements;950;1012
sondages;6500;6500
affichage;2100;1940
`,
  'utf8',
);

const PLATFORM_DOCX = docx(
  [
    'Rivage – douze engagements pour Port-Clair',
    '1. Rouvrir la plage nord aux familles dès le premier été.',
    '2. Une navette électrique entre la gare et le port.',
    '3. Publier chaque trimestre les comptes de la ville.',
  ],
  {
    title: 'Douze engagements',
    author: 'Nadia Bensaïd',
    created: '2020-01-11T09:12:00Z',
    modified: '2020-01-19T17:40:00Z',
  },
);

const POLL_PDF = pdf(
  [
    'Port-Clair voting intentions, wave 3',
    'n = 804, telephone, 3–6 February 2020',
    'Rivage 31 %   Cap Port 29 %   Ensemble 18 %',
    'Margin of error 3.4 points',
  ],
  {
    title: 'Port-Clair wave 3',
    author: 'Olivia Harrow',
    created: '2020-02-07T08:00:00Z',
    modified: '2020-02-07T08:00:00Z',
  },
);

const QUOTE_PDF = pdf(
  [
    'Devis n° 2020-0117',
    '8 000 tracts A5, quadrichromie : 640,00 €',
    '300 affiches 60 x 80 : 410,00 €',
    'Total HT : 1 050,00 €',
  ],
  {
    title: 'Devis 2020-0117',
    author: 'Imprimerie Lenoir',
    created: '2020-01-21T10:30:00Z',
    modified: '2020-01-21T10:30:00Z',
  },
);

const POSTER_PNG = png(72, [232, 205, 150], [40, 96, 140]);

const id = (name: string, domain = 'campagne-rivage.example'): string => `${name}@${domain}`;

export const CORRESPONDENCE: readonly Mail[] = [
  {
    id: id('20191118.kickoff'),
    from: CAMILLE,
    to: `${THEO}, ${NADIA}`,
    subject: 'On y va',
    date: '2019-11-18T19:02:11Z',
    text: "C'est décidé, je me lance pour mars. Théo, tu prends l'argent ; Nadia, le programme.\nPremière réunion jeudi à 19 h, chez moi, avec du thé.\n\nCamille",
  },
  {
    id: id('20191118.kickoff-re'),
    from: NADIA,
    to: CAMILLE,
    cc: THEO,
    subject: 'Re: On y va',
    date: '2019-11-18T20:15:40Z',
    inReplyTo: id('20191118.kickoff'),
    references: [id('20191118.kickoff')],
    text: "J'en suis ! Je commence par la plage nord, c'est ce dont tout le monde parle au marché.\n\n> C'est décidé, je me lance pour mars. Théo, tu prends l'argent ; Nadia, le programme.",
    encoding: 'quoted-printable',
  },
  {
    id: id('20191119.budget'),
    from: THEO,
    to: CAMILLE,
    subject: 'Budget prévisionnel',
    date: '2019-11-19T08:31:05Z',
    text: 'Ci-joint le tableau. Plafond légal 15 550 €, on vise bien dessous.\nLe compte de campagne est ouvert, tout passera par lui.\n\nThéo',
    attachments: [{ name: 'budget-2020.csv', type: 'text/csv', bytes: BUDGET_CSV }],
  },
  {
    id: id('20191203.poll-offer', 'harrow-polling.example'),
    from: OLIVIA,
    to: CAMILLE,
    cc: THEO,
    subject: 'Three waves for Port-Clair: our offer',
    date: '2019-12-03T10:05:00Z',
    text: 'Dear Camille,\n\nthree telephone waves of 800, in December, January and February: 6,500 euros all in.\nWe publish the questions and the tables with every figure, or we do not publish the figure.\n\nBest wishes,\nOlivia Harrow',
  },
  {
    id: id('20191203.poll-offer-re'),
    from: THEO,
    to: OLIVIA,
    cc: CAMILLE,
    subject: 'Re: Three waves for Port-Clair: our offer',
    date: '2019-12-03T14:22:47Z',
    inReplyTo: id('20191203.poll-offer', 'harrow-polling.example'),
    references: [id('20191203.poll-offer', 'harrow-polling.example')],
    text: 'Dear Olivia,\n\nagreed, including the publishing. The signed order follows by post.\n\nThéo Marchetti\n\n> three telephone waves of 800, in December, January and February: 6,500 euros all in.',
  },
  {
    id: id('20200111.platform'),
    from: NADIA,
    to: `${CAMILLE}, ${THEO}`,
    subject: 'Programme, première version à relire',
    date: '2020-01-11T11:48:30Z',
    text: 'Voici les douze engagements. Le troisième (comptes publiés chaque trimestre) doit rester.\n\nNadia',
    encoding: 'base64',
    attachments: [
      {
        name: 'Douze engagements – relecture.docx',
        type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        bytes: PLATFORM_DOCX,
      },
    ],
  },
  {
    id: id('20200112.platform-re'),
    from: CAMILLE,
    to: NADIA,
    cc: THEO,
    subject: 'Re: Programme, première version à relire',
    date: '2020-01-12T09:03:12Z',
    inReplyTo: id('20200111.platform'),
    references: [id('20200111.platform')],
    text: "Très bien. Pour la navette, dire d'où vient l'argent : la subvention régionale est votée.\n\nCamille",
  },
  {
    id: id('20200114.debate'),
    from: PRESS,
    to: CAMILLE,
    subject: 'Débat du 20 février : la rédaction demande une réponse',
    date: '2020-01-14T16:40:00Z',
    text: 'Le journal propose un débat le 20 février à la salle des fêtes, 90 minutes, questions du public.\nRéponse attendue vendredi.',
    html: '<p>Le journal propose un débat le <b>20 février</b> à la salle des fêtes, 90 minutes, questions du public.</p><p>Réponse attendue vendredi.</p>',
  },
  {
    id: id('20200121.quote', 'imprimerie-lenoir.example'),
    from: LENOIR,
    to: THEO,
    subject: 'Devis 2020-0117 : tracts et affiches',
    date: '2020-01-21T10:35:22Z',
    text: 'Bonjour,\n\nveuillez trouver notre devis ci-joint, valable un mois.\n\nImprimerie Lenoir',
    encoding: 'latin1',
    attachments: [{ name: 'devis-2020-0117.pdf', type: 'application/pdf', bytes: QUOTE_PDF }],
  },
  {
    id: id('20200122.quote-ok'),
    from: THEO,
    to: LENOIR,
    subject: 'Re: Devis 2020-0117 : tracts et affiches',
    date: '2020-01-22T08:12:09Z',
    inReplyTo: id('20200121.quote', 'imprimerie-lenoir.example'),
    references: [id('20200121.quote', 'imprimerie-lenoir.example')],
    text: 'Bonjour,\n\nbon pour accord, livraison au local avant le 3 février.\nFacture au nom du mandataire financier.\n\nThéo Marchetti',
  },
  {
    id: id('20200129.delivery', 'imprimerie-lenoir.example'),
    from: LENOIR,
    to: THEO,
    subject: 'Livraison lundi matin',
    date: '2020-01-29T15:20:41Z',
    text: 'Bonjour,\n\nles cartons seront livrés lundi entre 8 h et 10 h. Merci de prévoir quelqu’un.\n\nImprimerie Lenoir',
    encoding: 'quoted-printable',
  },
  {
    id: id('20200203.poster'),
    from: NADIA,
    to: CAMILLE,
    subject: 'Affiche, version retenue',
    date: '2020-02-03T12:27:55Z',
    text: "Celle avec la mer à gauche. L'autre faisait carte postale.",
    attachments: [{ name: 'affiche-retenue.png', type: 'image/png', bytes: POSTER_PNG }],
  },
  {
    id: id('20200207.wave3', 'harrow-polling.example'),
    from: OLIVIA,
    to: CAMILLE,
    cc: `${THEO}, ${NADIA}`,
    subject: 'Wave 3: two points ahead, inside the margin',
    date: '2020-02-07T08:11:30Z',
    text: 'Dear all,\n\nRivage 31, Cap Port 29. The margin is 3.4 points: this is a tie, please do not call it a lead.\nTables attached; they go on our site at noon.\n\nOlivia',
    attachments: [{ name: 'port-clair-wave3.pdf', type: 'application/pdf', bytes: POLL_PDF }],
  },
  {
    id: id('20200207.wave3-re'),
    from: CAMILLE,
    to: OLIVIA,
    cc: `${THEO}, ${NADIA}`,
    subject: 'Re: Wave 3: two points ahead, inside the margin',
    date: '2020-02-07T09:30:02Z',
    inReplyTo: id('20200207.wave3', 'harrow-polling.example'),
    references: [id('20200207.wave3', 'harrow-polling.example')],
    text: 'Thank you. We will say "neck and neck" and nothing else.\n\nCamille\n\n> Rivage 31, Cap Port 29. The margin is 3.4 points: this is a tie, please do not call it a lead.',
  },
  {
    id: id('20200210.polling-stations', 'mairie-portclair.example'),
    from: CLERK,
    to: CAMILLE,
    subject: 'Bureaux de vote et dépôt des listes',
    date: '2020-02-10T13:00:00Z',
    text: "Mesdames, Messieurs,\n\nle dépôt des listes se fait jusqu'au 27 février à 18 h. Les bureaux 4 et 7 changent d'adresse.\n\nService des élections",
  },
  {
    id: id('20200218.archive'),
    from: THEO,
    to: NADIA,
    subject: 'Archive des contrats',
    date: '2020-02-18T18:44:10Z',
    text: `J'ai mis les contrats dans contrats.zip sur le disque du local.\nMot de passe : ${ARCHIVE_PASSWORD}\n\nThéo`,
  },
  {
    id: id('20200221.debate-after'),
    from: CAMILLE,
    to: `${THEO}, ${NADIA}, ${PRESS}`,
    subject: 'Après le débat',
    date: '2020-02-21T07:15:33Z',
    text: "Merci à tous. Deux erreurs de ma part : le coût de la navette (410 000 €, pas 140 000) et la date des travaux.\nOn corrige ce matin, nous-mêmes, avant qu'on nous le demande.\n\nCamille",
  },
  {
    id: id('20200302.password-alert'),
    from: PRESS,
    to: `${CAMILLE}, ${THEO}, ${NADIA}`,
    subject: 'Attention : fausses demandes de mot de passe',
    date: '2020-03-02T17:05:18Z',
    text: 'Des messages imitent notre domaine avec « rn » à la place du « m ». Ne cliquez pas, transférez-les-moi.',
  },
];

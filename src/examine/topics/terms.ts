import type { Topic } from './topic.ts';

/**
 * Terms of a topic, by how much each says: `strong` 3, `usual` 2, `weak` 1. Separated by commas; a term is one to
 * four words. Accents may be missing in the text. Written from what such mail is made of in general, in English
 * and French; none was taken from the messages the precision is measured on.
 */
export interface TopicTerms {
  readonly strong: string;
  readonly usual: string;
  readonly weak: string;
}

export const STRONG = 3;
export const USUAL = 2;
export const WEAK = 1;

export const TERMS: Readonly<Record<Topic, TopicTerms>> = {
  bills: {
    strong:
      'invoice, invoices, amount due, bon de commande, purchase order, order confirmation, votre facture, facture, factures, devis, your receipt, reçu de paiement, montant ttc, total ttc, avoir client, numéro de facture, invoice number, order number, numéro de commande, votre commande, your order, subscription fee, échéance de paiement, note de frais, notes de frais, remboursement de frais, remboursement des frais, expense report',
    usual:
      'receipt, quotation, remboursement, reimbursement, frais, billing, billed, overdue, ttc, ht, tva, vat, acompte, règlement, paiement, payment, facturation, remittance, payable, relance, impayé, reçu, subtotal, sous total, quote',
    weak: 'total, price, prix, montant, amount, order, commande, paid, payer, payé, livraison, shipping, client, euros',
  },
  finance: {
    strong:
      'bank statement, relevé de compte, relevé bancaire, wire transfer, virement bancaire, compte de campagne, comptes de campagne, budget de campagne, campaign budget, reçu fiscal, reçus fiscaux, balance sheet, cash flow, compte bancaire, bank account, prêt bancaire, expert comptable, trésorerie, mandataire financier, plan de financement, budget prévisionnel, levée de fonds, fundraising, profit and loss',
    usual:
      'budget, budgets, virement, iban, bic, rib, donations, donateurs, donateur, donors, donor, dons, loan, emprunt, audit, accounting, comptabilité, comptable, expenses, dépenses, recettes, subvention, funding, financement, banque, invest, investors, investisseurs, treasurer, trésorier, fiscal, taxes, impôts, shareholder, earnings, revenue, equity, hedge',
    weak: 'bank, account, money, argent, million, millions, milliards, billion, euros, costs, coûts, fund, funds, fonds, financial, financier, market, trading, price',
  },
  contracts: {
    strong:
      'hereby agree, parties agree, terms and conditions, conditions générales, ci après dénommé, ci après dénommée, entre les soussignés, non disclosure agreement, confidentiality agreement, accord de confidentialité, contrat de prestation, contrat de location, service agreement, lease agreement, bail commercial, master agreement, projet de contrat, draft agreement, purchase agreement, le prestataire, résiliation, governing law, contrat de travail, letter of intent, signed contract',
    usual:
      'contract, contracts, contrat, contrats, agreement, clause, clauses, avenant, amendment, signataire, termination, prestataire, prestation, bailleur, locataire, lessor, lessee, licensee, indemnify, indemnification, warranty, convention, counterparty, isda, nda',
    weak: 'party, parties, sign, signed, signature, signé, signer, obligations, term, effective, date d effet, terms, executed, conditions',
  },
  legal: {
    strong:
      'tribunal, lawsuit, plaintiff, defendant, court order, mise en demeure, assignation, attorney client, avocat, avocats, conseil constitutionnel, conseil d etat, cour d appel, legal opinion, subpoena, litigation, contentieux, plainte, procureur, code électoral, data protection, cnil, counsel, juridique, law firm',
    usual:
      'court, judge, juge, lawyer, lawyers, attorney, statute, jurisdiction, jurisprudence, décret, article l, compliance, regulation, règlement intérieur, prosecution, dépôt de plainte, enquête, justice, copyright, infringement, patent, legal',
    weak: 'law, laws, loi, rights, droits, droit, rules, case, claim, claims, evidence, hearing, conformité, licence',
  },
  travel: {
    strong:
      'boarding pass, carte d embarquement, e ticket, flight number, numéro de vol, billet électronique, covoiturage, car pool, carpool, check in, réservation hôtel, hotel reservation, hotel booking, billets de train, train tickets, votre voyage, your trip, your flight, itinerary, itinéraire, eurostar, thalys, tgv, airline, flight, flights, référence du dossier, booking reference, car rental, location de voiture, aller retour, chambre d hôtel',
    usual:
      'hotel, hôtel, airport, aéroport, vol, vols, train, trains, sncf, gare, passport, passeport, visa, departure, départ, arrivée, arrival, passenger, passager, voyage, travel, traveller, billet, billets, billet de train, réservation, reservation, booking, terminal, taxi, uber, airbnb, séjour, luggage, bagages, vacation',
    weak: 'trip, ticket, tickets, déplacement, seat, place, room, nuit, nights, night, rooms, stay, quai',
  },
  logistics: {
    strong:
      'plan de salle, sono, sonorisation, location de salle, venue hire, feuille de route, run of show, stage plan, régie, traiteur, catering, affichage, affiches, flyers, tracts, service d ordre, bénévoles, volunteers, montage, démontage, badges, accréditation, accréditations, livraison du matériel, camion, salle des fêtes, déroulé, meeting hall',
    usual:
      'salle, chaises, estrade, pupitre, écran, micros, micro, impression, imprimeur, printer, posters, delivery, matériel, equipment, stock, boîtage, collage, parking, vigiles, sécurité incendie, banderole, tente, stand, transport, van, warehouse',
    weak: 'livraison, installation, tables, installer, places, personnes, équipe, local, site, event, événement, delivered, schedule',
  },
  meetings: {
    strong:
      'meeting request, invitation à une réunion, conference call, ordre du jour, agenda for, réunion de, compte rendu de réunion, rendez vous, dial in, visioconférence, teleconference, join the meeting, rejoindre la réunion, meeting id, calendar invitation, vevent, doodle, réunion demain, points à l ordre, save the date, let s meet, conf call, réunion lundi, réunion mardi, réunion mercredi, réunion jeudi, réunion vendredi, staff meeting',
    usual:
      'meeting, meetings, réunion, réunions, agenda, rdv, calendar, calendrier, schedule, scheduled, reschedule, reporter, zoom, skype, webex, teams, attend, attendees, participants, dispo, disponible, available, availability, disponibilités, invite, invited, créneau, lunch, déjeuner, conference, appointment',
    weak: 'tomorrow, demain, monday, tuesday, wednesday, thursday, friday, lundi, mardi, mercredi, jeudi, vendredi, am, pm, heures, call, room',
  },
  press: {
    strong:
      'communiqué de presse, press release, revue de presse, press review, press conference, conférence de presse, point presse, journaliste, journalistes, journalist, journalists, demande d interview, interview request, embargo, éléments de langage, talking points, attaché de presse, press office, droit de réponse, press clippings, dossier de presse, service de presse, dépêche afp, media advisory, op ed, tribune',
    usual:
      'interview, interviews, reporter, reporters, journal, newspaper, lemonde, le monde, le figaro, libération, mediapart, bfm, bfmtv, tf1, afp, reuters, bloomberg, new york times, rédaction, rédacteur, editor, médias, media, plateau, matinale, émission, éditorial, article, articles, headline, coverage, presse, citation, quote',
    weak: 'press, news, radio, tv, télé, story, publish, publication, publier, site, antenne, débat',
  },
  politics: {
    strong:
      'programme présidentiel, policy paper, élection présidentielle, législatives, second tour, premier tour, sondage, sondages, poll, polls, polling, candidat, candidats, candidate, candidates, electorate, electoral, électeurs, voters, meeting public, parrainages, circonscription, circonscriptions, campaign manager, discours, stump speech, mesure phare, propositions, réforme, assemblée nationale, bureau de vote, bureaux de vote, assesseurs, liste électorale, listes électorales, porte à porte, canvassing, door to door, procurations, comité local, en marche, manifesto, argumentaire',
    usual:
      'campagne, campaign, élection, élections, election, elections, vote, votes, voter, député, députés, sénateur, senator, senate, congress, ministre, minister, gouvernement, government, parti, president, président, militants, programme, politique, political, policy, referendum, parlement, parliament, législation, legislation, candidature, mandat, maire, debate, reform, retraites, chômage, fiscalité, laïcité, white house, republican, democrat, regulators, ferc',
    weak: 'public, national, europe, état, state, projet, pays, country, france, proposition, plan, équipe, mesures, education, santé, emploi, taxes',
  },
  notes: {
    strong:
      'compte rendu, comptes rendus, note de synthèse, executive summary, memo, mémo, memorandum, minutes of, meeting notes, fiche thématique, note interne, relevé de décisions, action items, briefing note, note de cadrage, synthèse, first draft, en synthèse, contexte et enjeux, discussion paper, points clés, key points, note pour, note sur',
    usual:
      'note, notes, présents, excusé, excusée, excusés, apologies, summary, résumé, fiche, briefing, analyse, analysis, recommandations, recommendations, conclusions, draft, brouillon, rapport, report, background, annexe, sommaire, diagnostic, enjeux',
    weak: 'points, contexte, context, objectif, objectifs, objective, section, chapitre, chapter, ref, sujet, subject',
  },
  hr: {
    strong:
      'curriculum vitae, cover letter, lettre de motivation, job application, candidature spontanée, job offer, fiche de paie, fiches de paie, bulletin de paie, bulletins de paie, bulletin de salaire, bulletins de salaire, payslip, payslips, payroll, offre de stage, entretien d embauche, job interview, recrutement, recruiting, resume attached, mon cv, expérience professionnelle, work experience, performance review, fiche de poste, job description, rupture conventionnelle, convention de stage, congés payés, human resources, ressources humaines, recruiter, headhunter',
    usual:
      'cv, salary, salaire, embauche, hire, hiring, intern, internship, stagiaire, stage, cdd, cdi, vacancy, employee, employees, employé, salarié, salariés, compétences, skills, diplôme, degree, formation, poste, congés, leave, benefits, bonus, candidate, interviews, staffing, resume, licence, master, recruit, associate, analyst',
    weak: 'job, position, experience, expérience, education, profil, profile, equipe, team, manager, langues, university, université, training',
  },
  security: {
    strong:
      'mot de passe, mots de passe, password, passwords, passphrase, reset your password, réinitialiser votre mot, verification code, code de vérification, two factor, double authentification, identifiants, credentials, login details, security alert, alerte de sécurité, new sign in, nouvelle connexion, hameçonnage, clé privée, private key, api key, unusual activity, activité inhabituelle, wifi password, unlock your account, account has been, verify your account, your account is',
    usual:
      'login, log in, phishing, username, user name, identifiant, authentification, authentication, vpn, token, piratage, hacked, hackers, breach, malware, virus, ransomware, suspended, sécurité informatique, cybersecurity, cybersécurité, pin, encrypt, encrypted, chiffrement, verify',
    weak: 'account, compte, access, accès, security, connexion, sign in, secure, sécurité, confirm, connect',
  },
  technical: {
    strong:
      'signed off by, reviewed by, git, commit, kernel, segfault, stack trace, traceback, compiler, patch, patches, diff, github, bugzilla, makefile, malloc, stdout, stderr, localhost, mysql, postgresql, sql, javascript, python, linux, debian, ubuntu, apache, nginx, dns, tcp, ssh, smtp, imap, struct, printf, regression, changelog, git diff, pull request, bug report, unit test, mutex, pointer, namespace, codebase, boot, driver, drivers, vhdl, perl, php, ruby, rpm, freebsd, openbsd, emacs, vim, xml, sysfs, cpu, gpu, api, compile, firmware, repository, lkml',
    usual:
      'bug, bugs, code, server, serveur, software, logiciel, function, module, config, configuration, debug, install, upgrade, version, release, backup, sauvegarde, database, base de données, script, scripts, syntax, library, binary, plugin, files, directory, branch, merge, cache, memory, buffer, thread, syscall, header, headers, build, builds, array, int, char, void, null, bytes, byte, packet, package, packages, interface, exception, protocol, parser, filter, root, user agent',
    weak: 'file, error, test, tests, run, running, line, lines, system, système, output, input, data, fix, fixed, fixes, type, value, add, adds, return, set, use, using, support, change, changes, command, option',
  },
  newsletters: {
    strong:
      'view this email, view in browser, voir dans votre navigateur, version en ligne, manage your subscription, gérer vos préférences, email preferences, newsletter, lettre d information, infolettre, weekly digest, this issue, in this issue, dans ce numéro, vous recevez cet email, vous recevez ce message, daily news, top stories, subscribe, headlines, read more, lire la suite, update your preferences, this newsletter',
    usual:
      'unsubscribe, you are receiving this, se désabonner, désabonner, désabonnez vous, désinscrire, subscribers, abonnés, abonné, digest, weekly, hebdomadaire, édition, edition, découvrez, forwarded this email, sponsor, advertisement, privacy policy, all rights reserved, tous droits réservés, subscription, subscriber, daily, mensuelle, archives, editor',
    weak: 'news, actualités, issue, week, semaine, click here, cliquez ici, online, en ligne, today, latest, site, partager, share, copyright, free, web',
  },
  notices: {
    strong:
      'delivery status notification, mail delivery, undelivered mail, undeliverable, returned mail, out of office, réponse automatique, automatic reply, absence du bureau, do not reply, ne pas répondre, ce message est automatique, automatically generated, automated message, message automatique, read receipt, accusé de réception, mailer daemon, reporting mta, final recipient, diagnostic code, failure notice, delivery failure, could not be delivered, you have been added, you have a new, has shared, a partagé, invited you, wants to connect, build failed, cron daemon, ticket has been, auto generated, i am away, message was not delivered, voicemail, fax received',
    usual:
      'notification, notifications, automatically, automated, automatique, autoreply, postmaster, reminder, rappel, alert, alerte, confirmation, confirmed, status, failed, permanent error, ticket, updated, delivered, expires, expired, subscription, report generated',
    weak: 'account, message, service, please, update, view, details, request',
  },
  spam: {
    strong:
      'viagra, cialis, weight loss, lottery, you have won, vous avez gagné, million dollars, nigeria, next of kin, risk free, act now, mlm, work at home, work from home, get rich, make money, money back, casino, enlargement, cheap meds, pharmacy, adult, xxx, click below, opt out, unclaimed, inheritance, héritage, beneficiary, foreign partner, no obligation, limited time offer, refinance, mortgage rates, lose weight, increase your, special offer, order now, free trial, bulk email, email marketing, remove me, be removed, removal instructions, 100 free, guaranteed, printer cartridges, toner, dear friend, credit card debt, hot stock, earn money, extra income, per week, online pharmacy, herbal, hormone, human growth, copy dvd, satellite tv, no prescription, removed from our, strictly confidential, this business proposal, ink jet, singles, our mailing list',
    usual:
      'winner, prize, gratuit, free, offer, offre, promo, promotion, earn, debt, mortgage, loans, cash, bonus, sexy, sex, girls, win, amazing, miracle, profits, discount, réduction, urgent, claim, fortune, millions, unlimited, instantly, prescription, savings, approved, removed, remove, advertising, cheap, lowest, toll free, call now',
    weak: 'click, now, buy, best, guarantee, today, money, limited, special, visit, dollars, percent, simply, absolutely, receive, million, only, order, below, opportunity, deal, deals, confidential, transaction, save, rates, investment, bank, insurance, income',
  },
  private: {
    strong:
      'bisous, gros bisous, bises, je t embrasse, je t aime, love you, xoxo, mon amour, ma chérie, mon chéri, maman, papa, mom, dad, happy birthday, joyeux anniversaire, bon anniversaire, les enfants, the kids, my wife, my husband, ma femme, mon mari, baby sitter, week end en famille, bonne année, joyeux noël, merry christmas, honey, sweetie, mon fils, ma fille, my son, my daughter, my mom, my mother, my dad, my brother, my sister, ordonnance, mes parents, my parents, grandma, girlfriend, boyfriend, dîner chez, miss you, école des enfants, parent teacher',
    usual:
      'family, famille, enfants, kids, birthday, anniversaire, wedding, mariage, holiday, vacances, doctor, médecin, docteur, dentiste, dentist, école, school, dîner, dinner, beer, apéro, ciné, cinema, soirée, party, chien, dog, cat, baby, bébé, house, maison, sick, malade, santé, yoga, concert, football, golf, fishing, recette, weekend, week end, copains, friends, amis, christmas, noël, fun, love, drinks, game, tonight',
    weak: 'home, hope, fils, fille, mère, père, mother, father, brother, sister, soeur, frère, hey, salut, coucou, ce soir, samedi, dimanche, saturday, sunday, cheers, great',
  },
};

/**
 * What phishing says, by what it wants. English and French in full; German, Dutch, Portuguese and Spanish only the
 * commonest, as they come to French mailboxes too. Plain letters (no marks); `*` stands for the rest of a word.
 */
export type WordKind =
  | 'urgency'
  | 'credentials'
  | 'account-trouble'
  | 'payment'
  | 'prize'
  | 'inheritance'
  | 'crypto'
  | 'call-to-act'
  | 'impersonal'
  | 'lure'
  | 'secrecy'
  | 'parcel';

/** Words and phrases by kind, separated by commas and bars: see `WordKind`. */
export const WORD_LISTS: Readonly<Record<WordKind, string>> = {
  urgency: `
    urgent, urgently,  immediate action, action required, act now, act fast, within 24 hours,
    within 48 hours, within 24h,  within 72 hours, last chance, last reminder, final notice,
    final warning, last warning, expires today, expire today, will expire, expires soon, respond immediately, act immediately, has expired, is expiring,  time-sensitive, don't miss, do not ignore, as soon as possible, before it's too late,
    today only, only today,   final reminder, important notice, attention required, respond urgently
    | urgence, immediatement, action requise, action necessaire,  sous 24 heures, sous 48 heures, sous 24h,
    sous 48h, derniere chance, dernier rappel, dernier avertissement, avis final, expire aujourd'hui, va expirer,
    expire bientot, a expire, offre limitee, duree limitee, sans delai, au plus vite, dans les plus brefs delais,
    ne tardez pas, depechez-vous, reponse urgente, avant qu'il ne soit trop tard, n'ignorez pas
    | dringend*,  letzte chance, letzte mahnung, nur heute, lauft ab, nur fur kurze zeit, binnen 24 stunden,
    letzter schritt, onmiddellijk, laatste kans, verloopt, binnen 24 uur,  urgente, imediatamente,
    ultimo aviso, ultima chance, expira hoje, vai expirar, vao expirar, agora mesmo, inmediatamente, ultima oportunidad, limited time offer, limited offer, for a limited time, hurry up, expires in, act swiftly, action needed, notice:, attention!, agissez vite, agissez maintenant, necessary action, urgently need, fast action`,
  credentials: `
  pass word, passcode,  login details, log in to, login to, sign in to,  verify your, verify now,  validate your, confirm  
    confirm your account, confirm your email, confirm your information, update your information, update your account,
    reset your   one-time code, recovery phrase, seed phrase, secret phrase, 
    pin code, social security number,   re-verify, reactivate, | mot de passe, mots de passe,  connectez-vous, se connecter, verifiez votre, verifier votre,
    verifiez vos, confirmez votre, confirmer votre, validez votre, mettez a jour vos, mettre a jour vos,
    reinitialis*, code de securite, code secret, phrase de recuperation, cle privee, votre identite, reactivez,
    numero de securite sociale, date de naissance, pieces d'identite, | passwort, kennwort, zugangsdaten, anmelden, bestatigen sie, verifizier*, wachtwoord, inloggen, bevestig uw,
    verifieer, senha, confirme seus dados, confirme sua, verificar, verifique, acesse sua conta, contrasena,
    confirme su, verifique su, your password, password expir*, password reset, new password, change password, email password, account password, keep my password, keep same password, verify account, account verification, verify your account, verification required, secret recovery, your private key, confirm the transaction, sign-in attempt, login attempt, was this you, re-login, relogin, your date of birth, vos identifiants, nos registros, seus dados, dados cadastrais`,
  'account-trouble': `
  account has been, account will be, your account is,  limited access,  unusual activity, unusual sign-in,  data breach,
    security breach, security alert, security notice, security incident, 
    storage is full, storage limit, mailbox is full, quota exceeded, exceeded your quota, new device login, will be deleted, permanently deleted,  lose access, lose all,  protect your account, keep your account, account
    notice,  protection expired, subscription has expired, renew your, not protected
    | suspendu*, compte a ete, compte sera, votre compte, bloquee, desactiv*, resilie, activite
    inhabituelle, connexion inhabituelle,  non autorise*, fuite de donnees, alerte de securite, avis de
    securite, nouvel appareil, stockage est plein, espace de stockage, boite est pleine, sera supprime*, seront
    supprime*, cloture, perdre l'acces,  infecte*, abonnement a expire, renouvel*
    | gesperrt, ihr konto, eingeschrankt, wird geloscht, werden geloscht,  abgelaufen, geblokkeerd, uw account,
    verwijderd,  geen ruimte, bloqueada, bloqueado, suspensa, suspensao, sua conta, irregular*, pendenc*,
    suspendida, su cuenta, bloqueo, account suspended, been suspended, temporarily suspended, will be suspended, account is locked, been locked,
    been restricted, be restricted, deactivated, be deactivated, account deactivation, be terminated, suspicious activity, suspicious
    login, unauthorized access, unauthorized login, unauthorised access, your computer, your device is, viruses, mailbox capacity,
    cloud capacity, storage capacity, photos will be, files will be, listed for closure, account closure, to avoid closure, has been compromised,
    activite suspecte, acces non autorise, a ete bloque, est bloque, sera bloque, compte suspendu, compte restreint`,
  payment: `
    invoice, payment, refund,  billing, overdue, credit card, debit card,
    bank account, bank details,  withdraw*,  cashback,  your order,
    order confirmation,   compensation, loan, loans, credit score, debt, funds,   tax refund, gift card, western union, moneygram
    | facture, paiement, remboursement, virement, impaye*, carte bancaire, carte de   compte bancaire,
    coordonnees bancaires, rib, frais, votre commande, votre recu, recu de paiement, recu pour, un achat, votre achat, indemni*,  prets, rachat de credit*,  dette, dettes,  amende,  reglez, cheque, cotisation, mensualite*
    | rechnung, zahlung, ruckerstattung, auszahlung, uberweisung, kredit, gebuhr*,  betaling, factuur,
    terugbetaling, pagamento, fatura, boleto,  taxada, multa, cobranca,  reembolso, cpf, cnpj, via pix, transaction id, your transaction, transfer of, wire transfer, service fee, processing fee, delivery fee, customs fee, you
    were charged, be charged, your card, your receipt, confirmation receipt, your statement, statement is ready, your claim, your funds, your purchase, pending payment,
    your payment, payment received, payment failed, payment method, has been funded, received payment, votre credit, un credit, vos credits, un pret, vos fonds, nota fiscal, aviso de
    compra, taxa de`,
  prize: `
    congratulations, congrats, you have won, you've won,  winnings, you have been selected, you've been
    selected, been chosen, lottery, jackpot,    free   giveaway, exclusive offer,
    special offer,  voucher,  promo code,  claim your, claim now, free trial,
    100% free, free of charge,  eligibility, sweepstake*, airdrop, raffle,  free spins
    | felicitations, vous avez gagne, gagnant*, vous avez ete selectionne*, ete choisi*, loterie, gros lot, 
    recompense*, offre exclusive, offre speciale, bon d'achat, bons d'achat, code promo, sondage, 
    vous etes eligible, etre eligible, votre eligibilite, beneficiez,  tirage au sort, essai gratuit, a gagner
    | gewonnen, gewinn*, gluckwunsch, pramie, belohnung, geschenk*, gutschein*, umfrage, kostenlos*,  freispiele,
    verlosung, cadeaukaart*, beloning*, winnaar, verloten,  gefeliciteerd, parabens, voce ganhou, premio*,
    sorteio, brinde,   cotacao,  felicidades, ha ganado, regalo, desconto, promocional, a gift, your gift, gift card, gift for you, your bonus, welcome bonus, exclusive bonus, discount code, exclusive discount, take the survey, answer a survey, short survey, customer survey, you are eligible, eligible for, lucky winner, the winner, a winner, as a winner, your reward, exclusive reward, loyalty reward, your prize, grand prize, un cadeau, votre cadeau, cadeau gratuit, c'est gratuit, totalement gratuit, gratis, sua proposta, nova tabela, seus pontos, nova cotacao, partners you, now eligible`,
  inheritance: `
    next of kin, inheritance,  beneficiary, deceased, late husband, my late,  widower,  
     million dollars, million   us dollars, united states dollars,  trust fund,
    fund transfer, business proposal, business proposition, business   business opportunity,   foreign partner, barrister,  consignment, 
    bank draft, atm card, compensation fund,  federal bureau, god bless,   kindly reply, reply me, get back to me,   
    i am   i am mr,  crude oil,  relief fund, humanitarian, your assistance
    | l'heritage, un heritage, heritier*, beneficiaire, defunt*, feu mon mari, veuve, veuf,   million de dollars, million d'euros, partenariat, investiss*,   huissier,   que dieu, cher ami, chere amie, je me nomme, je m'appelle, contactez-moi, veuillez me, votre aide,
    oeuvre de charite, oeuvres caritatives
    | erbschaft, spende, millionen, herencia, heranca, beneficiario, doacao, caridade, milhoes, querido, querida,
    saudacoes, viuva, a charity, charity work, million dollars, million us, million euros, million pounds, us$, investment of, investment
    proposal, to invest, i am writing to you, my name is mrs, my name is mr, kindly reply, kindly contact, kindly get
    back, kindly respond, i await your, waiting for your reply, your urgent reply, urgent response, prompt response,
    lucrative, business venture, business transaction, business magnitude, huge sum, substantial amount, sum of,
    trustworthy, genuine need, with due respect, compliments of, compliments, seek your, dormant account, dormant fund,
    manager of, regional manag*, business man, businessman, god fearing, my client, gulf, lottery fund, a gift
    for you, promising opportunity, faire un don, un don de, somme de, avocat de, notaire de, mon client, mon defunt,
    meu cliente, meu nome, advogado, falecid*`,
  crypto: `
    bitcoin, bitcoins, btc, ethereum,  usdt, usdc, cryptocurrenc*, blockchain,   metamask,  trezor, coinbase, binance, opensea, airdrop,  steth, 
    hardware    web3,   trust     xrp, solana, dapp
    | cryptomonnaie*, crypto-monnaie*, | krypto*, carteira, billetera, criptomoeda*, crypto wallet, your wallet, wallet address, wallet app, digital wallet, bitcoin wallet, claim your token*, your
    tokens, token claim, your nft, digital collectible, eth network, ethereum network, ledger device, your ledger, ledger live, ledger
    user, ledger wallet, ledger account, nano s, nano x, recovery phrase, staking rewards, self-custody, usd coin,
    airdrops, votre portefeuille, portefeuille numerique`,
  'call-to-act': `
    click here, click below, click the link, click on the link, click the button,  visit the link,
    follow the link, link below, button below, open the attach*,   attached document,
    attached pdf,  get started, claim your, claim now, verify now, start now,  view now, view
    order, view document, review now, reply now,  register now,  join now, play now,
    get yours, access now, call us, call now, toll free, update now, confirm now, check now, apply now, complete the
    | cliquez, cliquez ici, cliquer ici, cliquant, lien ci-dessous, bouton ci-dessous, suivez le lien, ouvrez la
    piece,    commencez, j'en profite, en savoir plus, verifier maintenant,
    confirmer,   activez, inscrivez-vous, rappelez,  repondez,
    mettez a jour, je verifie, je decouvre, | klicken, hier klicken,  link unten,  klik hier, klik op, schrijf u uit,  
    clique aqui, clique, acesse, acessar,  haga clic, pulse aqui, regularize, regularizar, consulte, click to, download your, activate your, activate now, jetzt klicken, jetzt sichern, jetzt bestatigen, learn more now, information in attachment, attached invoice, with the attachment, en piece jointe, telechargez votre`,
  impersonal: `
    dear customer, dear user, dear client, dear sir, dear madam, dear friend, dear beloved, dear valued, valued
    customer, dear member, dear account holder, dear email user, dear winner,  hello dear, dear beneficiary,  hello friend, my dear, hi dear, dear subscriber, dear investor, valued user, dear partner
    | cher client, chere cliente, cher utilisateur, cher abonne, chers clients, madame monsieur,  cher membre,
    bien-aime*, cher beneficiaire, cher ami, cher(e) client(e)
    | sehr geehrter kunde, lieber kunde, geachte klant, beste klant, prezado cliente, caro cliente, 
    estimado cliente, querido amigo, , greetings of, greetings to you, dear sir/madam, hello there, good day, good morning sir, prezado(a), ola tudo, hello honey, attn, dear sir or madam, dear ledger`,
  lure: `
    sex, sexy, hot women, dating,  lonely, hookup, girlfriend, women near, russian   ukrainian,
    casino, free spins, spins,   poker, jackpot, iptv, weight loss, lose weight, pills, viagra, cialis,
    pharmacy, keto, earn money, make money, work from home, extra
    income, passive income, escort,  fat burn*, testosterone, hair loss, insurance quote, health insurance,  hearing aid, window replacement,  | sexe, rencontre*, celibataire*, coquin*,  casino, tours gratuits, paris sportifs, perdre du poids, maigrir,
    minceur, pilules, gagner de l'argent, revenu complementaire, revenus passifs, complement d'argent, mutuelle,
    pompe a chaleur, panneaux solaires,  travail a domicile
    |  frauen, freispiele, abnehmen, gewichtsverlust,  vrouwen, meisje*, afspraakje*, ondeugend*,
    plano de saude, planos de saude, emagrec*, mulheres, mujeres, oekraien*, liefde*, geld verdienen, notfallset, sexual, hot sex, russian women, russische singles, ukrainian girls, dating site, sports betting, online betting, home warranty, solar panels, perfect woman, perfect match, singles near, belles femmes, video celebrity, celebrity secret, canvas print*, hacking forum, spamming tools`,
  secrecy: `
  strictly   top secret, keep this, do not tell, do not disclose, private email, are you
    available, are you at your desk, quick favor, quick favour, small favor, quick task, wire transfer, risk free,
    risk-free, 100% safe, legal and, mutual benefit, trust you,  | confidentiel*, strictement confidentiel, n'en parlez, ne dites, etes-vous disponible, petit service, tache
    urgente, sans risque, en toute confiance, discretion, entre nous
    | vertraulich, vertrouwelijk, confidencial, sigilo, in confidence, utmost confidence, confidentiality, are you available now`,
  parcel: `
   tracking number, tracking code,  undelivered,
    could not be delivered, delivery attempt, reschedule,  |    numero de suivi,  frais de   coursier, non livre*, n'a pas pu etre
    livre, reprogramm*, point relais, facteur, bureau de poste
    |  lieferung, sendung, zustellung, zoll, pakket, bezorg*, verzending,  encomenda,  alfandega,
    mercadoria,   retida, paquete, envio, aduana, your package, your parcel, your shipment, your delivery, package is, parcel is, a package, customs fee, customs duty, customs clearance, courier service, delivery
    service, delivery fee, ready for delivery, has been shipped, votre colis, votre livraison, colis est, frais de livraison, ihr paket, paket wurde, ihre lieferung, seu pedido, sua entrega,
    objeto postal`,
};

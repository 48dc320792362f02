/** A name that phishing borrows, and the domains that may use it. */
export interface KnownBrand {
  /** Words as they stand in a display name: lower case, without marks. */
  readonly name: string;
  readonly domains: readonly string[];
}

// Chosen from what abuse desks report most (parcels, banks, cloud accounts, crypto wallets, tax and health offices),
// France first. Names that are also ordinary words or first names are left out or given with a second word.
const TABLE = `
microsoft: microsoft.com microsoftonline.com office.com outlook.com live.com azure.com
office 365: microsoft.com office.com microsoftonline.com
onedrive: microsoft.com onedrive.com live.com sharepoint.com
sharepoint: microsoft.com sharepoint.com sharepointonline.com
google: google.com youtube.com gmail.com
google drive: google.com
apple: apple.com icloud.com
icloud: apple.com icloud.com
cloud storage:
cloud drive:
amazon: amazon.com amazon.fr amazon.co.uk amazon.de amazon.es amazon.it amazonses.com aws.amazon.com
amazon prime: amazon.com amazon.fr primevideo.com
paypal: paypal.com paypal.fr paypal.co.uk paypal.de
netflix: netflix.com
facebook: facebook.com facebookmail.com meta.com
instagram: instagram.com facebookmail.com meta.com
whatsapp: whatsapp.com
linkedin: linkedin.com
dropbox: dropbox.com dropboxmail.com
docusign: docusign.com docusign.net
adobe: adobe.com
wetransfer: wetransfer.com
zoom: zoom.us zoom.com
proton: proton.me protonmail.com
proton.me: proton.me protonmail.com
yahoo: yahoo.com yahoo-inc.com
ebay: ebay.com ebay.fr ebay.de ebay.co.uk
spotify: spotify.com
dhl: dhl.com dhl.de dhl.fr
fedex: fedex.com
ups: ups.com
usps: usps.com
dpd: dpd.com dpd.fr dpd.de
gls: gls-group.eu gls-france.com
postnl: postnl.nl
correios: correios.com.br
la poste: laposte.fr laposte.info laposte.net notif-colissimo-laposte.info
laposte: laposte.fr laposte.info laposte.net notif-colissimo-laposte.info
colissimo: laposte.fr laposte.info notif-colissimo-laposte.info
chronopost: chronopost.fr
mondial relay: mondialrelay.fr
ameli: ameli.fr assurance-maladie.fr
assurance maladie: ameli.fr assurance-maladie.fr
impots: impots.gouv.fr dgfip.finances.gouv.fr
antai: antai.gouv.fr
caf: caf.fr
cpf: caissedesdepots.fr moncompteformation.gouv.fr
compte formation: caissedesdepots.fr moncompteformation.gouv.fr
maprimerenov: anah.gouv.fr france-renov.gouv.fr
credit agricole: credit-agricole.fr
bnp paribas: bnpparibas.com bnpparibas.net
societe generale: socgen.com societegenerale.fr
banque populaire: banquepopulaire.fr
banque postale: labanquepostale.fr
caisse d epargne: caisse-epargne.fr
credit mutuel: creditmutuel.fr
boursorama: boursorama.fr boursobank.com
lcl: lcl.fr
orange: orange.fr orange.com
sfr: sfr.fr
bouygues: bouyguestelecom.fr bouygues.com
ovh: ovh.com ovhcloud.com ovh.net
ovhcloud: ovh.com ovhcloud.com ovh.net
edf: edf.fr
engie: engie.com engie.fr
sncf: sncf.fr sncf.com oui.sncf sncf-connect.com
vinci autoroutes: vinci-autoroutes.com
leboncoin: leboncoin.fr
vinted: vinted.fr vinted.com
carrefour: carrefour.fr carrefour.com
decathlon: decathlon.fr decathlon.com
coinbase: coinbase.com
binance: binance.com
kraken: kraken.com
ledger: ledger.com ledger.fr
trezor: trezor.io
metamask: metamask.io consensys.io
trust wallet: trustwallet.com
trustwallet: trustwallet.com
opensea: opensea.io
tether: tether.to
ripple: ripple.com
electrum: electrum.org
exodus: exodus.com
uniswap: uniswap.org
pancakeswap: pancakeswap.finance
lido finance: lido.fi
celsius: celsius.network
blockchain.com: blockchain.com
ftx: ftx.com
norton: norton.com gendigital.com
lifelock: lifelock.com norton.com
mcafee: mcafee.com
total av: totalav.com
totalav: totalav.com
walmart: walmart.com
costco: costco.com
home depot: homedepot.com
starbucks: starbucks.com
nespresso: nespresso.com
oral b: oralb.com oralb.de oralb.fr
lidl: lidl.com lidl.de lidl.fr
aldi: aldi.com aldi.de aldi.fr aldi-sued.de aldi-nord.de
kaufland: kaufland.de
edeka: edeka.de
rewe: rewe.de
adac: adac.de
aok: aok.de
telekom: telekom.de telekom.com t-online.de
sparkasse: sparkasse.de
deutsche bank: db.com deutsche-bank.de
commerzbank: commerzbank.de commerzbank.com
albert heijn: ah.nl
digid: digid.nl
rabobank: rabobank.nl
bank of america: bankofamerica.com
wells fargo: wellsfargo.com
citibank: citi.com citibank.com
american express: americanexpress.com aexp.com
hsbc: hsbc.com hsbc.co.uk hsbc.fr
barclays: barclays.com barclays.co.uk
santander: santander.com santander.co.uk santander.com.br
revolut: revolut.com
wise: wise.com transferwise.com
western union: westernunion.com
moneygram: moneygram.com
nubank: nubank.com.br
mercado pago: mercadopago.com mercadopago.com.br
mercado livre: mercadolivre.com.br mercadolivre.com
bradesco: bradesco.com.br
itau: itau.com.br itau-unibanco.com.br
livelo: livelo.com.br
detran: gov.br
serasa: serasa.com.br serasaexperian.com.br
state farm: statefarm.com
united healthcare: uhc.com unitedhealthcare.com
united airlines: united.com
hilton: hilton.com
irs: irs.gov
ssa: ssa.gov
ssa.gov: ssa.gov
social security: ssa.gov
fbi: fbi.gov ic.fbi.gov
federal bureau: fbi.gov ic.fbi.gov
united nations: un.org
world bank: worldbank.org
interpol: interpol.int
europol: europol.europa.eu
gendarmerie: gendarmerie.interieur.gouv.fr
police nationale: interieur.gouv.fr
`;

/** Names that phishing borrows and the domains they own; a brand without domains is only a name to be told. */
export const KNOWN_BRANDS: readonly KnownBrand[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const colon = line.lastIndexOf(':');
    return {
      name: line.slice(0, colon),
      domains: line
        .slice(colon + 1)
        .split(' ')
        .filter(Boolean),
    };
  });

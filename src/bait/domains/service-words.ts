/**
 * Services whose log-in pages are what a campaign's staff expect to see: phishing names them beside the brand
 * (onedrive-en-marche.fr) or alone (portal-office.fr).
 */
export const PLATFORMS: readonly string[] = (
  'office office365 o365 microsoft microsoft365 onedrive sharepoint outlook teams azure google gmail gdrive ' +
  'gsuite workspace dropbox icloud apple yahoo whatsapp telegram signal facebook twitter linkedin zoom slack ' +
  'docusign wetransfer ovh gandi proton protonmail nationbuilder adfs owa okta exchange'
).split(' ');

/** Words for the spread of a brand over services, English and French, the commonest first. */
export const WORDS: readonly string[] = (
  'mail login portal accounts account secure webmail auth support drive cloud docs files share service update ' +
  'verify admin vpn sso intranet help my signin reset office mfa press news donate vote team staff jobs shop ' +
  'compte comptes connexion connecter portail securite messagerie courriel partage fichiers documents espace ' +
  'moncompte monespace mon aide assistance presse actu don dons adhesion adherents equipe contact officiel ' +
  'candidat elections'
).split(' ');

/** Suffixes to try a brand under: those of Europe, the large ones, and the cheap ones phishing is fond of. */
export const SUFFIXES: readonly string[] = (
  'com net org info biz eu fr co io me us uk co.uk de at ch be lu nl es it pt ie ca pl cz sk hu ro bg gr se no ' +
  'dk fi ee lv lt si hr rs ua ru su by kz tr il in cn jp kr hk tw sg au nz br ar mx cl co.za re pm tf wf yt cat ' +
  'paris bzh alsace corsica gal name pro mobi tv cc ws to fm ly gl gg app dev page cloud online site website ' +
  'store shop club live news media press vote team email support services tech digital agency group company ' +
  'xyz top icu buzz cyou click link work rest fit wang ooo tk ml ga cf gq pw space fun'
).split(' ');

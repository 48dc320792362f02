import { patternOf } from './known-forms.ts';
import { hostOf, type Unit } from './units.ts';

/**
 * What virus scanners write under the mail they have looked at, going out or coming in, in the products' own words and
 * in the form of `unitsOf`. They have no list, and no other mail need show them: a home computer has its own scanner. NAME
 * stands for versions and dates. Links to the product's maker may stand anywhere: HTML has one behind each word it links.
 */
const FORMS: readonly string[] = [
  // Avast and AVG.
  'this email has been checked for viruses by avast antivirus software',
  'this email has been checked for viruses by avg antivirus software',
  'this email has been checked for viruses by avg',
  'this email is free from viruses and malware because avast antivirus protection is active',
  'this email was sent from a virus free computer protected by avast',
  'virus free',
  'virus free www avast com',
  'virus free www avg com',
  'l absence de virus dans ce courrier électronique a été vérifiée par le logiciel antivirus avast',
  'l absence de virus dans ce courrier électronique a été vérifiée par le logiciel antivirus avg',
  'cet e mail a été vérifié par le logiciel antivirus d avast',
  'ce courrier électronique ne contient aucun virus ou logiciel malveillant parce que la protection avast antivirus est active',
  'garanti sans virus',
  'garanti sans virus www avast com',
  'sans virus',
  'sans virus www avast com',
  'diese e mail wurde von avast antivirus software auf viren geprüft',
  'virenfrei',
  'virenfrei www avast com',
  'este correo electrónico ha sido comprobado en busca de virus por avast antivirus',
  'el software de antivirus avast ha analizado este correo electrónico en busca de virus',
  'libre de virus www avast com',
  'questa e mail è stata controllata per individuare virus con avast antivirus',
  'mail priva di virus www avast com',
  'no virus found in this message',
  'no virus found in this incoming message',
  'no virus found in this outgoing message',
  'aucun virus trouvé dans ce message',
  'checked by avg',
  'checked by avg anti virus',
  'checked by avg www avg com',
  'analyse effectuée par avg',
  'analyse effectuée par avg www avg fr',
  'version NAME virus database NAME release date NAME',
  'version NAME base de données virale NAME date NAME',
  // MailScanner, in one line and in three.
  'this message has been scanned for viruses and dangerous content by mailscanner and is believed to be clean',
  'this message has been scanned for viruses and',
  'dangerous content by mailscanner and is',
  'believed to be clean',
  'this message was scanned by mailscanner and is believed to be clean',
  'ce message a été vérifié par mailscanner pour des virus ou des polluriels et rien de suspect n a été trouvé',
  'ce message a été vérifié par mailscanner',
  'pour des virus ou des polluriels et rien de',
  'suspect n a été trouvé',
  // Symantec, MessageLabs, ESET, McAfee.
  'this email has been scanned by the symantec email security cloud service',
  'this email has been scanned by the messagelabs email security system',
  'for more information please visit',
  ...[
    ...['nod32 antivirus', 'smart security', 'internet security', 'endpoint antivirus', 'endpoint security'],
    ...['mail security', 'file security', 'cyber security', 'security'],
  ].flatMap((product) => [
    `information from eset ${product} version of virus signature database NAME`,
    `information from eset ${product} version of detection engine NAME`,
    `informations provenant d eset ${product} version de la base des signatures de virus NAME`,
    `the message was checked by eset ${product}`,
    `le message a été vérifié par eset ${product}`,
  ]),
  'scanned by mcafee and confirmed virus free',
];

const PATTERNS: readonly RegExp[] = FORMS.map(patternOf);

const MAKERS = [
  'avast.com',
  'avg.com',
  'avg.fr',
  'eset.com',
  'symanteccloud.com',
  'messagelabs.com',
  'mailscanner.info',
];

/** The same bound for the same reason as with known forms. */
const LONGEST_FORM = 200;

/** Whether a piece of added text is such a notice from end to end, with no link but to its product's maker. */
export function isScannerForm(unit: Unit): boolean {
  const known = scanned.get(unit);
  if (known !== undefined) return known;
  const isOne = isNotice(unit);
  scanned.set(unit, isOne);
  return isOne;
}

const scanned = new WeakMap<Unit, boolean>();

function isNotice({ normal }: Unit): boolean {
  if (normal.length > LONGEST_FORM) return false;
  const words = normal
    .replace(/ ?\blink ([^ ]{1,100})/g, (link, host: string) => (isOfMaker(host) ? '' : link))
    .trim();
  if (words === '') return true;
  return PATTERNS.some((pattern) => {
    const values = pattern.exec(words)?.slice(1);
    return values?.every((value) => /^[\d ]{1,60}$/.test(value)) ?? false;
  });
}

function isOfMaker(value: string): boolean {
  const host = hostOf(value);
  return MAKERS.some((maker) => host === maker || host.endsWith(`.${maker}`));
}

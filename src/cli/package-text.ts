import type { PackageCheck, PackageProblem } from '../evidence-package/index.ts';
import type { Language, Text } from '../model/text.ts';
import { harmless } from './terminal/cells.ts';
import { counted, ENTRIES, FAULTS, FILES } from './terminal/counted.ts';
import { formatBytes } from './terminal/format.ts';

const PROBLEMS: Readonly<Record<PackageProblem['type'], Text>> = {
  'not-a-bag': { en: 'no bag by RFC 8493', fr: 'pas un «\u00a0bag\u00a0» selon la RFC 8493' },
  changed: { en: 'changed', fr: 'modifié' },
  missing: { en: 'missing', fr: 'absent' },
  added: { en: 'added, in no manifest', fr: 'ajouté, dans aucun manifeste' },
  'no-file': { en: 'a link or a device, not followed', fr: 'un lien ou un périphérique, non suivi' },
  unreadable: { en: 'could not be read: nothing is known of it', fr: 'illisible\u00a0: on n’en sait rien' },
  outside: { en: 'leads out of the package, not looked at', fr: 'mène hors du paquet, non consulté' },
  'listed-twice': { en: 'listed twice', fr: 'listé deux fois' },
  'bad-line': { en: 'a line that is no entry', fr: 'une ligne qui n’est pas une entrée' },
  'too-large': { en: 'more than is looked at', fr: 'plus que ce qui est examiné' },
  'bad-signature': { en: 'the signature does not hold', fr: 'la signature ne tient pas' },
  'other-signer': {
    en: 'not signed by the key you expect',
    fr: 'pas signé par la clé attendue',
  },
  'bad-stamp': { en: 'no time stamp of this package', fr: 'pas un horodatage de ce paquet' },
  'broken-log': { en: 'the log is broken', fr: 'le journal est rompu' },
};

const SEALS: Readonly<Record<'none' | 'requested', Text>> = {
  none: { en: 'no time stamp', fr: 'pas d’horodatage' },
  requested: {
    en: 'no time stamp yet, a request lies ready',
    fr: 'pas encore d’horodatage, la demande est prête',
  },
};

/** What a check of a package found, line by line. Names come from a stranger and are made harmless. */
export function packageLines(check: PackageCheck, lang: Language): string[] {
  const { files, bytes, seal, problems, custody } = check;
  const [size, faults] = [formatBytes(bytes, lang), counted(problems.length, FAULTS, lang)];
  return [
    ...problems.map((problem) => problemLine(problem, lang)),
    `${counted(files, FILES, lang)}, ${size}${{ en: ':', fr: '\u00a0:' }[lang]} ${faults}`,
    ...(seal === null ? [] : [{ en: `seal: ${seal}`, fr: `sceau\u00a0: ${seal}` }[lang]]),
    signatureLine(check.signature, lang),
    stampLine(check.stamp, lang),
    ...(custody?.type === 'intact'
      ? [
          {
            en: `custody log intact: ${counted(custody.entries, ENTRIES, lang)}, last hash ${custody.lastHash}`,
            fr: `journal de conservation intact\u00a0: ${counted(custody.entries, ENTRIES, lang)}, dernière empreinte ${custody.lastHash}`,
          }[lang],
        ]
      : []),
  ];
}

function problemLine(problem: PackageProblem, lang: Language): string {
  const said = `${harmless(problem.path)}: ${PROBLEMS[problem.type][lang]}`;
  switch (problem.type) {
    case 'changed':
      return `${said} (${problem.expected.slice(0, 12)}… → ${problem.found.slice(0, 12)}…)`;
    case 'other-signer':
      return `${said} (${problem.found ?? '–'})`;
    case 'bad-stamp':
      return `${said} (${problem.why})`;
    case 'broken-log':
      return `${said} (${problem.number})`;
    default:
      return said;
  }
}

function signatureLine(signature: PackageCheck['signature'], lang: Language): string {
  switch (signature.type) {
    case 'none':
      return { en: 'not signed', fr: 'non signé' }[lang];
    case 'no-key':
      return {
        en: 'signature could not be checked: no key',
        fr: 'signature non vérifiable\u00a0: pas de clé',
      }[lang];
    case 'bad':
      return { en: 'signature does not hold', fr: 'la signature ne tient pas' }[lang];
    case 'good':
      return {
        en: `signature holds, by key ${signature.fingerprint} (whose key that is, the package cannot show)`,
        fr: `la signature tient, par la clé ${signature.fingerprint} (à qui elle est, le paquet ne le montre pas)`,
      }[lang];
  }
}

/** The state of the time stamp in a line. */
export function stampLine(stamp: PackageCheck['stamp'], lang: Language): string {
  if (stamp.type === 'none' || stamp.type === 'requested') return SEALS[stamp.type][lang];
  if (stamp.type === 'invalid')
    return { en: `time stamp is not valid: ${stamp.why}`, fr: `horodatage non valable\u00a0: ${stamp.why}` }[
      lang
    ];
  const chain = {
    trusted: { en: 'by an authority you rely on', fr: 'par une autorité à laquelle vous vous fiez' },
    'not-checked': {
      en: 'who made it was not checked, see --trust',
      fr: 'son auteur n’a pas été vérifié, voir --trust',
    },
  }[stamp.chain][lang];
  return {
    en: `stamped ${stamp.time} by ${harmless(stamp.authority)} (${chain})`,
    fr: `horodaté ${stamp.time} par ${harmless(stamp.authority)} (${chain})`,
  }[lang];
}

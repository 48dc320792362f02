/** A score as a person reads it in a terminal. */
import { type Language, VERDICTS } from '../../model/index.ts';
import { brierScore } from './calibration.ts';
import { percent, shown } from './markdown.ts';
import type { KindRow, Outcome, Rate, Score, WrongItem } from './score.ts';

const MOST_WRONG = 12;

const LABELS = {
  falseAuthentic: { en: 'forgeries called authentic', fr: 'faux jugés authentiques' },
  ofList: { en: 'of these, kinds of the list', fr: 'dont sortes de la liste' },
  exempt: { en: 'the same, kind 18 and decoys', fr: 'de même, sorte 18 et leurres' },
  falseCorroborated: { en: 'forgeries called corroborated', fr: 'faux jugés corroborés' },
  detection: { en: 'detectable forgeries doubted', fr: 'faux décelables mis en doute' },
  benign: { en: 'benign changes doubted', fr: 'changements anodins mis en doute' },
  genuine: { en: 'untouched mail doubted', fr: 'courrier intact mis en doute' },
  abstention: { en: 'left unverified', fr: 'laissés non vérifiés' },
  part: { en: 'changed parts named', fr: 'parties modifiées nommées' },
  place: { en: 'changed words or bytes named', fr: 'mots ou octets modifiés nommés' },
  lift: { en: 'unsigned, quoted by signed: lifted', fr: 'non signés cités par un signé\u00a0: relevés' },
  recovered: { en: 'keys computed from signatures', fr: 'clés calculées à partir des signatures' },
  brier: { en: 'Brier score (0 is perfect)', fr: 'score de Brier (0 est parfait)' },
  lost: { en: 'not in the case', fr: 'absents du dossier' },
  wrong: { en: 'called authentic, though forged:', fr: 'jugés authentiques, pourtant faux\u00a0:' },
  doubted: { en: 'doubted, though nothing is wrong with them:', fr: 'mis en doute à tort\u00a0:' },
  missed: { en: 'detectable, and missed:', fr: 'décelables, et manqués\u00a0:' },
  setting: { en: 'keys', fr: 'clés' },
  reference: { en: 'reference archive', fr: 'archive de référence' },
} as const;

/** The score in lines of text, makers for development and makers kept apart side by side. */
export function scoreText(score: Score, lang: Language): string {
  const label = (name: keyof typeof LABELS): string => LABELS[name][lang];
  const line = (name: keyof typeof LABELS, rate: Rate, note = ''): string =>
    `${label(name).padEnd(40)}${shown(rate)}${note}`;
  const makers = ({ byMaker }: Score['falseAuthentic'] | Score['detection']): string =>
    `   development ${percent(byMaker.development)}, held-out ${percent(byMaker['held-out'])}`;
  const yes = { en: score.reference ? 'yes' : 'no', fr: score.reference ? 'oui' : 'non' }[lang];
  const lines = [
    `${label('setting')}: ${score.keys}, ${label('reference')}: ${yes}`,
    '',
    line('falseAuthentic', score.falseAuthentic, makers(score.falseAuthentic)),
    line('ofList', score.falseAuthentic.ofList),
    line('exempt', score.falseAuthentic.exempt),
    line('falseCorroborated', score.falseCorroborated),
    line('detection', score.detection, makers(score.detection)),
    line('benign', score.falseDoubt.benign),
    line('genuine', score.falseDoubt.genuine),
    line('abstention', score.abstention),
    line('part', score.localisation.part),
    line('place', score.localisation.place),
    line('lift', score.lift),
    `${label('brier').padEnd(40)}${brierScore(score.calibration)?.toFixed(4) ?? '–'}`,
    `${label('lost').padEnd(40)}${score.lost}`,
    ...recoveredLines(score, lang),
    '',
    ...calibrationLines(score, lang),
    '',
    ...confusionLines(score.confusion),
    ...wrongLines(label('wrong'), score.wrong.falseAuthentic),
    ...wrongLines(label('doubted'), score.wrong.falseDoubt),
    ...wrongLines(label('missed'), score.wrong.missed),
  ];
  return `${lines.join('\n')}\n`;
}

function recoveredLines({ recovered }: Score, lang: Language): readonly string[] {
  if (recovered === null) return [];
  const { right, forgers, wrong, possible } = recovered;
  const told = {
    en: `${right} of ${possible} possible; ${forgers} of forgers, ${wrong} wrong`,
    fr: `${right} sur ${possible} possibles\u202f; ${forgers} de faussaires, ${wrong} fausses`,
  };
  return [`${LABELS.recovered[lang].padEnd(40)}${told[lang]}`];
}

function calibrationLines({ calibration }: Score, lang: Language): readonly string[] {
  const head = {
    en: ['score from', 'items', 'foretold', 'true'],
    fr: ['score dès', 'éléments', 'annoncé', 'vrai'],
  }[lang];
  const row = (cells: readonly string[]): string => cells.map((cell) => cell.padStart(10)).join('');
  return [
    row(head),
    ...calibration.bins
      .filter(({ items }) => items > 0)
      .map(({ from, items, genuine, foretold }) =>
        row([String(from), String(items), (foretold / items).toFixed(3), (genuine / items).toFixed(3)]),
      ),
  ];
}

const OUTCOMES: readonly Outcome[] = [...VERDICTS, 'none'];

function confusionLines(rows: readonly KindRow[]): readonly string[] {
  const head = `${''.padEnd(46)}${OUTCOMES.map((each) => each.slice(0, 8).padStart(9)).join('')}`;
  return [
    head,
    ...rows.map(({ kind, maker, counts }) => {
      const numbers = OUTCOMES.map((each) => String(counts[each] || '·').padStart(9)).join('');
      return `${`${kind} ${maker ?? ''}`.padEnd(46)}${numbers}`;
    }),
  ];
}

function wrongLines(title: string, items: readonly WrongItem[]): readonly string[] {
  if (items.length === 0) return [];
  const shownItems = items
    .slice(0, MOST_WRONG)
    .map(
      ({ id, path, kind, verdict, reasons }) =>
        `  ${id ?? '–'}  ${verdict}  ${kind}  ${path}  ${reasons.slice(0, 3).join(' ')}`,
    );
  const rest = items.length - shownItems.length;
  return ['', title, ...shownItems, ...(rest > 0 ? [`  … ${rest}`] : [])];
}

import { type CustodyCheck, verifyCustody } from '../case/custody.ts';
import { damagedObjects } from '../case/objects.ts';
import { asCustody } from '../case/review/review-log.ts';
import type { CaseStore } from '../case/store.ts';
import type { Language, Text } from '../model/text.ts';
import { checkSource, type SourceCheck } from '../show/check-source.ts';
import type { CommandContext } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { harmless } from './terminal/cells.ts';
import { counted, ENTRIES, FILES, noun } from './terminal/counted.ts';
import { formatBytes } from './terminal/format.ts';
import { progressOn } from './terminal/progress.ts';
import { logAct } from './with-case.ts';

/** What was found. */
interface CaseCheck {
  readonly files: number;
  readonly bytes: number;
  /** Files of the dump that are not as they were sifted, or could not be read. */
  readonly wrong: readonly SourceCheck[];
  /** SHA-256 of what the case keeps and that is not what it was. */
  readonly damaged: readonly string[];
  readonly custody: CustodyCheck;
  readonly review: CustodyCheck;
}

/** `tamis verify`: originals, kept objects and logs of a case. Returns the exit code: 1 when anything is not as it was. */
export async function verifyCase(context: CommandContext, store: CaseStore): Promise<number> {
  const sources = await checkSources(context, store);
  if (sources === null) return EXIT.interrupted;
  const check: CaseCheck = {
    ...sources,
    damaged: [...damagedObjects(store.directory)].map((each) => each.sha256),
    custody: verifyCustody(store.custody()),
    review: verifyCustody(store.reviewEvents().map(asCustody)),
  };
  logAct(context, store, 'verified', {
    files: check.files,
    bytes: check.bytes,
    wrong: check.wrong.length,
    damaged: check.damaged.length,
    custody: check.custody.type,
    review: check.review.type,
  });
  const ok =
    check.wrong.length === 0 &&
    check.damaged.length === 0 &&
    check.custody.type === 'intact' &&
    check.review.type === 'intact';
  context.stdout.write(
    context.json
      ? `${JSON.stringify({ case: store.directory, ok, ...check })}\n`
      : `${linesOf(check, context).join('\n')}\n`,
  );
  return ok ? EXIT.ok : EXIT.failed;
}

const PHASE = { en: 'hashing', fr: 'empreintes' };

/** Hashes every file of the dump; null where the user stopped it. */
async function checkSources(
  { stderr, lang, signal }: CommandContext,
  store: CaseStore,
): Promise<Pick<CaseCheck, 'files' | 'bytes' | 'wrong'> | null> {
  const progress = progressOn(stderr, lang, () => performance.now());
  const wrong: SourceCheck[] = [];
  let [files, bytes] = [0, 0];
  for (const source of store.sources()) {
    const check = await checkSource(source, signal);
    if (signal.aborted) return null;
    files += 1;
    bytes += source.size;
    if (check.type !== 'same') wrong.push(check);
    progress.update({ phase: PHASE, items: files, bytes, totalBytes: null, failures: wrong.length });
  }
  progress.clear();
  return { files, bytes, wrong };
}

function linesOf(check: CaseCheck, { lang, paint }: CommandContext): string[] {
  const { files, bytes, wrong, damaged, custody, review } = check;
  const differ = wrong.filter(({ type }) => type !== 'unreadable').length;
  const lines = [
    ...wrong.map(({ type, path }) => `${paint('red', SOURCE[type][lang])}  ${harmless(path)}`),
    ...damaged.map((sha256) => `${paint('red', DAMAGED_WORD[lang])}  objects/${sha256}`),
    countLine(`${counted(files, FILES, lang)}, ${formatBytes(bytes, lang)}`, differ, lang),
  ];
  if (wrong.length > differ) lines.push(unreadLine(wrong.length - differ, lang));
  if (damaged.length > 0) lines.push(damagedLine(damaged.length, lang));
  lines.push(chainLine(custody, LOGS.custody[lang], lang));
  // Before anybody reviews there is nothing to follow.
  if (review.type === 'broken' || review.entries > 0) lines.push(chainLine(review, LOGS.review[lang], lang));
  return lines;
}

/** How an original stands, as a word before its path. */
const SOURCE: Readonly<Record<SourceCheck['type'], Text>> = {
  same: { en: 'same', fr: 'identique' },
  changed: { en: 'changed', fr: 'modifié' },
  missing: { en: 'missing', fr: 'absent' },
  unreadable: { en: 'unreadable', fr: 'illisible' },
};
const DAMAGED_WORD: Text = { en: 'damaged', fr: 'endommagé' };

function countLine(what: string, differ: number, lang: Language): string {
  return {
    en: `${what}: ${differ} ${differ === 1 ? 'differs' : 'differ'}`,
    fr: `${what}\u00a0: ${differ} ${differ < 2 ? 'diffère' : 'diffèrent'}`,
  }[lang];
}

const LOGS = {
  custody: { en: 'custody log', fr: 'journal de conservation' },
  review: { en: 'log of the review', fr: 'journal de la relecture' },
} as const;

function unreadLine(count: number, lang: Language): string {
  return {
    en: `${count} could not be checked: the system did not let them be read`,
    fr: `${count} ${count < 2 ? 'non contrôlé' : 'non contrôlés'}\u00a0: la lecture a été refusée par le système`,
  }[lang];
}

const DAMAGED = noun(
  'item taken out of a container is damaged',
  'items taken out of containers are damaged',
  'élément extrait est endommagé',
  'éléments extraits sont endommagés',
);

function damagedLine(count: number, lang: Language): string {
  return {
    en: `${counted(count, DAMAGED, lang)}; sift the dump into a new case`,
    fr: `${counted(count, DAMAGED, lang)}\u202f; trier la fuite dans un nouveau dossier`,
  }[lang];
}

const BREAKS = {
  hash: { en: 'its hash is another', fr: 'son empreinte est une autre' },
  gap: { en: 'the one before it is missing', fr: 'celle d’avant manque' },
} as const satisfies Record<string, Text>;

function chainLine(chain: CustodyCheck, log: string, lang: Language): string {
  if (chain.type === 'broken') {
    const { number, why } = chain;
    return {
      en: `${log} broken at entry ${number} (${BREAKS[why].en})`,
      fr: `${log} rompu à l’entrée ${number} (${BREAKS[why].fr})`,
    }[lang];
  }
  const { entries, lastHash } = chain;
  return {
    en: `${log} intact: ${counted(entries, ENTRIES, lang)}, last hash ${lastHash}`,
    fr: `${log} intact\u00a0: ${counted(entries, ENTRIES, lang)}, dernière empreinte ${lastHash}`,
  }[lang];
}

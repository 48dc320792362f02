/** How well the verdicts of one case fit the truth of its exercise. */
import type { CaseStore } from '../../case/store.ts';
import { VERDICTS, type Verdict } from '../../model/index.ts';
import type { TrueKeyRow } from '../keys/true-keys.ts';
import type { MakerVariant, TruthRow } from '../truth.ts';
import { type Calibration, calibrationOf } from './calibration.ts';
import { joinTruth, type Scored } from './join.ts';
import { type KeyFileSizes, type KeySetting, keySetting, type RecoveredKeys, recoveredKeys } from './keys.ts';
import { hasPlace, localise } from './localise.ts';
import { type SiftSpeed, siftSpeed } from './speed.ts';

/** So many of so many. */
export interface Rate {
  readonly count: number;
  readonly of: number;
}

/** A verdict, or that there is none. */
export type Outcome = Verdict | 'none';

/** The verdicts on one kind, by who made it. */
export interface KindRow {
  readonly class: TruthRow['class'];
  readonly kind: string;
  readonly maker: MakerVariant | null;
  readonly counts: Readonly<Record<Outcome, number>>;
}

/** An item that was judged wrongly, for a person to look at. */
export interface WrongItem {
  readonly path: string;
  readonly id: string | null;
  readonly kind: string;
  readonly maker: MakerVariant | null;
  readonly verdict: Outcome;
  readonly reasons: readonly string[];
}

/** What one case scores. */
export interface Score {
  readonly seed: number;
  readonly scale: number;
  readonly keys: KeySetting;
  readonly reference: boolean;
  readonly items: number;
  /** In the truth and not in the case. */
  readonly lost: number;
  readonly confusion: readonly KindRow[];
  /** The headline: forgeries called authentic; kind 18 and decoys apart, which nothing can tell. */
  readonly falseAuthentic: Rate & {
    /** Of the kinds of the list alone, without those aimed at Tamis itself. */
    readonly ofList: Rate;
    readonly byMaker: Readonly<Record<MakerVariant, Rate>>;
    readonly exempt: Rate;
  };
  /** Forgeries called corroborated. */
  readonly falseCorroborated: Rate;
  readonly detection: Rate & { readonly byMaker: Readonly<Record<MakerVariant, Rate>> };
  readonly falseDoubt: { readonly benign: Rate; readonly genuine: Rate };
  /** Unverified, of everything. */
  readonly abstention: Rate;
  /** Of the changed regions of forgeries judged doubtful or altered, and of benign changes. */
  readonly localisation: { readonly part: Rate; readonly place: Rate; readonly benign: Rate };
  /** Unsigned genuine messages that a signed one quotes and no reference holds, lifted to corroborated or better. */
  readonly lift: Rate;
  readonly recovered: RecoveredKeys | null;
  /** For each word, how many of the items that got it are what they claim to be. */
  readonly reliability: Readonly<Record<Verdict, Rate>>;
  /** The score behind the words, held against the truth. */
  readonly calibration: Calibration;
  readonly speed: SiftSpeed | null;
  readonly wrong: {
    readonly falseAuthentic: readonly WrongItem[];
    readonly falseDoubt: readonly WrongItem[];
    readonly missed: readonly WrongItem[];
  };
}

/** What has to be known of an exercise to score a case. */
export interface ExerciseFacts {
  readonly seed: number;
  readonly scale: number;
  readonly truth: readonly TruthRow[];
  readonly keys: readonly TrueKeyRow[];
  readonly keyFiles: KeyFileSizes;
}

/** Scores a case against the truth of the exercise that was sifted into it. */
export function scoreCase(exercise: ExerciseFacts, store: CaseStore): Score {
  const scored = joinTruth(exercise.truth, store);
  const reference = store.inputs().some(({ role }) => role === 'reference');
  const known = new Set(store.keys().map(({ domain, selector }) => `${selector} ${domain}`));
  const forgeries = scored.filter(({ truth }) => truth.class === 'forgery');
  const exempt = ({ truth }: Scored): boolean => truth.kind === 'published-key' || truth.class === 'decoy';
  const counted = forgeries.filter((each) => !exempt(each));
  const detectable = counted.filter(({ truth }) => isDetectable(truth, reference, known));
  const benign = scored.filter(({ truth }) => truth.class === 'benign');
  const genuine = scored.filter(({ truth }) => truth.class === 'genuine');
  const quoted = genuine.filter(({ truth }) => truth.quotedBySigned && !(reference && truth.inReference));
  return {
    seed: exercise.seed,
    scale: exercise.scale,
    keys: keySetting(store.keys(), exercise.keyFiles),
    reference,
    items: scored.length,
    lost: scored.filter(({ id }) => id === null).length,
    confusion: confusionOf(scored),
    falseAuthentic: {
      ...byMaker(counted, isAuthentic),
      exempt: rate(scored.filter(exempt), isAuthentic),
      ofList: rate(
        counted.filter(({ truth }) => truth.number !== null),
        isAuthentic,
      ),
    },
    falseCorroborated: rate(counted, ({ verdict }) => verdict === 'corroborated'),
    detection: byMaker(detectable, isDoubted),
    falseDoubt: { benign: rate(benign, isDoubted), genuine: rate(genuine, isDoubted) },
    abstention: rate(scored, ({ verdict }) => verdict === 'unverified'),
    localisation: localisationOf(counted.filter(isDoubted), benign),
    lift: rate(quoted, ({ verdict }) => verdict === 'authentic' || verdict === 'corroborated'),
    recovered: recoveredKeys(store.keys(), exercise.keys),
    reliability: reliabilityOf(scored),
    calibration: calibrationOf(scored),
    speed: siftSpeed(store),
    wrong: {
      falseAuthentic: counted.filter(isAuthentic).map(wrongItem),
      falseDoubt: [...benign, ...genuine].filter(isDoubted).map(wrongItem),
      missed: detectable.filter((each) => !isDoubted(each)).map(wrongItem),
    },
  };
}

const isAuthentic = ({ verdict }: Scored): boolean => verdict === 'authentic';
const isDoubted = ({ verdict }: Scored): boolean => verdict === 'doubtful' || verdict === 'altered';

/** With what this case was given, is there anything that could show it? */
function isDetectable(truth: TruthRow, reference: boolean, known: ReadonlySet<string>): boolean {
  return truth.detectableBy.some((means) => {
    if (means === 'key')
      return truth.signer !== null && known.has(`${truth.signer.selector} ${truth.signer.domain}`);
    return means === 'reference' ? reference && truth.inReference : true;
  });
}

/** How many of them are so. */
export function rate(scored: readonly Scored[], is: (each: Scored) => boolean): Rate {
  return { count: scored.filter(is).length, of: scored.length };
}

function byMaker(
  scored: readonly Scored[],
  is: (each: Scored) => boolean,
): Rate & { readonly byMaker: Readonly<Record<MakerVariant, Rate>> } {
  const of = (maker: MakerVariant): Rate =>
    rate(
      scored.filter(({ truth }) => truth.maker === maker),
      is,
    );
  return { ...rate(scored, is), byMaker: { development: of('development'), 'held-out': of('held-out') } };
}

function confusionOf(scored: readonly Scored[]): readonly KindRow[] {
  const rows = new Map<string, { truth: TruthRow; counts: Record<Outcome, number> }>();
  for (const { truth, verdict } of scored) {
    const key = `${truth.class} ${truth.kind} ${truth.maker ?? ''}`;
    const row = rows.get(key) ?? { truth, counts: noCounts() };
    row.counts[verdict ?? 'none'] += 1;
    rows.set(key, row);
  }
  return [...rows.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { truth, counts }]) => ({ class: truth.class, kind: truth.kind, maker: truth.maker, counts }));
}

/** A count for each outcome, all of them zero. */
export function noCounts(): Record<Outcome, number> {
  return { authentic: 0, corroborated: 0, unverified: 0, doubtful: 0, altered: 0, none: 0 };
}

function localisationOf(doubted: readonly Scored[], benign: readonly Scored[]): Score['localisation'] {
  const places = (list: readonly Scored[]) =>
    list.flatMap(({ truth, reasons }) =>
      truth.regions.map((region) => ({ ...localise(region, reasons), hasPlace: hasPlace(region) })),
    );
  const forged = places(doubted);
  // Only those judged at all: an abstention names nothing and claims nothing.
  const harmless = places(
    benign.filter(({ verdict, reasons }) => verdict !== 'unverified' && reasons.length > 0),
  );
  return {
    part: { count: forged.filter(({ part }) => part).length, of: forged.length },
    place: {
      count: forged.filter(({ place }) => place).length,
      of: forged.filter((each) => each.hasPlace).length,
    },
    benign: { count: harmless.filter(({ part }) => part).length, of: harmless.length },
  };
}

function reliabilityOf(scored: readonly Scored[]): Readonly<Record<Verdict, Rate>> {
  const isTrue = ({ truth }: Scored): boolean => truth.class === 'genuine' || truth.class === 'benign';
  const of = (verdict: Verdict): Rate =>
    rate(
      scored.filter((each) => each.verdict === verdict),
      isTrue,
    );
  return Object.fromEntries(VERDICTS.map((verdict) => [verdict, of(verdict)])) as Record<Verdict, Rate>;
}

function wrongItem({ truth, id, verdict, reasons }: Scored): WrongItem {
  return {
    path: truth.path,
    id,
    kind: truth.kind,
    maker: truth.maker,
    verdict: verdict ?? 'none',
    reasons: reasons.filter(({ weight }) => weight > 0).map(({ code }) => code),
  };
}

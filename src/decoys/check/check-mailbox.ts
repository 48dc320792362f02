import { type FitWish, fitMailbox } from '../fit/fit.ts';
import type { Mail } from '../fit/mail.ts';
import { mailsOf } from '../fit/mail.ts';
import type { MailboxModel } from '../fit/mailbox-model.ts';
import type { Owner } from '../fit/people.ts';
import { mailLayout } from '../generate/layout.ts';
import { makeThread } from '../generate/mail.ts';
import { workshopOf } from '../generate/workshop.ts';
import { randomOf } from '../model/random.ts';
import type { PersonaPack } from '../persona/persona.ts';
import type { Measured } from './auc.ts';
import {
  type AttackerName,
  type AttackerResult,
  attackWithoutPeople,
  type BatteryResult,
  pairedPick,
  runBattery,
  type Side,
} from './battery.ts';
import { copyAttack } from './copy-attack.ts';
import { naiveMails } from './naive.ts';
import { Origins } from './origins.ts';

/**
 * What `decoys check` measures; areas are 0 to 1, 0.5 is blind (docs/evaluation-decoys.md has figures of
 * public mailboxes).
 */
export interface CheckResult {
  /** Decoys of a model fitted to one half of the threads against the mails of the other half. */
  readonly decoys: BatteryResult['attackers'];
  /** Both halves of the real mail: what chance and drift alone give. */
  readonly floor: BatteryResult['attackers'];
  /** Naive templates against real mail: what the battery must see. */
  readonly naive: BatteryResult['attackers'];
  readonly paired: Readonly<Record<AttackerName, Measured>>;
  /** Who holds the mail that gave the words finds them twice; no gate, since no text of the mailbox's own escapes it. */
  readonly copy: Measured;
  /** The text attacker without names, addresses and hosts; no gate: it says how much of the text's tell is people. */
  readonly unnamed: Omit<AttackerResult, 'attacker'>;
  readonly mails: number;
  readonly threads: number;
}

/** Mails a side at most: more makes the bounds tighter and the check slower, in proportion. */
const MOST_A_SIDE = 900;
/** Share of the decoys that one origin may be: half of a fold. */
const MOST_OF_ORIGIN = 0.1;
/** Mails of one thread that are compared: a thread of hundreds would be the whole test. */
const NAIVE = 200;

/**
 * The classifier two-sample test of one mailbox. Threads are dealt at random into two halves; the model is
 * fitted to the first and its decoys are compared with the second, which it has not seen.
 */
export function checkMailbox(
  mails: readonly Mail[],
  owner: Owner,
  packFor: (model: MailboxModel) => PersonaPack,
  seed: string,
  wish: FitWish = {},
): CheckResult {
  const [fitted, unseen] = halves(mails, seed);
  const model = fitMailbox(fitted, owner, wish);
  const made = decoysOf(model, packFor(model), fitted, Math.min(MOST_A_SIDE, fitted.length), seed);
  const reals = sideOf(unseen.slice(0, MOST_A_SIDE));
  const originals = sideOf(fitted.slice(0, MOST_A_SIDE));
  return {
    decoys: runBattery(made.side, reals, `${seed}/decoys`).attackers,
    floor: runBattery(originals, reals, `${seed}/floor`).attackers,
    naive: runBattery(
      sideOf(naiveMails(unseen, Math.min(NAIVE, unseen.length), seed)),
      sideOf(unseen.slice(0, NAIVE)),
      seed,
    ).attackers,
    paired: pairedPick(made.paired, made.originals, seed),
    copy: copyAttack(made.side, reals, fitted, seed),
    unnamed: attackWithoutPeople(made.side, reals, seed),
    mails: mails.length,
    threads: new Set(mails.map(({ thread }) => thread)).size,
  };
}

function halves(mails: readonly Mail[], seed: string): [Mail[], Mail[]] {
  const order = [...Map.groupBy(mails, ({ thread }) => thread).values()];
  const random = randomOf(`${seed}/halves`);
  const keyed = order.map((thread) => ({ thread, key: random.next() })).sort((a, b) => a.key - b.key);
  const out: [Mail[], Mail[]] = [[], []];
  for (const { thread } of keyed) out[out[0].length <= out[1].length ? 0 : 1].push(...thread);
  return out;
}

function sideOf(mails: readonly Mail[]): Side {
  return { mails, groups: mails.map(({ thread }) => thread) };
}

interface Made {
  readonly side: Side;
  /** Decoys whose original is known, and the originals in the same order. */
  readonly paired: Side;
  readonly originals: Side;
}

function decoysOf(
  model: MailboxModel,
  pack: PersonaPack,
  fitted: readonly Mail[],
  count: number,
  seed: string,
): Made {
  const shop = workshopOf(model, pack);
  const bytes: Uint8Array[] = [];
  const groups: string[] = [];
  const originals: (Mail | undefined)[] = [];
  const byShape = Map.groupBy(
    fitted.toSorted((a, b) => a.at - b.at),
    ({ thread }) => thread,
  );
  const shapes = [...byShape.values()];
  const done = new Set<number>();
  const sizes = new Map([...byShape].map(([thread, { length }]) => [thread, length]));
  const origins = new Origins(sizes, Math.ceil(MOST_OF_ORIGIN * count));
  const origin = (number: number): string => shapes[number]?.[0]?.thread ?? `shape ${number}`;
  // Dealt again, the same few would write twice as often as they do.
  const once = shop.deck.reduce((sum, index) => sum + (model.threads[index]?.mails.length ?? 0), 0);
  for (const { thread, shape } of mailLayout(seed, model, Math.min(count, once))) {
    if (done.has(thread)) continue;
    done.add(thread);
    const upTo = (model.threads[shape]?.mails.length ?? 1) - 1;
    makeThread(shop, seed, { thread, shape, upTo }, () => 0).forEach((mail, position) => {
      bytes.push(mail.bytes);
      const original = shapes[shape]?.[position];
      groups.push(origin(shape));
      if (model.wordsFrom === 'mailbox' && mail.donor >= 0) origins.join(origin(shape), origin(mail.donor));
      originals.push(original);
    });
  }
  const mails = mailsOf(bytes.map((each) => ({ folder: '', bytes: each })));
  if (mails.length !== bytes.length) throw new RangeError('a decoy could not be read back');
  const joined = groups.map((group) => origins.of(group));
  const kept = originals.flatMap((mail, i) =>
    mail === undefined ? [] : [{ decoy: mails[i], mail, group: joined[i] ?? '' }],
  );
  return {
    side: { mails, groups: joined },
    paired: { mails: kept.flatMap(({ decoy }) => decoy ?? []), groups: kept.map(({ group }) => group) },
    originals: { mails: kept.map(({ mail }) => mail), groups: kept.map(({ group }) => group) },
  };
}

import { hash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Measured } from '../../src/decoys/check/auc.ts';
import type { CheckResult } from '../../src/decoys/check/index.ts';
import type { CutMailbox } from './decoy-mailbox.ts';
import { timedRun } from './timed-run.ts';

/** One mailbox under one seed. */
export interface DecoyRun {
  readonly mailbox: string;
  /** A small number; what `init --seed` gets is its SHA-256. */
  readonly seed: number;
  readonly mails: number;
  readonly agreed: number;
  /** Area (of pairs: share) and its upper 95 % bound, by what is printed in the table. */
  readonly figures: Readonly<Record<string, readonly [value: number, bound: number]>>;
  /** Of the control that compares real mail with real mail, the lowest and the highest; of the other, the lowest. */
  readonly floor: readonly [number, number];
  readonly naive: number;
  /** Share of mails that a guard refused at first. */
  readonly retried: number;
  /** Seconds of processor of `generate` and of `check`. */
  readonly cpu: readonly [generate: number, check: number];
}

/** Where personas from elsewhere live, as an owner would buy them: none of it is anybody's known to us. */
const BOUGHT = [
  'harrowmere-works.com',
  'tillandsen.org',
  'quenby-lane.net',
  'osterholt-labs.com',
  'vantreight.org',
];

/** Runs `decoys init`, `persona`, `generate` and `check` as a user would, in a folder that is gone afterwards. */
export async function decoyRun(
  mailbox: string,
  cut: CutMailbox,
  seed: number,
  { folder, compiled }: { readonly folder: string; readonly compiled: string },
): Promise<DecoyRun> {
  const place = join(folder, `run-${seed}`);
  const where = { place, folder, compiled };
  try {
    const made = await makeSet(cut, hash('sha256', `seed ${seed}`), cut.entries.length, where);
    const checked = await timed(['check', place, join(folder, MBOX)], compiled);
    const result = checked.told as CheckResult;
    const floors = result.floor.map(({ auc }) => auc.value);
    const mains = result.naive.filter(({ attacker }) => attacker !== 'structure');
    return {
      mailbox,
      seed,
      mails: result.mails,
      agreed: cut.agreed,
      figures: figuresOf(result),
      floor: [Math.min(...floors), Math.max(...floors)],
      naive: Math.min(...mains.map(({ auc }) => auc.value)),
      retried: (made.told as { readonly retried: number }).retried / cut.entries.length,
      cpu: [made.cpu, checked.cpu],
    };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** The mailbox cut out. */
const MBOX = 'own.mbox';

/** Runs `init`, `persona` and `generate` for a mailbox, into `place`; the mailbox lies in `folder`. */
export async function makeSet(
  cut: CutMailbox,
  seed: string,
  mails: number,
  { place, folder, compiled }: { readonly place: string; readonly folder: string; readonly compiled: string },
): Promise<{ readonly cpu: number; readonly told: unknown }> {
  const mbox = join(folder, MBOX);
  writeFileSync(mbox, mboxOf(cut));
  const domains = cut.domains.length > 0 ? cut.domains : BOUGHT;
  const each = (flag: string, all: readonly string[]) => all.flatMap((value) => [flag, value]);
  const people = [...each('--owner', cut.owners), ...each('--own-domain', domains)];
  await timed(['init', place, mbox, ...people, '--seed', seed], compiled);
  await timed(['persona', place, ...each('--domain', domains)], compiled);
  return await timed(['generate', place, '--mails', String(mails)], compiled);
}

/** `check` ends with 1 where a gate is missed, which is what is to be measured. */
async function timed(
  args: readonly string[],
  compiled: string,
): Promise<{ readonly cpu: number; readonly told: unknown }> {
  const { cpu, output } = await timedRun([['decoys', ...args, '--json']], { compiled, exits: [0, 1] });
  return { cpu, told: JSON.parse(output) };
}

function figuresOf({ decoys, paired, copy, unnamed }: CheckResult): DecoyRun['figures'] {
  const pair = ({ value, upper }: Measured): readonly [number, number] => [value, upper];
  return {
    ...Object.fromEntries(decoys.map(({ attacker, auc }) => [attacker, pair(auc)])),
    'text without people': pair(unnamed.auc),
    ...Object.fromEntries(Object.entries(paired).map(([name, each]) => [`paired pick, ${name}`, pair(each)])),
    'copies, with the mail at hand': pair(copy),
  };
}

/** As mboxrd: what could be taken for the start of a message is quoted. */
function mboxOf({ entries }: CutMailbox): Buffer {
  return Buffer.concat(
    entries.map(({ bytes }) => {
      const text = Buffer.from(bytes).toString('latin1').replace(/\r\n/g, '\n').replace(/\n*$/, '\n\n');
      const quoted = text.replace(/^(>*From )/gm, '>$1');
      return Buffer.from(`From MAILER-DAEMON Thu Jan  1 00:00:00 1970\n${quoted}`, 'latin1');
    }),
  );
}

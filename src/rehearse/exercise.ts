/** Puts an exercise together: the files, byte for byte the same for one seed and scale. */
import { storeOf } from './copies.ts';
import { instructorSheet } from './instructor.ts';
import { keyFiles } from './key-files.ts';
import type { SigningKey } from './keys/signing-key.ts';
import { type KeyUse, trueKeys } from './keys/true-keys.ts';
import { type PlannedItem, planExercise } from './plan.ts';
import { playersBrief } from './players.ts';
import { referenceArchive } from './reference.ts';
import {
  type Stored,
  type StoredMessage,
  storeFolder,
  storeMaildir,
  storeMbox,
  storeZip,
} from './stores/stores.ts';
import type { Person } from './story/terms.ts';
import type { Means, Region, TruthRow } from './truth.ts';
import { headerOf, serialise } from './wire/wire.ts';
import { type World, worldOf } from './world.ts';

/** All files of an exercise, and the truth about its items. */
export interface Exercise {
  readonly files: readonly (readonly [path: string, bytes: Buffer])[];
  readonly truth: readonly TruthRow[];
}

/** `scale` is about the number of messages; with less than 200, there are about 210 all the same. */
export function makeExercise(seed: number, scale: number): Exercise {
  const world = worldOf(seed);
  const items = planExercise(world, scale);
  const truth: TruthRow[] = [];
  const files: (readonly [string, Buffer])[] = [];
  for (const owner of world.cast.owners) {
    const own = items
      .filter(({ copy, made }) => copy.owner === owner && made.file?.loose !== true)
      .sort(byDate);
    const stored = storeMailbox(world, owner, own.map(messageOf));
    files.push(...stored.files);
    own.forEach((item, index) => {
      const place = stored.items[index];
      if (place !== undefined) truth.push(rowOf(item, place.path, place.text));
    });
  }
  for (const [index, item] of items.filter(({ made }) => made.file?.loose === true).entries()) {
    const path = `documents/${String(index + 1).padStart(3, '0')}-${item.made.file?.name ?? ''}`;
    files.push([path, item.made.file?.bytes ?? Buffer.alloc(0)]);
    truth.push(rowOf(item, path, ''));
  }
  const jsonl = (rows: readonly object[]): Buffer =>
    Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''), 'utf8');
  const keys = keyFiles(world);
  const summary = {
    format: 1,
    seed,
    scale,
    campaign: world.cast.campaign,
    leaked: new Date(world.leaked).toISOString(),
  };
  return {
    truth,
    files: [
      ['exercise.json', Buffer.from(`${JSON.stringify(summary, null, 2)}\n`)],
      ['truth.jsonl', jsonl(truth)],
      ['keys.jsonl', jsonl(trueKeys(items.flatMap(keyUse)))],
      ['instructor.md', Buffer.from(instructorSheet(world, seed, scale, truth), 'utf8')],
      ['players/README.md', Buffer.from(playersBrief(world), 'utf8')],
      ['players/keys/all.jsonl', jsonl(keys.all)],
      ['players/keys/half.jsonl', jsonl(keys.half)],
      ['players/reference/sauvegarde.mbox', referenceArchive(world, items)],
      ...files.map(([path, bytes]) => [`players/dump/${path}`, bytes] as const),
    ],
  };
}

/** By the dates they show: an order of any other kind would give away what was put in. */
function byDate(a: PlannedItem, b: PlannedItem): number {
  return dateOf(a) - dateOf(b);
}

function dateOf({ made }: PlannedItem): number {
  return Date.parse(headerOf(made.wire, 'Date'));
}

function messageOf(item: PlannedItem): StoredMessage {
  const { copy, made } = item;
  const { draft } = copy.sent;
  const file = made.file === undefined ? null : made.file;
  return {
    from: draft.from.address,
    at: dateOf(item),
    text: made.raw ?? serialise(made.wire),
    exact: made.raw !== undefined,
    box: copy.box,
    file,
  };
}

function storeMailbox(world: World, owner: Person, messages: readonly StoredMessage[]): Stored {
  const name = owner.address.slice(0, owner.address.indexOf('@'));
  switch (storeOf(world, owner)) {
    case 'mbox':
      return storeMbox(name, messages);
    case 'maildir':
      return storeMaildir(name, messages);
    case 'folder':
      return storeFolder(name, messages);
    case 'zip':
      return storeZip(name, messages, world.leaked);
  }
}

function rowOf(item: PlannedItem, path: string, text: string): TruthRow {
  const { kind, made, maker, reference, quotedBySigned } = item;
  const signer = signerOf(item);
  return {
    path,
    class: kind?.class ?? 'genuine',
    kind: kind?.name ?? genuineKind(item),
    number: kind?.number ?? null,
    maker,
    signer: signer === null ? null : { domain: signer.domain, selector: signer.selector },
    inReference: reference !== null,
    detectableBy: meansFor(item),
    regions: made.changes.map(
      ({ part, before, after, needle }): Region => ({
        part,
        before,
        after,
        bytes: rangeOf(text, needle ?? ''),
      }),
    ),
    quotedBySigned,
  };
}

function meansFor({ kind, made, parentIsThere }: PlannedItem): readonly Means[] {
  const means = made.detectableBy ?? kind?.detectableBy ?? [];
  const isUnshown = kind?.shownByParent === true && !parentIsThere;
  return isUnshown ? means.filter((each) => each !== 'leak') : means;
}

function signerOf({ copy, made }: PlannedItem): SigningKey | null {
  if (made.signer !== undefined) return made.signer;
  return copy.box === 'inbox' ? copy.sent.key : null;
}

function keyUse(item: PlannedItem): readonly KeyUse[] {
  const key = signerOf(item);
  if (key === null) return [];
  return [
    {
      key,
      genuine: item.kind?.class !== 'forgery',
      intact: item.kind === null ? item.copy.sent.label : null,
    },
  ];
}

function genuineKind({ copy }: PlannedItem): string {
  if (copy.box === 'sent') return 'genuine-sent-copy';
  return copy.sent.key === null ? 'genuine-unsigned' : 'genuine-signed';
}

function rangeOf(text: string, needle: string): Region['bytes'] {
  if (needle === '') return null;
  for (const each of [needle, needle.replaceAll('\r\n', '\n')]) {
    const start = text.indexOf(each);
    if (start !== -1) return { start, end: start + each.length };
  }
  return null;
}

import type { PlannedItem } from './plan.ts';
import { storeMbox } from './stores/stores.ts';
import { prepend, serialise } from './wire/wire.ts';
import type { World } from './world.ts';

/** The victim's own copy from a backup, as its mail program keeps it: some messages have its marks in front. */
export function referenceArchive(world: World, items: readonly PlannedItem[]): Buffer {
  const random = world.random.fork('reference');
  const kept = items.filter(({ reference }) => reference !== null);
  const messages = kept
    .toSorted((a, b) => a.copy.sent.draft.at - b.copy.sent.draft.at)
    .flatMap(({ copy, reference }) => {
      if (reference === null) return [];
      const marked = random.chance(0.3)
        ? prepend(reference, ['X-Mozilla-Status', '0001'], ['X-Mozilla-Status2', '00000000'])
        : reference;
      const { at, from } = copy.sent.draft;
      return [{ from: from.address, at, text: serialise(marked), exact: false, box: copy.box, file: null }];
    });
  return storeMbox('sauvegarde', messages).files[0]?.[1] ?? Buffer.alloc(0);
}

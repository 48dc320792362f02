import type { Language } from '../../model/text.ts';
import type { Operation } from './build.ts';
import type { Corner, DiamondFact } from './diamond-fact.ts';
import type { OperationEvent } from './event.ts';
import { eventText, factText } from './texts.ts';

/** Shape: docs/schema/timeline.json. Values in the texts come from the leak: who shows them makes them harmless. */
export interface OperationJson {
  readonly events: readonly (OperationEvent & { readonly text: string })[];
  readonly diamond: Readonly<Record<Corner, readonly (DiamondFact & { readonly text: string })[]>>;
  readonly standing: Operation['standing'];
}

/** Time line and diamond for programs, each line with its text. */
export function operationJson({ events, diamond, standing }: Operation, lang: Language): OperationJson {
  const corner = (name: Corner) => diamond[name].map((fact) => ({ ...fact, text: factText(fact, lang) }));
  return {
    events: events.map((event) => ({ ...event, text: eventText(event, lang) })),
    diamond: {
      adversary: corner('adversary'),
      capability: corner('capability'),
      infrastructure: corner('infrastructure'),
      victim: corner('victim'),
    },
    standing,
  };
}

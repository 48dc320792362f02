import type { ItemRecord, Language, TraceKind } from '../../model/index.ts';
import { harmless } from '../terminal/cells.ts';
import { colon } from '../terminal/colon.ts';
import type { Paint } from '../terminal/paint.ts';

/** What a message says of where it began, in the order of the question: whose machine, where, with what, which zone. */
const SHOWN: readonly TraceKind[] = ['user-name', 'machine', 'ip', 'mac-address', 'x-mailer', 'time-zone'];
const LABEL = { en: 'Origin', fr: 'Origine' } as const;

/** The first trace of each kind, which is of the earliest hop; no line where the headers say nothing. */
export function originLines(
  { traces = [] }: Pick<ItemRecord, 'traces'>,
  lang: Language,
  paint: Paint,
): string[] {
  const values = SHOWN.flatMap((kind) => traces.find((trace) => trace.kind === kind)?.value ?? []);
  return values.length === 0
    ? []
    : [`${paint('bold', `${LABEL[lang]}${colon(lang)}`)}${values.map(harmless).join(', ')}`];
}

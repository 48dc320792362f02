/**
 * Preloaded into a sift (`--import`), in each of its threads, makes it a plain one: what it was before it looked at contents,
 * traces, habits, clocks, near-duplicates, quotations and what routes add. Modules are exchanged as they are loaded, so that
 * nothing of it is in Tamis, where nobody can switch these off. For `measure-plain.ts` alone.
 */
import { registerHooks } from 'node:module';

/** By the end of a module's address: what is loaded in its place. It has every name that others import. */
const PLAIN: Readonly<Record<string, string>> = {
  '/src/pipeline/items/content.ts': `
    export const messageContent = () => null;
    export const documentContent = () => null;`,
  '/src/examine/traces/message-traces.ts': 'export const messageTraces = () => [];',
  '/src/examine/clocks/gap.ts': 'export const clockGapOf = () => null;',
  '/src/examine/habits/message-habits.ts': 'export const messageHabits = () => undefined;',
  '/src/conclude/boilerplate.ts': `
    export class Boilerplate {
      add() {}
      take() {}
      summary() { return { routes: [], units: [] }; }
      about(message, signatures) { return signatures.map(() => null); }
      aboutReference() { return null; }
    }`,
  '/src/conclude/sender-habits.ts': `
    export class SenderHabits { add() {} summary() { return {}; } }
    export class HabitsOfAll { take() {} *findings() {} }`,
  '/src/conclude/quoted-names.ts': `
    export class NamesOfPiece { add() {} packed() { return ''; } }
    export class QuotedNames { take() {} findPairs() {} }`,
  '/src/conclude/forwarded-texts.ts': `
    export class SubjectsOfPiece { add() {} packed() { return ''; } }
    export class ForwardedTexts { take() {} findPairs() {} }
    export const baseSubject = (subject) => subject;`,
  '/src/conclude/what-others-say.ts': 'export function* whatOthersSay() {}',
  '/src/conclude/near-duplicates.ts': 'export function concludeNearDuplicates() {}',
  '/src/conclude/traces.ts': 'export function concludeTraces() {}',
};

registerHooks({
  load(url, context, nextLoad) {
    const name = Object.keys(PLAIN).find((end) => url.endsWith(end));
    const source = name === undefined ? undefined : PLAIN[name];
    if (source === undefined) return nextLoad(url, context);
    return { format: 'module', source, shortCircuit: true };
  },
});

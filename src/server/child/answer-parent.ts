import { TamisError } from '../../model/index.ts';
import type { ChildAnswer } from './run-child.ts';

/** Waits for what the parent sends, answers it once, and ends; ends too when the parent is gone. */
export function answerParent<Input>(work: (input: Input) => Promise<unknown>): void {
  process.once('disconnect', () => process.exit());
  // Ctrl-C in a terminal reaches the children as well: the parent says when it is over.
  process.on('SIGINT', () => {});
  process.once('message', (input) => {
    work(input as Input).then(
      (value) => tell({ type: 'done', value }),
      (error: unknown) => tell(failureOf(error)),
    );
  });
}

function tell(answer: ChildAnswer): void {
  process.send?.(answer, undefined, undefined, () => process.disconnect());
}

function failureOf(error: unknown): ChildAnswer {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return error instanceof TamisError
    ? { type: 'failed', code: error.code, message: error.message }
    : { type: 'failed', code: null, message };
}

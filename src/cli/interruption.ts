import type { EventEmitter } from 'node:events';
import { EXIT } from './exit-codes.ts';

interface Ending {
  /** How long a command may take to end in good order once asked to. */
  readonly graceMs: number;
  /** Ends the process whatever it is at. */
  readonly leave: (code: number) => void;
}

/**
 * The signal of Ctrl-C and SIGTERM, listened to from the first time it is asked for. A command that never asks has
 * nothing to put in order, and the system ends it at once: a listener is called between two turns of the event loop
 * only, and whoever computes for a minute in one turn would not hear it.
 */
export function interruptionOf(source: EventEmitter, { graceMs, leave }: Ending): () => AbortSignal {
  const abort = new AbortController();
  let listens = false;
  const listen = (): void => {
    listens = true;
    for (const [name, code] of SIGNALS) {
      source.on(name, () => {
        // The first asks the command to end in good order; a case survives the second, as it does kill -9.
        if (abort.signal.aborted) leave(code);
        abort.abort();
        setTimeout(() => leave(code), graceMs).unref();
      });
    }
  };
  return () => {
    if (!listens) listen();
    return abort.signal;
  };
}

const SIGNALS = [
  ['SIGINT', EXIT.interrupted],
  ['SIGTERM', EXIT.terminated],
] as const;

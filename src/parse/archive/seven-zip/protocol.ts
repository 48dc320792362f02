/**
 * What passes between the thread that reads an archive and the thread in which 7-Zip runs. 7-Zip is a
 * synchronous program: its thread waits in Atomics.wait for input bytes, and for the consumer to have
 * taken what it gave, so that neither input nor output is ever held as a whole.
 */
export interface RunRequest {
  readonly arguments: readonly string[];
  /** Name and size of the archive, which 7-Zip sees in the folder /in. */
  readonly inputName: string;
  readonly inputSize: number;
  /** More memory than this is refused to 7-Zip. */
  readonly memoryBytes: number;
  /** Int32 cells, see below. */
  readonly control: SharedArrayBuffer;
  /** Where the bytes asked for by `read` are put. */
  readonly input: SharedArrayBuffer;
  /** Files beside the archive that 7-Zip may read, such as a list of names: content by path. */
  readonly files: Readonly<Record<string, string>>;
}

/** Cells of `control`: the answer to a read or lookup (-1 while waiting, -2 on error), bytes given and not taken. */
export const READ_CELL = 0;
export const HELD_CELL = 1;
export const READ_WAITING = -1;
export const READ_FAILED = -2;

/** Output that may wait for the consumer before 7-Zip has to. */
export const HELD_BYTES = 8 * 2 ** 20;
/** Input fetched at once; 7-Zip itself asks for 32 KB to 1 MB. */
export const INPUT_BYTES = 2 ** 20;

/** What the engine's thread sends. */
export type EngineEvent =
  /** Bytes of a file of /in: 0 is the archive, others were found by `lookup`. Answered in `input`. */
  | { readonly type: 'read'; readonly file: number; readonly offset: number; readonly length: number }
  /** Is there a volume of this name? Answered with the file's number, its size as a double in `input`. */
  | { readonly type: 'lookup'; readonly name: string }
  | { readonly type: 'lines'; readonly lines: readonly EngineLine[] }
  | { readonly type: 'open'; readonly path: string }
  | { readonly type: 'data'; readonly bytes: Uint8Array }
  | { readonly type: 'close' }
  | { readonly type: 'symlink'; readonly path: string; readonly target: string }
  /** `code` is 7-Zip's exit code (0 well, 1 warnings, 2 errors), null when it ended by an exception. */
  | { readonly type: 'done'; readonly code: number | null; readonly detail: string };

/** A line that 7-Zip printed, to its error output or the other one. */
export interface EngineLine {
  readonly error: boolean;
  readonly text: string;
}

/** Where text goes. A terminal, a pipe, or a string in a test. */
export interface Output {
  write(text: string | Uint8Array): void;
  readonly isTTY: boolean;
  /** Width of the terminal in cells; 80 where there is none. */
  readonly columns: number;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** All of the outside world a command sees. */
export interface Host {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly cwd: string;
  readonly env: Environment;
  readonly now: () => Date;
  /** Aborted by Ctrl-C. Who never asks for it is ended by the system at once. */
  readonly signal: AbortSignal;
}

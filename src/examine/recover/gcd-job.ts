/** Two signatures and the numbers they were made over: their key's modulus divides both powers less those. */
export interface GcdJob {
  readonly exponent: number;
  readonly first: SignedNumber;
  readonly second: SignedNumber;
}

/** A signature, and the padded digest that it is of. */
export interface SignedNumber {
  readonly signature: bigint;
  readonly padded: bigint;
}

/** From the worker thread: how much is done (0 to 1), then the result. */
export type FromGcdWorker =
  | { readonly type: 'progress'; readonly done: number }
  | { readonly type: 'result'; readonly divisor: bigint };

/**
 * How a message was made and sent, as short strings that are the same again and again for one sender: what the
 * passes learn habits from (docs/verdicts.md). Empty where a message does not show it.
 */
export interface MessageHabits {
  /** X-Mailer or User-Agent, figures put to `#`. */
  readonly program: string;
  /** Order and spelling of the fields every program writes. */
  readonly order: string;
  /** Shape of the Message-ID: kinds of characters and lengths between its separators. */
  readonly id: string;
  /** Shape of the outer MIME boundary. */
  readonly boundary: string;
  /** Transfer encoding and charset of the first text. */
  readonly coding: string;
  /** Zone as written in the Date. */
  readonly zone: string;
  /** Display name of the From as written. */
  readonly name: string;
  /** The signature block behind `-- `, as a hash. */
  readonly block: string;
  /** Domain of the host that took the message first, by its own Received field. */
  readonly route: string;
  /** Domain and selector (`a.example/s1`) of the DKIM signature of the sender's own domain; `-` where there is a route and no such signature. */
  readonly signer: string;
  /** Seconds from the Date to the first Received; null without either. */
  readonly lag: number | null;
  /** Seconds from each server to the next, by their domains: `a.example>b.example 3;b.example>c.example -1`. */
  readonly hops: string;
}

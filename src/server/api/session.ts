import type { Language } from '../../model/text.ts';

/**
 * GET /api/session. Answers without signing in, then with `signedIn: false` and nothing of the case.
 * POST /api/session `{ author }` names who is at work in this browser; every change of the review carries it.
 */
export interface SessionJson {
  readonly signedIn: boolean;
  /** What the page is to ask for when not signed in: `password` with `--host`, else the address printed. */
  readonly asks: 'token' | 'password';
  /** Null until named. Names are declared, not proven: the custody log also keeps the session. */
  readonly author: string | null;
  readonly version: string;
  readonly language: Language;
  readonly case: {
    readonly name: string;
    readonly directory: string;
    /** IANA name of the zone of the case; UTC where none was set. */
    readonly zone: string;
    /** The case lies where nothing can be written: no reviewing. */
    readonly readOnly: boolean;
  } | null;
}

export interface SessionChange {
  readonly author: string;
}

/** POST /api/review/zone: the zone of the case, for everybody. Answers SessionJson. */
export interface ZoneChange {
  /** IANA name. */
  readonly zone: string;
}

/** POST /api/login. 401 `wrong-password`, 429 `too-many-tries` with Retry-After. Answers SessionJson. */
export interface LoginRequest {
  readonly password: string;
  readonly author: string;
}

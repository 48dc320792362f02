import type { Verdict } from '../model/index.ts';
import type { Style } from './terminal/paint.ts';

/** One colour a verdict, everywhere. */
export const VERDICT_STYLES: Readonly<Record<Verdict, Style>> = {
  authentic: 'green',
  corroborated: 'cyan',
  unverified: 'dim',
  doubtful: 'yellow',
  altered: 'red',
};

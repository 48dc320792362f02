import type { ElectionKind } from '../election.ts';

/** Hours of voting for an election the user describes, where its own are not given. */
export interface UsualHours {
  readonly opens: string;
  readonly closes: string;
  /** Voting goes on the next day, at these hours: its last close ends what waits for the close. */
  readonly nextDay?: readonly [opens: string, closes: string];
  /** Kinds that vote on one day all the same. */
  readonly oneDay?: readonly ElectionKind[];
  /** Some territories keep other hours than the rest. */
  readonly except?: Readonly<Record<string, readonly [opens: string, closes: string]>>;
}

/** The last hours kept nationally, by country; assumed, never certain: the planner says so. */
export const USUAL_HOURS: Readonly<Record<string, UsualHours>> = {
  FR: { opens: '08:00', closes: '20:00' },
  // Sunday and Monday, as every vote since 2025 (decree-law 27/2025), which is the longer silence; the law is made anew each
  // time. Europe votes from Thursday to Sunday (Decision 2002/772, art. 10), so that there is no Monday.
  IT: { opens: '07:00', closes: '23:00', nextDay: ['07:00', '15:00'], oneDay: ['european'] },
  ES: { opens: '09:00', closes: '20:00' },
  PT: { opens: '08:00', closes: '19:00' },
  GR: { opens: '07:00', closes: '19:00' },
  PL: { opens: '07:00', closes: '21:00' },
  HR: { opens: '07:00', closes: '19:00' },
  SI: { opens: '07:00', closes: '19:00' },
  SK: { opens: '07:00', closes: '22:00' },
  CZ: { opens: '14:00', closes: '22:00', nextDay: ['08:00', '14:00'] },
  RO: { opens: '07:00', closes: '21:00' },
  BG: { opens: '07:00', closes: '20:00' },
  IE: { opens: '07:00', closes: '22:00' },
  GB: { opens: '07:00', closes: '22:00' },
  DE: { opens: '08:00', closes: '18:00' },
  AT: { opens: '07:00', closes: '17:00' },
  BE: { opens: '08:00', closes: '16:00' },
  DK: { opens: '08:00', closes: '20:00' },
  EE: { opens: '09:00', closes: '20:00' },
  FI: { opens: '09:00', closes: '20:00' },
  LT: { opens: '07:00', closes: '20:00' },
  NL: { opens: '07:30', closes: '21:00' },
  SE: { opens: '08:00', closes: '20:00' },
  // Canada Elections Act, s. 128: staggered, so that most polls close at about one moment.
  CA: {
    opens: '08:30',
    closes: '20:30',
    except: {
      'CA-eastern': ['09:30', '21:30'],
      'CA-SK': ['07:30', '19:30'],
      'CA-mountain': ['07:30', '19:30'],
      'CA-pacific': ['07:00', '19:00'],
    },
  },
  US: { opens: '07:00', closes: '20:00' },
  MX: { opens: '08:00', closes: '18:00' },
  BR: { opens: '08:00', closes: '17:00' },
  AR: { opens: '08:00', closes: '18:00' },
  IN: { opens: '07:00', closes: '18:00' },
  // Chatham polls keep the hours of the mainland, 45 minutes on: the whole nation closes as one.
  NZ: { opens: '09:00', closes: '19:00', except: { 'NZ-CIT': ['09:45', '19:45'] } },
  AU: { opens: '08:00', closes: '18:00' },
};

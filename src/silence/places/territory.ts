import type { Text } from '../../model/text.ts';

/** A place where one zone's clocks and one timetable of voting hold. */
export interface Territory {
  readonly id: string;
  readonly country: string;
  readonly name: Text;
  /** IANA zone; its rules at the date are those of the platform's tz database. */
  readonly zone: string;
}

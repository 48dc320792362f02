import type { Text } from '../model/text.ts';

/** How reliable the source is. F is "cannot be judged", which is not the worst; G (MISP) deceives on purpose. */
export const SOURCE_GRADES: Readonly<Record<string, Text>> = {
  A: { en: 'completely reliable', fr: 'totalement fiable' },
  B: { en: 'usually reliable', fr: 'habituellement fiable' },
  C: { en: 'fairly reliable', fr: 'assez fiable' },
  D: { en: 'not usually reliable', fr: 'pas toujours fiable' },
  E: { en: 'unreliable', fr: 'peu sûre' },
  F: { en: 'reliability cannot be judged', fr: 'fiabilité non appréciable' },
  G: { en: 'deliberately deceptive', fr: 'délibérément trompeuse' },
};

/** How credible the information is, whoever tells it. 6 is "cannot be judged". */
export const INFORMATION_GRADES: Readonly<Record<string, Text>> = {
  1: { en: 'confirmed by other sources', fr: 'recoupée par d’autres sources' },
  2: { en: 'probably true', fr: 'probablement vraie' },
  3: { en: 'possibly true', fr: 'peut-être vraie' },
  4: { en: 'doubtful', fr: 'douteuse' },
  5: { en: 'improbable', fr: 'improbable' },
  6: { en: 'truth cannot be judged', fr: 'véracité non appréciable' },
};

/** Whether `grade` is an Admiralty code: `B2`. */
export function isGrade(grade: string): boolean {
  return /^[A-G][1-6]$/u.test(grade);
}

import { computed, effect, signal } from '@preact/signals';
import { readSetting, writeSetting } from './stored.ts';

export const ZONE_CHOICES = ['case', 'own', 'utc'] as const;

export type ZoneChoice = (typeof ZONE_CHOICES)[number];

/** Whose clock the dates are told by: the case's zone, the reader's own, or UTC. */
export const zoneChoice = signal<ZoneChoice>(firstChoice());

/** IANA name of the zone of the case; UTC until the case has told. */
export const caseZone = signal('UTC');

const OWN_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** IANA name of the zone in use. */
export const zone = computed(() => zoneNamed(zoneChoice.value));

effect(() => writeSetting('zone', zoneChoice.value));

/** The IANA name of the zone that is chosen. */
export function zoneNamed(choice: ZoneChoice): string {
  if (choice === 'utc') return 'UTC';
  return choice === 'own' ? OWN_ZONE : caseZone.value;
}

function firstChoice(): ZoneChoice {
  const stored = readSetting('zone');
  return ZONE_CHOICES.find((each) => each === stored) ?? 'own';
}

import type { Territory } from './territory.ts';

const place = (id: string, zone: string, en: string, fr: string): Territory => ({
  id: `FR-${id}`,
  country: 'FR',
  name: { en, fr },
  zone,
});

/** By ISO 3166-2, `FR-metropole` apart. Corsica keeps metropolitan time and votes with it. */
export const FRANCE: readonly Territory[] = [
  place('metropole', 'Europe/Paris', 'metropolitan France', 'France métropolitaine'),
  place('PM', 'America/Miquelon', 'Saint-Pierre-et-Miquelon', 'Saint-Pierre-et-Miquelon'),
  place('GF', 'America/Cayenne', 'French Guiana', 'Guyane'),
  place('GP', 'America/Guadeloupe', 'Guadeloupe', 'Guadeloupe'),
  place('MQ', 'America/Martinique', 'Martinique', 'Martinique'),
  place('BL', 'America/St_Barthelemy', 'Saint-Barthélemy', 'Saint-Barthélemy'),
  place('MF', 'America/Marigot', 'Saint-Martin', 'Saint-Martin'),
  place('PF', 'Pacific/Tahiti', 'French Polynesia', 'Polynésie française'),
  place('WF', 'Pacific/Wallis', 'Wallis and Futuna', 'Wallis-et-Futuna'),
  place('NC', 'Pacific/Noumea', 'New Caledonia', 'Nouvelle-Calédonie'),
  place('RE', 'Indian/Reunion', 'Réunion', 'La Réunion'),
  place('YT', 'Indian/Mayotte', 'Mayotte', 'Mayotte'),
];

/** Vote on Saturday in elections of the whole nation: law 62-1292, art. 3 II, and L. 173, L. 397 and others. */
export const SATURDAY_VOTERS: readonly string[] = ['PM', 'GF', 'GP', 'MQ', 'BL', 'MF', 'PF'].map(
  (id) => `FR-${id}`,
);

export const SUNDAY_OVERSEAS: readonly string[] = ['WF', 'NC', 'RE', 'YT'].map((id) => `FR-${id}`);

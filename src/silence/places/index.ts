import { ELSEWHERE } from './elsewhere.ts';
import { FRANCE } from './france.ts';
import type { Territory } from './territory.ts';

export { USUAL_HOURS, type UsualHours } from './countries.ts';
export { SATURDAY_VOTERS, SUNDAY_OVERSEAS } from './france.ts';
export type { Territory } from './territory.ts';

export const TERRITORIES: readonly Territory[] = [...FRANCE, ...ELSEWHERE];

const byId = new Map(TERRITORIES.map((territory) => [territory.id, territory]));

/** A territory by its id. */
export function territoryById(id: string): Territory | null {
  return byId.get(id) ?? null;
}

/** The territories of a country (ISO 3166-1 alpha-2). */
export function territoriesOf(country: string): readonly Territory[] {
  return TERRITORIES.filter((territory) => territory.country === country);
}

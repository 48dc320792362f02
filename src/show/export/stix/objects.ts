import { canonicalJson } from '../../../case/canonical-json.ts';
import type { CataloguedTechnique } from '../../techniques/index.ts';
import { TAMIS_NAMESPACE, uuid5 } from '../uuid.ts';

/** STIX 2.1 2.9: the namespace of ids of observables, which follow from what they are. */
const SCO_NAMESPACE = '00abedb4-aa42-466c-9c01-fed23315a9b7';

export interface StixObject {
  readonly type: string;
  readonly id: string;
  readonly [property: string]: unknown;
}

/** An observable: the same thing has the same id whoever writes it (STIX 2.1 2.9). `by` are its contributing properties. */
export function observable(
  type: string,
  properties: Readonly<Record<string, unknown>>,
  by: readonly string[],
): StixObject {
  const named = Object.fromEntries(
    by.filter((name) => name in properties).map((name) => [name, properties[name]]),
  );
  const id = `${type}--${uuid5(SCO_NAMESPACE, canonicalJson(named))}`;
  return { type, spec_version: '2.1', id, ...properties };
}

/** A domain object of ours; its id follows from `key`, so that an export made again updates and does not double. */
export function domainObject(
  type: string,
  key: string,
  now: string,
  properties: Readonly<Record<string, unknown>>,
): StixObject {
  const id = `${type}--${uuid5(TAMIS_NAMESPACE, `${type} ${key}`)}`;
  return { type, spec_version: '2.1', id, created: now, modified: now, ...properties };
}

export function attackPattern({ id, name, catalogue, url }: CataloguedTechnique, now: string): StixObject {
  const source = catalogue === 'disarm' ? 'DISARM' : 'mitre-attack';
  return domainObject('attack-pattern', `${source} ${id}`, now, {
    name,
    external_references: [{ source_name: source, external_id: id, url }],
  });
}

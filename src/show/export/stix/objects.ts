import { canonicalJson } from '../../../case/canonical-json.ts';
import type { CataloguedTechnique } from '../../techniques/index.ts';
import { TAMIS_NAMESPACE, uuid5 } from '../uuid.ts';

/** STIX 2.1 2.9: the namespace of ids of observables, which follow from what they are. */
const SCO_NAMESPACE = '00abedb4-aa42-466c-9c01-fed23315a9b7';

/** When the objects that are the same in every case came to be: they have one version, for ever (STIX 2.1 3.6.2). */
const FIRST_RELEASE = '2026-01-01T00:00:00.000Z';

export interface StixObject {
  readonly type: string;
  readonly id: string;
  readonly [property: string]: unknown;
}

/** Puts an object into the bundle, unless it is there; returns its id. */
export type Add = (object: StixObject) => string;

/** Of a version: `created` is that of the first one and never changes, `modified` is this one's (STIX 2.1 3.6). */
export interface VersionTimes {
  readonly created: string;
  readonly modified: string;
}

const LASTING: VersionTimes = { created: FIRST_RELEASE, modified: FIRST_RELEASE };

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

/** An observable whose contributing properties would not tell it from others: its id is in a namespace of ours (2.9). */
export function ownObservable(
  type: string,
  key: string,
  properties: Readonly<Record<string, unknown>>,
): StixObject {
  return {
    type,
    spec_version: '2.1',
    id: `${type}--${uuid5(TAMIS_NAMESPACE, `${type} ${key}`)}`,
    ...properties,
  };
}

/** A domain object of ours; its id follows from `key`, so that an export made again updates and does not double. */
export function domainObject(
  type: string,
  key: string,
  times: VersionTimes,
  properties: Readonly<Record<string, unknown>>,
): StixObject {
  const id = `${type}--${uuid5(TAMIS_NAMESPACE, `${type} ${key}`)}`;
  return { type, spec_version: '2.1', id, ...times, ...properties };
}

/** Who wrote what is neither an analyst's nor anybody else's. */
export function makerIdentity(): StixObject {
  return domainObject('identity', 'tamis', LASTING, { name: 'Tamis', identity_class: 'system' });
}

/** A technique of ATT&CK or DISARM. */
export function attackPattern({ id, name, catalogue, url }: CataloguedTechnique): StixObject {
  const source = sourceName(catalogue);
  return domainObject('attack-pattern', `${source} ${id}`, LASTING, {
    name,
    external_references: [{ source_name: source, external_id: id, url }],
  });
}

/** As others call a catalogue in `source_name`. */
export function sourceName(catalogue: CataloguedTechnique['catalogue']): string {
  return catalogue === 'disarm' ? 'DISARM' : 'mitre-attack';
}

import { createJsonList } from '../json-list-file.ts';
import type { ExportOptions, ExportReport, ExportSource } from '../types.ts';
import { TAMIS_NAMESPACE, uuid5 } from '../uuid.ts';
import { wholeItems } from '../whole-items.ts';
import { addAttribution } from './attribution.ts';
import { noteVerdict, observed } from './items.ts';
import { domainObject, makerIdentity, type StixObject, type VersionTimes } from './objects.ts';

/** Ids of what is written, held to write nothing twice and to list in the report: some 60 bytes each. */
const MOST_OBJECTS = 2_000_000;

/**
 * A bundle of STIX 2.1: messages and files as observables, the verdict of each in a note, look-alike domains, the
 * techniques that were seen, and a report that refers to all. Somebody is named only with a matrix (`addAttribution`).
 * https://docs.oasis-open.org/cti/stix/v2.1/
 */
export async function exportStix(
  source: ExportSource,
  { now = new Date(0), since = now, matrix = null }: ExportOptions,
  out: string,
): Promise<ExportReport> {
  const stamp = now.toISOString();
  const times: VersionTimes = { created: (since < now ? since : now).toISOString(), modified: stamp };
  const id = `bundle--${uuid5(TAMIS_NAMESPACE, `bundle ${stamp}`)}`;
  const file = createJsonList(out, `{"type":"bundle","id":"${id}","objects":[`, ']}');
  const refs = new Set<string>();
  const add = (object: StixObject): string => {
    if (!refs.has(object.id) && refs.size < MOST_OBJECTS) {
      refs.add(object.id);
      file.add(object);
    }
    return object.id;
  };
  let written = 0;
  const unfit: string[] = [];
  try {
    const maker = add(makerIdentity());
    if (matrix !== null) addAttribution(matrix, times, add);
    for await (const item of wholeItems(source)) {
      const seen = observed(item, add);
      if (seen === null) unfit.push(item.id);
      else {
        noteVerdict(item, seen, { times, maker, add });
        written++;
      }
    }
    if (refs.size > 1) {
      const report = { name: 'Items of a leak', report_types: ['threat-report'], published: stamp };
      const made = { created: stamp, modified: stamp };
      file.add(
        domainObject('report', stamp, made, { ...report, created_by_ref: maker, object_refs: [...refs] }),
      );
    }
  } finally {
    file.close();
  }
  return { written, unfit, unreadable: [] };
}

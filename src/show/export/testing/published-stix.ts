import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { bringFiles } from '../../../../test/bring.ts';

/** The schemas of OASIS (cti-stix2-json-schemas, BSD-3-Clause) as this viewer carries them, at the state of STIX 2.1. */
const CARRIER = 'stixview@1.3.2';
const FOLDERS = ['common', 'observables', 'sdos', 'sros'] as const;

/**
 * Problems of one object by the published JSON Schema of its type; null where npm cannot bring the schemas. The schema of
 * the bundle is left out: in that state it does not know notes and opinions.
 */
export function publishedStix(): ((object: Readonly<Record<string, unknown>>) => readonly string[]) | null {
  const home = schemasHome();
  if (home === null) return null;
  // Their patterns have escapes that Unicode mode refuses, and their formats are patterns too.
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false });
  const ids = new Map<string, string>();
  for (const folder of FOLDERS)
    for (const name of readdirSync(join(home, folder))) {
      const schema: { $id: string } = JSON.parse(readFileSync(join(home, folder, name), 'utf8'));
      ajv.addSchema(schema);
      ids.set(name.replace('.json', ''), schema.$id);
    }
  return (object) => {
    const validate = ajv.getSchema(ids.get(String(object.type)) ?? '');
    if (validate === undefined) return [`no schema of ${String(object.type)}`];
    return validate(object) ? [] : (validate.errors ?? []).map((one) => `${one.instancePath} ${one.message}`);
  };
}

function schemasHome(): string | null {
  try {
    return join(bringFiles(CARRIER), 'src', 'stix2-schemas');
  } catch {
    return null;
  }
}

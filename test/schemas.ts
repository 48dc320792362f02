import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';

const SCHEMAS = new URL('../docs/schema/', import.meta.url);
// Every field that may be null is a union to Ajv's strict mode.
const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true });
for (const name of readdirSync(SCHEMAS))
  ajv.addSchema(JSON.parse(readFileSync(new URL(name, SCHEMAS), 'utf8')));

/** What a command wrote with --json, held to its schema in docs/schema. */
export function held(schema: string, out: string): Record<string, unknown> {
  const value = JSON.parse(out);
  const valid = ajv.validate(`${schema}.json`, value);
  assert.ok(valid, `${schema}: ${ajv.errorsText(ajv.errors)}\n${out.slice(0, 500)}`);
  return value;
}

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { broughtShacl } from '../../src/show/export/testing/shacl.ts';
import { bring } from '../../test/bring.ts';

const XSD_VALIDATOR = 'xmllint-wasm@5.3.0';
const DRAFT_04 = 'ajv-draft-04@1.0.0';

interface XmlLint {
  validateXML(options: object): Promise<{ readonly errors: readonly { readonly rawMessage: string }[] }>;
}

/** Problems of a GEXF file by an XSD and the files beside it. */
export async function checkGexf(path: string, schema: string): Promise<readonly string[]> {
  const xsd = readFileSync(schema, 'utf8');
  const namespace = /targetNamespace="([^"]+)"/u.exec(xsd)?.[1] ?? '';
  // Writers and readers agree on `1.2draft`; the schema published in the end is of `1.2`, and else the same.
  const xml = readFileSync(path, 'utf8').replace(
    'xmlns="http://www.gexf.net/1.2draft"',
    `xmlns="${namespace}"`,
  );
  const beside = readdirSync(dirname(schema)).filter((name) => name.endsWith('.xsd'));
  const preload = beside.map((name) => ({
    fileName: name,
    contents: readFileSync(join(dirname(schema), name), 'utf8'),
  }));
  const { validateXML } = await load<XmlLint>(XSD_VALIDATOR, 'xmllint-wasm/index-node.js');
  const { errors } = await validateXML({
    xml: [{ fileName: 'export.gexf', contents: xml }],
    schema: xsd,
    preload,
  });
  return errors.map(({ rawMessage }) => rawMessage);
}

interface Draft04 {
  readonly default: new (
    options: object,
  ) => {
    compile(schema: unknown): ((value: unknown) => boolean) & { errors?: readonly object[] | null };
  };
}

/** Problems of an event by the JSON Schema (draft 4) of MISP. */
export async function checkMisp(path: string, schema: string): Promise<readonly string[]> {
  const module = await load<{ readonly default: Draft04 }>(DRAFT_04, 'ajv-draft-04/dist/index.js');
  const validate = new module.default.default({ strict: false, allErrors: true }).compile(json(schema));
  return validate(json(path)) ? [] : (validate.errors ?? []).map((error) => JSON.stringify(error));
}

/** Attributes whose category does not know their type, by MISP's own list. */
export function checkTypes(path: string, described: string): readonly string[] {
  const { result } = json(described) as {
    readonly result: { readonly category_type_mappings: Readonly<Record<string, readonly string[]>> };
  };
  const { Event } = json(path) as {
    readonly Event: { readonly Attribute: readonly { readonly type: string; readonly category: string }[] };
  };
  return Event.Attribute.filter(
    ({ type, category }) => result.category_type_mappings[category]?.includes(type) !== true,
  ).map(({ type, category }) => `${category} has no type ${type}`);
}

/** Problems of CASE/UCO by the shapes in the files of its ontology. */
export async function checkUco(path: string, ontology: readonly string[]): Promise<readonly string[]> {
  const check = await broughtShacl();
  if (check === null) return ['npm cannot bring the readers'];
  return check(
    readFileSync(path, 'utf8'),
    ontology.map((file) => readFileSync(file, 'utf8')),
  );
}

function json(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

async function load<Module>(spec: string, file: string): Promise<Module> {
  return (await import(pathToFileURL(join(bring(spec), file)).href)) as Module;
}

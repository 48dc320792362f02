import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bring } from '../../../../test/bring.ts';

/** The processor of JSON-LD that its specification is tested with, a reader of Turtle, and a validator of SHACL. */
const READER = 'jsonld@9.0.0';
const TURTLE = 'n3@2.13.12';
const VALIDATOR = 'rdf-validate-shacl@0.6.5';

/** Problems of a document of JSON-LD by shapes in Turtle; none where it conforms. */
export type CheckShapes = (document: string, shapes: readonly string[]) => Promise<readonly string[]>;

/** Reads and validates with programs of others; null where npm cannot bring them. */
export async function broughtShacl(): Promise<CheckShapes | null> {
  const brought = await programs();
  if (brought === null) return null;
  const { jsonld, n3, Validator, dataset } = brought;
  const quads = (text: string) => new n3.Parser().parse(text);
  return async (document, shapes) => {
    // `safe`: a term that no context explains is an error, and not left out in silence.
    const options = { format: 'application/n-quads', safe: true, documentLoader: refuse };
    const data = await jsonld.toRDF(JSON.parse(document), options);
    const held = dataset.dataset(shapes.flatMap(quads));
    // Classes of classes stand with the shapes, and a validator looks for them beside the data.
    const told = dataset.dataset([...quads(data), ...held]);
    const { results } = await new Validator(held, { factory: dataset }).validate(told);
    return results.map(({ focusNode, path, sourceConstraintComponent, value }) =>
      [focusNode, path, sourceConstraintComponent, value].map((term) => term?.value ?? '–').join(' '),
    );
  };
}

interface Term {
  readonly value: string;
}

interface Programs {
  readonly jsonld: { toRDF(document: unknown, options: object): Promise<string> };
  readonly n3: { readonly Parser: new () => { parse(text: string): readonly unknown[] } };
  readonly Validator: new (
    shapes: Iterable<unknown>,
    options: object,
  ) => {
    validate(data: Iterable<unknown>): Promise<{
      readonly results: readonly Readonly<
        Record<'focusNode' | 'path' | 'sourceConstraintComponent' | 'value', Term | null>
      >[];
    }>;
  };
  readonly dataset: { dataset(quads: readonly unknown[]): Iterable<unknown> };
}

async function programs(): Promise<Programs | null> {
  const homes = broughtHomes();
  if (homes === null) return null;
  const load = (home: keyof typeof homes, file: string) =>
    import(pathToFileURL(join(homes[home], file)).href);
  const [jsonld, n3, shacl, environment] = await Promise.all([
    load('reader', 'jsonld/lib/index.js'),
    load('turtle', 'n3/lib/index.js'),
    load('validator', 'rdf-validate-shacl/index.js'),
    load('validator', 'rdf-validate-shacl/src/defaultEnv.js'),
  ]);
  return { jsonld: jsonld.default, n3: n3.default, Validator: shacl.default, dataset: environment.default };
}

function broughtHomes(): Readonly<Record<'reader' | 'turtle' | 'validator', string>> | null {
  try {
    return { reader: bring(READER), turtle: bring(TURTLE), validator: bring(VALIDATOR) };
  } catch {
    return null;
  }
}

/** A test that fetches a context would hold its authors to be reachable. */
function refuse(url: string): never {
  throw new Error(`no document is fetched: ${url}`);
}

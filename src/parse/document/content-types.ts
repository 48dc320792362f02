import type { PackageReader } from './package.ts';
import { attribute, xmlTokens } from './xml-tokens.ts';

/**
 * The parts of a package that hold something, by their usual names and by what `[Content_Types].xml` says of the others
 * (ECMA-376 part 2, 7.2.3): programs find parts by their type, so that a document whose text is called `word/trial.xml`
 * opens like any other, and a macro project in `word/notes.bin` runs.
 *
 * @param usual names that Office gives; what bears one is asked for no type
 * @param type as the list of types has it
 */
export function partsAs(reader: PackageReader, usual: RegExp, type: RegExp): readonly string[] {
  const named = reader.matching(usual);
  const types = contentTypes(reader);
  const known = new Set(named);
  const others = reader.names.filter((name) => !known.has(name) && type.test(typeOf(name, types)));
  return others.length === 0 ? named : [...named, ...others];
}

/** Types of single parts by path, and of all others by extension; both in lower case. */
interface ContentTypes {
  readonly parts: ReadonlyMap<string, string>;
  readonly extensions: ReadonlyMap<string, string>;
}

function typeOf(name: string, { parts, extensions }: ContentTypes): string {
  const path = name.toLowerCase();
  return parts.get(path) ?? extensions.get(path.slice(path.lastIndexOf('.') + 1)) ?? '';
}

const read = new WeakMap<PackageReader, ContentTypes>();

function contentTypes(reader: PackageReader): ContentTypes {
  const known = read.get(reader);
  if (known !== undefined) return known;
  const [parts, extensions] = [new Map<string, string>(), new Map<string, string>()];
  for (const token of xmlTokens(reader.part('[Content_Types].xml') ?? '')) {
    if (token.type !== 'open') continue;
    const type = attribute(token.attributes, 'ContentType') ?? '';
    const path = attribute(token.attributes, 'PartName') ?? '';
    const extension = attribute(token.attributes, 'Extension') ?? '';
    if (token.name === 'Override') parts.set(path.replace(/^\//, '').toLowerCase(), type);
    else if (token.name === 'Default') extensions.set(extension.toLowerCase(), type);
  }
  const found = { parts, extensions };
  read.set(reader, found);
  return found;
}

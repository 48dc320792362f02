import type { PackageReader } from '../document/package.ts';
import { attribute, xmlTokens } from '../document/xml-tokens.ts';
import type { Collector } from './collector.ts';
import { isRemoteTarget } from './remote-target.ts';

/** Kinds of relationship (ECMA-376 part 1, 15.2) whose target, when outside, is loaded or remembered. */
const KINDS: Readonly<Record<string, readonly [field: string, finding: string | null]>> = {
  attachedTemplate: ['template-path', 'remote-template'],
  externalLinkPath: ['linked-path', 'external-link'],
  oleObject: ['linked-path', 'external-object'],
  image: ['linked-path', 'external-image'],
  frame: ['linked-path', 'remote-frame'],
  subDocument: ['linked-path', 'external-link'],
  mailMergeSource: ['linked-path', 'external-link'],
  hyperlink: ['link', null],
};

/** Attack: a package of a hundred thousand parts of relationships, each read and parsed. */
const MOST_PARTS = 2_000;

/** Kinds of relationship whose target is a file of its own inside of the package, wherever it lies. */
const CARRIED = new Set(['aFChunk', 'oleObject', 'package']);

/**
 * What the document points to outside of itself: paths name users and shares, remote templates run code.
 *
 * @returns the parts that are files of their own: objects, other documents, and texts of other formats that Word shows in
 * their place (`altChunk`, ECMA-376 part 1, 11.3.1), whose words stand nowhere else in the package
 */
export function collectRelationships(reader: PackageReader, out: Collector): readonly string[] {
  const names = new Map(reader.names.map((name) => [name.toLowerCase(), name]));
  const carried = new Set<string>();
  for (const part of reader.matching(/\.rels$/i).slice(0, MOST_PARTS)) {
    for (const token of xmlTokens(reader.part(part) ?? '')) {
      if (token.type !== 'open' || token.name !== 'Relationship') continue;
      const target = attribute(token.attributes, 'Target') ?? '';
      const kind = (attribute(token.attributes, 'Type') ?? '').split('/').at(-1) ?? '';
      if (attribute(token.attributes, 'TargetMode') !== 'External') {
        const name = CARRIED.has(kind) ? names.get(targetPath(part, target).toLowerCase()) : undefined;
        if (name !== undefined) carried.add(name);
        if (kind === 'vbaProject') out.finding('macros', targetPath(part, target));
        continue;
      }
      const [field, finding] = KINDS[kind] ?? ['linked-path', 'external-link'];
      out.field(field, target, `${part} ${kind}`);
      if (finding !== null && isRemoteTarget(target)) out.finding(finding, `${target} (${part})`);
    }
  }
  return [...carried];
}

/** The name of a part that `word/_rels/document.xml.rels` calls `../media/x.png`, by part 2, 6.4. */
function targetPath(list: string, target: string): string {
  const folder = target.startsWith('/') ? [] : list.split('/').slice(0, -2);
  for (const step of target.split('/')) {
    if (step === '..') folder.pop();
    else if (step !== '' && step !== '.') folder.push(step);
  }
  return folder.join('/');
}

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

/** What the document points to outside of itself: paths name users and shares, remote templates run code. */
export function collectRelationships(reader: PackageReader, out: Collector): void {
  for (const part of reader.matching(/\.rels$/i).slice(0, MOST_PARTS)) {
    for (const token of xmlTokens(reader.part(part) ?? '')) {
      if (token.type !== 'open' || token.name !== 'Relationship') continue;
      if (attribute(token.attributes, 'TargetMode') !== 'External') continue;
      const target = attribute(token.attributes, 'Target') ?? '';
      const kind = (attribute(token.attributes, 'Type') ?? '').split('/').at(-1) ?? '';
      const [field, finding] = KINDS[kind] ?? ['linked-path', 'external-link'];
      out.field(field, target, `${part} ${kind}`);
      if (finding !== null && isRemoteTarget(target)) out.finding(finding, `${target} (${part})`);
    }
  }
}

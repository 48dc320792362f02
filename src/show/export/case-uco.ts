import type { StoredItem } from '../../case/index.ts';
import type { Address } from '../../model/index.ts';
import { createJsonList } from './json-list-file.ts';
import type { ExportOptions, ExportReport, ExportSource } from './types.ts';
import { TAMIS_NAMESPACE, uuid5 } from './uuid.ts';
import { verdictRemark, wholeItems } from './whole-items.ts';

/** Prefixes of the ontologies CASE 1.x builds on. https://caseontology.org */
const CONTEXT = {
  kb: 'http://example.org/kb/',
  'case-investigation': 'https://ontology.caseontology.org/case/investigation/',
  'uco-action': 'https://ontology.unifiedcyberontology.org/uco/action/',
  'uco-core': 'https://ontology.unifiedcyberontology.org/uco/core/',
  'uco-observable': 'https://ontology.unifiedcyberontology.org/uco/observable/',
  'uco-tool': 'https://ontology.unifiedcyberontology.org/uco/tool/',
  'uco-types': 'https://ontology.unifiedcyberontology.org/uco/types/',
  'uco-vocabulary': 'https://ontology.unifiedcyberontology.org/uco/vocabulary/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** Addresses whose object was written; beyond this some may be written twice, which readers merge by id. */
const MOST_REMEMBERED = 1_000_000;

/**
 * CASE/UCO in JSON-LD: each item as an observable with its hash and, of a message, its header; each address as one; the
 * action that gave the findings, with the tool; the verdicts as a description. For the chain of custody in tools of
 * investigation.
 */
export async function exportCaseUco(
  source: ExportSource,
  { now = new Date(0) }: ExportOptions,
  out: string,
): Promise<ExportReport> {
  const file = createJsonList(out, `{"@context":${JSON.stringify(CONTEXT)},"@graph":[`, ']}');
  const results: { readonly '@id': string }[] = [];
  const known = new Set<string>();
  const unfit: string[] = [];
  try {
    const tool = nodeId('tool', 'tamis');
    file.add({ '@id': tool, '@type': 'uco-tool:Tool', 'uco-core:name': 'Tamis' });
    for await (const item of wholeItems(source)) {
      if (item.sha256 === '') {
        unfit.push(item.id);
        continue;
      }
      for (const address of peopleOf(item)) {
        const id = addressId(address);
        if (known.has(id)) continue;
        if (known.size < MOST_REMEMBERED) known.add(id);
        file.add(addressObject(id, address));
      }
      file.add(observableOf(item));
      results.push({ '@id': nodeId('item', item.id) });
    }
    file.add({
      '@id': nodeId('action', now.toISOString()),
      '@type': 'case-investigation:InvestigativeAction',
      'uco-core:name': 'examined',
      'uco-action:endTime': dateTime(now.toISOString()),
      'uco-action:instrument': { '@id': tool },
      'uco-action:result': results,
    });
  } finally {
    file.close();
  }
  return { written: results.length, unfit, unreadable: [] };
}

function observableOf(item: StoredItem): object {
  const remark = verdictRemark(item);
  return {
    '@id': nodeId('item', item.id),
    '@type': item.message === null ? 'uco-observable:File' : 'uco-observable:EmailMessage',
    'uco-core:name': item.id,
    ...(remark === '' ? {} : { 'uco-core:description': `verdict ${remark}` }),
    'uco-core:hasFacet': [
      contentFacet(item),
      item.message === null ? fileFacet(item) : messageFacet(item, item.message),
    ],
  };
}

function contentFacet({ id, sha256, size, type }: StoredItem): object {
  return {
    '@id': nodeId('content', id),
    '@type': 'uco-observable:ContentDataFacet',
    'uco-observable:mimeType': type,
    'uco-observable:sizeInBytes': { '@type': 'xsd:integer', '@value': String(size) },
    'uco-observable:hash': [
      {
        '@id': nodeId('hash', id),
        '@type': 'uco-types:Hash',
        'uco-types:hashMethod': { '@type': 'uco-vocabulary:HashNameVocab', '@value': 'SHA256' },
        'uco-types:hashValue': { '@type': 'xsd:hexBinary', '@value': sha256.toUpperCase() },
      },
    ],
  };
}

function fileFacet({ id, name, path }: StoredItem): object {
  return {
    '@id': nodeId('file', id),
    '@type': 'uco-observable:FileFacet',
    'uco-observable:fileName': name.toWellFormed(),
    'uco-observable:filePath': path.toWellFormed(),
  };
}

function messageFacet(
  { id }: StoredItem,
  { subject, date, messageId, from, to, cc, bcc }: NonNullable<StoredItem['message']>,
): object {
  const [sender] = told(from);
  const lists = { to: told(to), cc: told(cc), bcc: told(bcc) };
  return {
    '@id': nodeId('message', id),
    '@type': 'uco-observable:EmailMessageFacet',
    'uco-observable:subject': subject.toWellFormed(),
    ...(date === null ? {} : { 'uco-observable:sentTime': dateTime(date) }),
    ...(messageId === null ? {} : { 'uco-observable:messageID': messageId.toWellFormed() }),
    ...(sender === undefined ? {} : { 'uco-observable:from': sender }),
    ...Object.fromEntries(
      Object.entries(lists)
        .filter(([, list]) => list.length > 0)
        .map(([name, list]) => [`uco-observable:${name}`, list]),
    ),
  };
}

function peopleOf({ message }: StoredItem): readonly Address[] {
  if (message === null) return [];
  const { from, to, cc, bcc } = message;
  return [...from.slice(0, 1), ...to, ...cc, ...bcc].filter(({ address }) => address !== '');
}

/** References to addresses, each once. */
function told(addresses: readonly Address[]): { readonly '@id': string }[] {
  const ids = addresses.filter(({ address }) => address !== '').map(addressId);
  return [...new Set(ids)].map((id) => ({ '@id': id }));
}

function addressObject(id: string, { address, name }: Address): object {
  return {
    '@id': id,
    '@type': 'uco-observable:EmailAddress',
    'uco-core:hasFacet': [
      {
        '@id': nodeId('mailbox', address.toLowerCase()),
        '@type': 'uco-observable:EmailAddressFacet',
        'uco-observable:addressValue': address.toWellFormed(),
        ...(name === '' ? {} : { 'uco-observable:displayName': name.toWellFormed() }),
      },
    ],
  };
}

function addressId({ address }: Address): string {
  return nodeId('address', address.toLowerCase());
}

function dateTime(value: string): object {
  return { '@type': 'xsd:dateTime', '@value': value };
}

/** CASE wants ids that end in a UUID. */
function nodeId(kind: string, key: string): string {
  return `kb:${kind}-${uuid5(TAMIS_NAMESPACE, `${kind} ${key}`)}`;
}

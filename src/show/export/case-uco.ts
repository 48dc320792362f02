import type { StoredItem } from '../../case/index.ts';
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

/**
 * CASE/UCO in JSON-LD: each item as an observable with its hash and, of a message, its header; the action that gave
 * the findings, with the tool; the verdicts as a description. For the chain of custody in tools of investigation.
 */
export async function exportCaseUco(
  source: ExportSource,
  { now = new Date(0) }: ExportOptions,
  out: string,
): Promise<ExportReport> {
  const file = createJsonList(out, `{"@context":${JSON.stringify(CONTEXT)},"@graph":[`, ']}');
  const results: { readonly '@id': string }[] = [];
  const unfit: string[] = [];
  try {
    const tool = nodeId('tool', 'tamis');
    file.add({ '@id': tool, '@type': 'uco-tool:Tool', 'uco-core:name': 'Tamis' });
    for await (const item of wholeItems(source)) {
      if (item.sha256 === '') {
        unfit.push(item.id);
        continue;
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
  { subject, date, messageId }: NonNullable<StoredItem['message']>,
): object {
  return {
    '@id': nodeId('message', id),
    '@type': 'uco-observable:EmailMessageFacet',
    'uco-observable:subject': subject.toWellFormed(),
    ...(date === null ? {} : { 'uco-observable:sentTime': dateTime(date) }),
    ...(messageId === null ? {} : { 'uco-observable:messageID': messageId.toWellFormed() }),
  };
}

function dateTime(value: string): object {
  return { '@type': 'xsd:dateTime', '@value': value };
}

/** CASE wants ids that end in a UUID. */
function nodeId(kind: string, key: string): string {
  return `kb:${kind}-${uuid5(TAMIS_NAMESPACE, `${kind} ${key}`)}`;
}

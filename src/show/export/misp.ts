import type { StoredItem } from '../../case/index.ts';
import { createJsonList } from './json-list-file.ts';
import type { ExportOptions, ExportReport, ExportSource } from './types.ts';
import { TAMIS_NAMESPACE, uuid5 } from './uuid.ts';
import { verdictRemark, wholeItems } from './whole-items.ts';

/**
 * One event in the core format of MISP: hashes of items with their verdicts, and look-alike domains. Nothing is for
 * detection (`to_ids` false), sharing is to the own organisation only, and the event is not published: whoever imports
 * it decides. Verdicts are tags of our own: the scales of Admiralty and of estimative language rate information and
 * judgements, and a signature says nothing of either. https://www.misp-standard.org/rfc/misp-standard-core.html
 */
export async function exportMisp(
  source: ExportSource,
  { now = new Date(0) }: ExportOptions,
  out: string,
): Promise<ExportReport> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const event = {
    uuid: uuid5(TAMIS_NAMESPACE, `event ${now.toISOString()}`),
    info: 'Items of a leak, with verdicts',
    date: now.toISOString().slice(0, 10),
    timestamp,
    threat_level_id: '4',
    analysis: '1',
    distribution: '0',
    published: false,
    Tag: [{ name: 'tlp:amber' }],
  };
  const head = `{"Event":${JSON.stringify(event).slice(0, -1)},"Attribute":[`;
  const file = createJsonList(out, head, ']}}');
  const domains = new Set<string>();
  const unfit: string[] = [];
  let written = 0;
  try {
    for await (const item of wholeItems(source)) {
      if (item.sha256 === '') {
        unfit.push(item.id);
        continue;
      }
      file.add(hashAttribute(item, timestamp));
      const domain = lookalikeOf(item);
      if (domain !== null && !domains.has(domain)) {
        domains.add(domain);
        file.add(attribute('domain', 'Network activity', domain, 'look-alike domain of a sender', timestamp));
      }
      written++;
    }
  } finally {
    file.close();
  }
  return { written, unfit, unreadable: [] };
}

function hashAttribute(item: StoredItem, timestamp: string): object {
  const remark = verdictRemark(item);
  const comment = `item ${item.id}${remark === '' ? '' : `, ${remark}`}`;
  const made = attribute('sha256', 'Artifacts dropped', item.sha256, comment, timestamp, item.id);
  return item.judgement === null
    ? made
    : { ...made, Tag: [{ name: `tamis:verdict="${item.judgement.verdict}"` }] };
}

function attribute(
  type: string,
  category: string,
  value: string,
  comment: string,
  timestamp: string,
  key = value,
): object {
  const uuid = uuid5(TAMIS_NAMESPACE, `attribute ${type} ${key}`);
  return {
    uuid,
    type,
    category,
    value,
    comment,
    timestamp,
    to_ids: false,
    distribution: '0',
    disable_correlation: false,
  };
}

function lookalikeOf({ judgement }: StoredItem): string | null {
  const domain = judgement?.reasons.find(({ code }) => code === 'lookalike-domain')?.detail.domain;
  return typeof domain === 'string' && domain !== '' ? domain : null;
}

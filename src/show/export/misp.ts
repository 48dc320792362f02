import type { Matrix } from '../../attribution/index.ts';
import type { StoredItem } from '../../case/index.ts';
import { type Attributed, assessmentText, attributed, scoresText } from './attributed.ts';
import { createJsonList } from './json-list-file.ts';
import type { ExportOptions, ExportReport, ExportSource } from './types.ts';
import { TAMIS_NAMESPACE, uuid5 } from './uuid.ts';
import { verdictRemark, wholeItems } from './whole-items.ts';

/**
 * One event in the core format of MISP: hashes of items with their verdicts, and look-alike domains. Nothing is for
 * detection (`to_ids` false), sharing is to the own organisation only, and the event is not published: whoever imports
 * it decides. Verdicts are tags of our own: the scales of Admiralty and of estimative language rate information and
 * judgements, and a signature says nothing of either. Those scales are for what a matrix of hypotheses adds: the actors
 * that an analyst assessed, and the outside sources of its rows. https://www.misp-standard.org/rfc/misp-standard-core.html
 */
export async function exportMisp(
  source: ExportSource,
  { now = new Date(0), matrix = null }: ExportOptions,
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
    if (matrix !== null) for (const one of attributionAttributes(matrix, timestamp)) file.add(one);
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
  const made = attribute('sha256', 'External analysis', item.sha256, comment, timestamp, item.id);
  return item.judgement === null
    ? made
    : { ...made, Tag: [{ name: `tamis:verdict="${item.judgement.verdict}"` }] };
}

/** All hypotheses in a comment, the assessed actors, and where the outside evidence is, with its grade. */
function attributionAttributes(matrix: Matrix, timestamp: string): object[] {
  const scores = attribute('comment', 'Attribution', scoresText(matrix), 'competing hypotheses', timestamp);
  const actors = attributed(matrix).map((one) => ({
    ...attribute('threat-actor', 'Attribution', one.hypothesis.name.en, assessmentText(one), timestamp),
    Tag: actorTags(one).map((name) => ({ name })),
  }));
  const sources = matrix.evidence.flatMap(({ id, grade, links }) =>
    links
      .filter(({ kind }) => kind === 'source')
      .map(({ ref, url }) => {
        const [type, value] = url === null ? (['comment', ref] as const) : (['link', url] as const);
        const tags = gradeTags(grade).map((name) => ({ name }));
        const comment = `evidence ${id}: ${ref}`;
        return {
          ...attribute(type, 'External analysis', value, comment, timestamp, `${id} ${value}`),
          Tag: tags,
        };
      }),
  );
  return [scores, ...actors, ...sources];
}

/** Taxonomy estimative-language of MISP, whose values are the ids of our scale; a galaxy only for what is held likely. */
function actorTags({ term, confidence, group, held }: Attributed): string[] {
  const galaxy =
    held && group !== null ? [`misp-galaxy:mitre-intrusion-set="${group.name} - ${group.id}"`] : [];
  return [
    `estimative-language:likelihood-probability="${term.id}"`,
    `estimative-language:confidence-in-analytic-judgment="${confidence}"`,
    ...galaxy,
  ];
}

function gradeTags(grade: string): string[] {
  const [source = '', information = ''] = grade.toLowerCase();
  return [
    `admiralty-scale:source-reliability="${source}"`,
    `admiralty-scale:information-credibility="${information}"`,
  ];
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

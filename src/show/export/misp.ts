import { domainToASCII } from 'node:url';
import type { Matrix } from '../../attribution/index.ts';
import type { StoredItem } from '../../case/index.ts';
import type { Verdict } from '../../model/index.ts';
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
 *
 * A MISP refuses an attribute whose UUID it has in another event, and a second one of a type and value in one event. So a
 * case is one event, exported again or not, its attributes have UUIDs of their own, and copies are one attribute.
 */
export async function exportMisp(
  source: ExportSource,
  { now = new Date(0), since = now, matrix = null }: ExportOptions,
  out: string,
): Promise<ExportReport> {
  const uuid = uuid5(TAMIS_NAMESPACE, `event ${(since < now ? since : now).toISOString()}`);
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const event = {
    uuid,
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
  const attribute = attributesOf(uuid, timestamp);
  const hashes = new Map<string, Copies>();
  const domains = new Set<string>();
  const unfit: string[] = [];
  let written = 0;
  try {
    if (matrix !== null) for (const one of attributionAttributes(matrix, attribute)) file.add(one);
    for await (const item of wholeItems(source)) {
      if (item.sha256 === '') {
        unfit.push(item.id);
        continue;
      }
      addCopy(hashes, item);
      const domain = lookalikeOf(item);
      if (domain !== null) domains.add(domain);
      written++;
    }
    for (const [sha256, copies] of hashes) file.add(hashAttribute(sha256, copies, attribute));
    for (const domain of domains)
      file.add(attribute('domain', 'Network activity', domain, 'look-alike domain of a sender'));
  } finally {
    file.close();
  }
  return { written, unfit, unreadable: [] };
}

/** Items of the same bytes. */
interface Copies {
  readonly told: string[];
  readonly verdicts: Set<Verdict>;
  more: number;
}

/** Attack: a leak of one file a million times over, whose comment no MISP would take (64 KB). */
const MOST_TOLD = 20;

function addCopy(hashes: Map<string, Copies>, item: StoredItem): void {
  const copies = hashes.get(item.sha256) ?? { told: [], verdicts: new Set(), more: 0 };
  const remark = verdictRemark(item);
  if (copies.told.length < MOST_TOLD)
    copies.told.push(`item ${item.id}${remark === '' ? '' : `, ${remark}`}`);
  else copies.more++;
  if (item.judgement !== null) copies.verdicts.add(item.judgement.verdict);
  hashes.set(item.sha256, copies);
}

function hashAttribute(sha256: string, { told, verdicts, more }: Copies, attribute: MakeAttribute): object {
  const comment = [...told, ...(more === 0 ? [] : [`${more} more of the same bytes`])].join('; ');
  const made = attribute('sha256', 'External analysis', sha256, comment);
  const tags = [...verdicts].map((verdict) => ({ name: `tamis:verdict="${verdict}"` }));
  return tags.length === 0 ? made : { ...made, Tag: tags };
}

/** All hypotheses in a comment, the assessed actors, and where the outside evidence is, with its grade. */
function attributionAttributes(matrix: Matrix, attribute: MakeAttribute): object[] {
  const scores = attribute('comment', 'Attribution', scoresText(matrix), 'competing hypotheses');
  const actors = attributed(matrix).map((one) => ({
    ...attribute('threat-actor', 'Attribution', one.hypothesis.name.en, assessmentText(one)),
    Tag: actorTags(one).map((name) => ({ name })),
  }));
  return [scores, ...actors, ...sourceAttributes(matrix, attribute)];
}

/** Each source once, with the rows that rest on it and the grade of each. */
function sourceAttributes({ evidence }: Matrix, attribute: MakeAttribute): object[] {
  const cited = evidence.flatMap(({ id, grade, links }) =>
    links
      .filter(({ kind }) => kind === 'source')
      .map(({ ref, url }) => ({ id, grade, ref, url, value: url ?? ref })),
  );
  return [...Map.groupBy(cited, ({ value }) => value)].map(([value, rows]) => {
    const type = rows.some(({ url }) => url !== null) ? 'link' : 'comment';
    const comment = rows.map(({ id, ref, grade }) => `evidence ${id} (${grade}): ${ref}`).join('; ');
    const made = attribute(type, 'External analysis', value, comment);
    // The scale has one value to a thing: a source that rows grade otherwise is not graded, but in the comment.
    const [grade = '', ...others] = new Set(rows.map((row) => row.grade));
    return others.length > 0 ? made : { ...made, Tag: gradeTags(grade).map((name) => ({ name })) };
  });
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

type MakeAttribute = (type: string, category: string, value: string, comment: string) => object;

/** Attributes of one event: their UUIDs are in its namespace, for a MISP that has two cases of one domain. */
function attributesOf(event: string, timestamp: string): MakeAttribute {
  return (type, category, value, comment) => ({
    uuid: uuid5(event, `attribute ${type} ${value}`),
    type,
    category,
    value,
    comment,
    timestamp,
    to_ids: false,
    distribution: '0',
    disable_correlation: false,
  });
}

/** In the letters of the DNS: a MISP takes no domain in others. */
function lookalikeOf({ judgement }: StoredItem): string | null {
  const domain = judgement?.reasons.find(({ code }) => code === 'lookalike-domain')?.detail.domain;
  const ascii = typeof domain === 'string' ? domainToASCII(domain) : '';
  return ascii === '' ? null : ascii;
}

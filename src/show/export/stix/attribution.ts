import type { Matrix } from '../../../attribution/index.ts';
import { type Attributed, assessmentText, attributed, scoresText } from '../attributed.ts';
import { type Add, domainObject, sourceName, type VersionTimes } from './objects.ts';

/** STIX 2.1 appendix A, scale None/Low/Med/High: the value a word stands for. It is confidence and no likelihood. */
const CONFIDENCE: Readonly<Record<Attributed['confidence'], number>> = { low: 15, moderate: 50, high: 85 };

/** STIX 2.1 10.16, opinion-enum, by the least chance in per cent. */
const OPINIONS = [
  [95, 'strongly-agree'],
  [55, 'agree'],
] as const;

/**
 * What a matrix of hypotheses adds to a bundle: the operation as a campaign, a note with every hypothesis and what speaks
 * against it, and for what an analyst assessed the actor and a note. The campaign is connected with an actor only where
 * that was called likely or more; likelihood stands in words and in the opinion, confidence in `confidence`.
 */
export function addAttribution(matrix: Matrix, times: VersionTimes, add: Add): void {
  const by = analyst(matrix, times, add);
  const key = matrix.question.en;
  const campaign = add(
    domainObject('campaign', key, times, { ...by, name: 'Operation behind the leak', description: key }),
  );
  const scores = {
    ...by,
    abstract: 'competing hypotheses',
    content: scoresText(matrix),
    object_refs: [campaign],
  };
  add(domainObject('note', `hypotheses ${key}`, times, scores));
  for (const one of attributed(matrix)) {
    const actor = add(actorOf(one, key, times, by));
    const text = assessmentText(one);
    const name = `${key} ${one.hypothesis.id}`;
    const note = { ...by, abstract: `assessment: ${one.hypothesis.name.en}`, content: text };
    add(domainObject('note', `assessment ${name}`, times, { ...note, object_refs: [campaign, actor] }));
    if (!one.held) continue;
    const link = add(
      domainObject('relationship', `attributed ${name}`, times, {
        ...by,
        relationship_type: 'attributed-to',
        description: text,
        source_ref: campaign,
        target_ref: actor,
        confidence: CONFIDENCE[one.confidence],
      }),
    );
    const opinion = OPINIONS.find(([least]) => one.term.min >= least)?.[1] ?? 'neutral';
    const said = { ...by, opinion, explanation: text, object_refs: [link] };
    add(domainObject('opinion', `opinion ${name}`, times, said));
  }
}

type By = { readonly created_by_ref: string } | Record<string, never>;

/** A judgement is its analyst's; without a name it is nobody's, and not ours. */
function analyst({ analyst: name }: Matrix, times: VersionTimes, add: Add): By {
  if (name === null) return {};
  return { created_by_ref: add(domainObject('identity', `analyst ${name}`, times, { name })) };
}

/** A known group is an intrusion set; a hacktivist or an insider is an actor, of whom nothing else is known. */
function actorOf(
  { hypothesis, group }: Attributed,
  key: string,
  times: VersionTimes,
  by: By,
): ReturnType<typeof domainObject> {
  const name = hypothesis.name.en;
  if (group === null) return domainObject('threat-actor', `${key} ${hypothesis.id}`, times, { ...by, name });
  const reference = { source_name: sourceName(group.catalogue), external_id: group.id, url: group.url };
  return domainObject('intrusion-set', `${key} ${hypothesis.id}`, times, {
    ...by,
    name,
    external_references: [reference],
  });
}

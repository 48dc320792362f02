import { z } from 'zod';
import type { CaseStore, StoredItem } from '../case/index.ts';
import { tellFailure } from '../judge/failures/index.ts';
import { tellReason } from '../judge/reasons/index.ts';
import { VERDICT_TEXTS } from '../judge/reasons/verdicts.ts';
import { inLanguage } from '../judge/texts/in-language.ts';
import { TamisError, TRACE_KINDS } from '../model/index.ts';
import type { Language } from '../model/text.ts';
import { itemLine, searchLine } from '../show/json/index.ts';
import type { AnswerParts } from './untrusted.ts';

/** A page of results; whoever wants more asks for the next. */
const MOST_HITS = 50;
/** Characters of text of one item at a time. */
const TEXT_CHARS = 20_000;
const MOST_WINDOW_FILES = 30;

export interface Tool {
  readonly name: string;
  readonly description: string;
  readonly input: z.ZodObject;
  /** Throws TamisError for what the caller can put right: `bad-query`, `no-item`. */
  readonly answer: (
    store: CaseStore,
    input: Readonly<Record<string, unknown>>,
    lang: Language,
  ) => AnswerParts;
}

/** Declares a tool; the types of its input follow from the schema, which the protocol holds every call to. */
function tool<S extends z.ZodObject>(spec: {
  readonly name: string;
  readonly description: string;
  readonly input: S;
  readonly answer: (store: CaseStore, input: z.output<S>, lang: Language) => AnswerParts;
}): Tool {
  return { ...spec, answer: (store, input, lang) => spec.answer(store, spec.input.parse(input), lang) };
}

const ID = z.string().min(4).max(40).describe('id of an item, or its first four characters or more');
const LIMIT = z.number().int().min(1).max(MOST_HITS).default(20);
const OFFSET = z.number().int().min(0).max(10_000_000).default(0);

const VERDICTS_TOLD =
  'Verdicts are about an item, never its author: authentic, corroborated, unverified (no suspicion), doubtful, altered. "Authentic" does not say that the content is true; "could not be checked" is not "failed".';

export const TOOLS: readonly Tool[] = [
  tool({
    name: 'search',
    description: `Search the items of the leak. Words, "phrases", -not, OR, prefix*, and fields from: to: subject: before: after: verdict: reason: kind: in: has:attachment. ${VERDICTS_TOLD}`,
    input: z.object({ query: z.string().max(1000).default(''), limit: LIMIT, offset: OFFSET }),
    answer: (store, { query, limit, offset }) => {
      const hits = [...store.search(query, { role: 'leak', limit, offset, snippets: query !== '' })];
      const found = store.count(query, { role: 'leak' });
      return {
        ours: `${found} items found; ${hits.length} shown from ${offset}.`,
        leak: hits.map((hit) => ({ ...searchLine(hit), around: hit.snippet })),
      };
    },
  }),
  tool({
    name: 'show',
    description:
      'One item: headers, text (by pages of 20,000 characters), metadata, and its verdict with reason codes.',
    input: z.object({ id: ID, offset: OFFSET }),
    answer: (store, { id, offset }) => {
      const item = itemIn(store, id);
      const text = item.text.slice(offset, offset + TEXT_CHARS).toWellFormed();
      const rest = item.text.length - offset - text.length;
      return {
        ours: `Item ${item.id}, verdict ${item.judgement?.verdict ?? 'none'}; ${Math.max(0, rest)} characters follow.${decoyRemark([item])}`,
        leak: {
          ...itemLine(item),
          decoy: item.decoy !== null,
          type: item.type,
          attachments: item.attachments,
          metadata: item.metadata ?? [],
          text,
          // Misread words must not pass for what somebody wrote.
          readByMachineFromPictures: item.ocr?.pages.map(({ page, text: read }) => ({ page, read })) ?? [],
        },
      };
    },
  }),
  tool({
    name: 'why',
    description: `Why an item has its verdict: every reason for and against it in words. ${VERDICTS_TOLD}`,
    input: z.object({ id: ID }),
    answer: (store, { id }, lang) => {
      const { id: whole, judgement } = itemIn(store, id);
      if (judgement === null)
        return { ours: `Item ${whole} takes no verdict: it is a container, or was not judged.`, leak: null };
      return {
        ours: `Item ${whole}. ${inLanguage(VERDICT_TEXTS[judgement.verdict].text, lang)}`,
        leak: judgement.reasons.map((reason) => ({ ...reason, ...tellReason(reason, lang) })),
      };
    },
  }),
  tool({
    name: 'failures',
    description:
      'Items that could not be read, wholly or in part, and why. That says nothing about their authenticity.',
    input: z.object({ limit: LIMIT, offset: OFFSET }),
    answer: (store, { limit, offset }, lang) => {
      const shown = [...page(store.failures(), offset, limit)];
      return {
        ours: `${store.totals().failures} items were not read, or only in part; ${shown.length} shown from ${offset}.`,
        leak: shown.map(({ id, path, kind, failure }) => ({
          id,
          path,
          kind,
          failure: failure && { ...failure, ...tellFailure(failure.code, lang) },
        })),
      };
    },
  }),
  tool({
    name: 'traces',
    description:
      'Who and what had documents in hand: runs of saves, saves after the fact, values by kind. To be touched is not to be forged, and any trace can be planted.',
    input: z.object({ kind: z.enum(TRACE_KINDS).optional(), limit: LIMIT }),
    answer: (store, { kind, limit }) => {
      const findings = store.traceFindings();
      const ours = 'To be touched is not to be forged, and any trace can be planted.';
      if (findings === null) return { ours: `${ours} Traces were not looked for in this case.`, leak: null };
      const groups = kind === undefined ? [] : [...store.traceGroups({ kind, limit })];
      const windows = findings.windows.map((window) => ({
        ...window,
        files: window.files.slice(0, MOST_WINDOW_FILES),
      }));
      return { ours, leak: { windows, late: findings.late.slice(0, limit), groups } };
    },
  }),
  tool({
    name: 'totals',
    description: 'How much is in the case, and what share of it has which verdict.',
    input: z.object({}),
    answer: (store) => {
      const { items, verdicts, failures, duplicates } = store.totals();
      return {
        ours: `Copies are counted. ${VERDICTS_TOLD}`,
        leak: {
          items,
          verdicts,
          failures,
          duplicates,
          inputs: store.inputs().map(({ name, role }) => ({ name, role })),
        },
      };
    },
  }),
  tool({
    name: 'cite',
    description:
      'How to cite items in a text: id, hash, verdict, and the mark that tamis publish check reads.',
    input: z.object({ ids: z.array(ID).min(1).max(MOST_HITS) }),
    answer: (store, { ids }) => {
      const items = ids.map((id) => itemIn(store, id));
      return {
        ours: `Say the verdict with every citation, and how it was reached. Ask for the original before you quote.${decoyRemark(items)}`,
        leak: items.map(citation),
      };
    },
  }),
];

/** A decoy may be authentic mail, and an assistant that reads only the verdict would report what was made up. */
function decoyRemark(items: readonly StoredItem[]): string {
  const decoys = items.filter(({ decoy }) => decoy !== null).map(({ id }) => id);
  return decoys.length === 0
    ? ''
    : ` Planted by their owner as decoys, with words that are made up: ${decoys.join(', ')}.`;
}

function citation({ id, sha256, judgement, message, name, decoy }: StoredItem): object {
  const verdict = judgement?.verdict ?? null;
  return {
    mark: `[tamis:${id}, ${verdict ?? 'no verdict'}${decoy === null ? '' : ', decoy'}]`,
    id,
    sha256,
    verdict,
    decoy: decoy !== null,
    reasons: (judgement?.reasons ?? []).filter(({ polarity }) => polarity !== 'note').map(({ code }) => code),
    messageId: message?.messageId ?? null,
    date: message?.date ?? null,
    title: message?.subject ?? name,
  };
}

function itemIn(store: CaseStore, id: string): StoredItem {
  const item = store.item(id);
  if (item === null)
    throw new TamisError('no-item', {
      en: `There is no item ${id} in this case.`,
      fr: `Il n’y a pas d’élément ${id} dans ce dossier.`,
    });
  return item;
}

function* page<T>(values: Iterable<T>, offset: number, limit: number): Iterable<T> {
  let at = 0;
  for (const value of values) {
    if (at >= offset + limit) return;
    if (at++ >= offset) yield value;
  }
}

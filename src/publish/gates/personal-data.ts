import { DEFAULT_LIMITS } from '../../model/index.ts';
import { detectBytes } from '../../parse/detect/index.ts';
import { documentMetadata } from '../../parse/document/metadata.ts';
import { ocrText } from '../../parse/ocr/ocr.ts';
import type { DraftImage } from '../draft/draft.ts';
import { findSpans, type PersonalSpan } from '../personal/find-spans.ts';
import { masked } from '../personal/kinds.ts';
import { type ListedName, listedNames } from '../personal/names.ts';
import { finding } from './finding.ts';
import type { Finding, GateContext } from './gate.ts';

/** G6. No identifier of a person, no listed name, in what is seen or not seen of the draft, its links and its pictures. */
export async function personalData(context: GateContext): Promise<readonly Finding[]> {
  const { draft, note } = context;
  const names = listedNames(context.names);
  const own = new Set(findSpans(note.contact ?? '', []).map(({ plain }) => plain));
  const isOthers = ({ plain }: PersonalSpan): boolean => !own.has(plain);
  const inText = findSpans(draft.text, names).filter(isOthers);
  const inLinks = draft.links.flatMap(({ target, at }) =>
    findSpans(spoken(target), names)
      .filter(isOthers)
      .filter(({ plain }) => !inText.some((one) => one.plain === plain))
      .map((span) => ({ ...span, at })),
  );
  const pictures: Finding[] = [];
  for (const image of draft.images)
    pictures.push(...(await pictureFindings(context, image, names, isOthers)));
  return [...[...inText, ...inLinks].map((span) => spanFinding(context, span)), ...pictures];
}

/** `mailto:`, `tel:` and queries of addresses hold what people do not see; a plus sign there is itself, or a blank. */
function spoken(target: string): string {
  const bare = target.replace(/^(?:mailto|tel|sms|callto|skype):/iu, '');
  try {
    const decoded = decodeURIComponent(bare);
    return decoded.includes('+') ? `${decoded}\n${decoded.replaceAll('+', ' ')}` : decoded;
  } catch {
    return bare;
  }
}

function spanFinding(context: GateContext, { kind, certainty, at, found }: PersonalSpan): Finding {
  const values = { kind };
  const words = masked(found);
  if (certainty === 'review')
    return finding(context, { code: 'personal-review', severity: 'warn', at, words, values });
  const code = kind === 'name' ? 'listed-name' : certainty === 'valid' ? 'personal-valid' : 'personal-shape';
  return finding(context, { code, severity: 'block', at, words, values });
}

async function pictureFindings(
  context: GateContext,
  { name, at, bytes }: DraftImage,
  names: readonly ListedName[],
  isOthers: (span: PersonalSpan) => boolean,
): Promise<Finding[]> {
  const told = bytes ?? context.picture(name);
  const words = name.startsWith('data:') ? 'data:' : name;
  const unread = (): Finding[] => [
    finding(context, { code: 'picture-not-read', severity: 'unchecked', at, words }),
  ];
  if (told === null) return unread();
  const { type } = detectBytes(told, name);
  const { metadata } = documentMetadata(type, told, { passwords: [], limits: DEFAULT_LIMITS });
  const telling = metadata.filter(({ field }) => TELLING.test(field));
  const findings = telling.slice(0, 1).map(() =>
    finding(context, {
      code: 'picture-metadata',
      severity: 'warn',
      at,
      words,
      values: { fields: [...new Set(telling.map(({ field }) => field))].join(', ') },
    }),
  );
  if (!context.ocr) return [...findings, ...unread()];
  const read = await ocrText(
    type,
    told,
    { passwords: [], limits: DEFAULT_LIMITS, from: 1, skip: [], onPage() {}, onProgress() {} },
    MOST_FRAMES,
  );
  if (read.failure !== null) return [...findings, ...unread()];
  const spans = read.pages.flatMap(({ text }) => findSpans(text, names)).filter(isOthers);
  return [
    ...findings,
    ...spans.map(({ kind, certainty, found }) =>
      finding(context, {
        code: 'picture-personal',
        severity: certainty === 'review' ? 'warn' : 'block',
        at,
        words: masked(found),
        values: { kind, picture: words },
      }),
    ),
  ];
}

/** A picture in a draft has one frame; a fax has some. */
const MOST_FRAMES = 20;

/** Fields that tell of a person or a place. */
const TELLING = /author|creator|owner|gps|location|serial|camera|artist|copyright/iu;

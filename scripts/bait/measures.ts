import { BAIT_SCORE, scoreOf } from '../../src/bait/mail/judge-mail.ts';
import type { MailExample } from './examples.ts';
import { type Fitted, oddsOf } from './fit.ts';
import { cutAt, fittedModel, usedOf } from './model.ts';
import { isOfKind, KINDS_OF_REASON, type ReasonKind } from './reason-kinds.ts';

export interface Share {
  readonly found: number;
  readonly of: number;
}

export interface CurvePoint {
  readonly falseShare: number;
  /** Of the phishing kept apart. */
  readonly found: number;
}

export interface Measures {
  /** At the committed threshold (score 50), which was fixed on the development half. */
  readonly development: Record<'phishing' | 'ordinary', Share>;
  readonly heldOut: Record<'phishing' | 'ordinary' | 'ordinary HTML' | 'spam' | 'unsorted', Share>;
  readonly byCollection: ReadonlyMap<string, Share>;
  /** Where the threshold is put so that the share of the ordinary mail kept apart is false. */
  readonly curve: readonly CurvePoint[];
  /** Each fitted anew on the development half, threshold there too. */
  readonly ablations: readonly {
    readonly without: string;
    readonly phishing: Share;
    readonly ordinary: Share;
  }[];
  /** With everything of collectors, lists and receivers taken out of the bytes. */
  readonly bare: { readonly changed: Share; readonly phishing: Share; readonly ordinary: Share };
  /** "Has HTML" alone as a detector: how far what tells the collections apart would go. */
  readonly htmlAlone: Record<'phishing' | 'ordinary', Share>;
  readonly missed: readonly MailExample[];
  readonly wrong: readonly MailExample[];
}

/** How much of the phishing a model finds, and how much ordinary mail it takes for it: kept apart, and at hand. */
export function measured(examples: readonly MailExample[], model: Fitted): Measures {
  const apart = examples.filter(({ heldOut }) => heldOut);
  const near = examples.filter(({ heldOut }) => !heldOut);
  const isAbove = (mail: MailExample) => isTold(oddsOf(model, mail.levels));
  const isAboveBare = (mail: MailExample) => isTold(oddsOf(model, mail.bare));
  const ordinary = apart.filter(isOrdinary);
  const phishing = apart.filter(({ isBait }) => isBait);
  return {
    development: {
      phishing: share(
        near.filter(({ isBait }) => isBait),
        isAbove,
      ),
      ordinary: share(near.filter(isOrdinary), isAbove),
    },
    heldOut: {
      phishing: share(phishing, isAbove),
      ordinary: share(ordinary, isAbove),
      'ordinary HTML': share(
        ordinary.filter(({ isHtml }) => isHtml),
        isAbove,
      ),
      spam: share(
        apart.filter(({ kind }) => kind === 'spam'),
        isAbove,
      ),
      unsorted: share(
        apart.filter(({ kind }) => kind === 'unsorted'),
        isAbove,
      ),
    },
    byCollection: new Map(
      [...new Set(ordinary.map(({ collection }) => collection))].map((name) => [
        name,
        share(
          ordinary.filter(({ collection }) => collection === name),
          isAbove,
        ),
      ]),
    ),
    curve: curveOf(phishing, ordinary, (mail) => oddsOf(model, mail.levels)),
    ablations: KINDS_OF_REASON.map((kind) => ablation(examples, kind)),
    bare: {
      changed: share(apart, (mail) => Math.abs(oddsOf(model, mail.levels) - oddsOf(model, mail.bare)) > 1e-9),
      phishing: share(phishing, isAboveBare),
      ordinary: share(ordinary, isAboveBare),
    },
    htmlAlone: {
      phishing: share(phishing, ({ isHtml }) => isHtml),
      ordinary: share(ordinary, ({ isHtml }) => isHtml),
    },
    missed: phishing.filter((mail) => !isAbove(mail)),
    wrong: ordinary.filter(isAbove),
  };
}

/** As the command tells it: what lies on the threshold is told. */
function isTold(odds: number): boolean {
  return scoreOf(odds) >= BAIT_SCORE;
}

function isOrdinary({ kind }: MailExample): boolean {
  return kind === 'ham' || kind === 'list';
}

function share(mails: readonly MailExample[], is: (mail: MailExample) => boolean): Share {
  return { found: mails.filter(is).length, of: mails.length };
}

const SHARES = [0, 0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.05, 0.1];

function curveOf(
  phishing: readonly MailExample[],
  ordinary: readonly MailExample[],
  oddsOfMail: (mail: MailExample) => number,
): CurvePoint[] {
  const values = ordinary.map(oddsOfMail);
  return SHARES.map((falseShare) => {
    const cut = cutAt(values, falseShare);
    return { falseShare, found: phishing.filter((mail) => oddsOfMail(mail) > cut).length / phishing.length };
  });
}

function ablation(examples: readonly MailExample[], without: ReasonKind): Measures['ablations'][number] {
  const isUsed = (code: string) => !isOfKind(code, without);
  const model = fittedModel(examples, isUsed);
  const isAbove = ({ levels }: MailExample) => isTold(oddsOf(model, usedOf(levels, isUsed)));
  const apart = examples.filter(({ heldOut }) => heldOut);
  return {
    without,
    phishing: share(
      apart.filter(({ isBait }) => isBait),
      isAbove,
    ),
    ordinary: share(apart.filter(isOrdinary), isAbove),
  };
}

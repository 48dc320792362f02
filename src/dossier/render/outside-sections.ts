import { type Matrix, standingOf, termById } from '../../attribution/index.ts';
import { charts } from '../../spread/report/index.ts';
import { sentences } from '../../spread/report/render/sentences.ts';
import type { View } from './context.ts';
import { Html, html } from './html.ts';

/** Sections of the report of spread that a dossier takes over. */
const SPREAD_PARTS: ReadonlySet<string> = new Set([
  'scope',
  'volume',
  'concentration',
  'coordination',
  'automation',
  'paths',
]);

/** How it was spread, in sentences and one picture. */
export function spreadSection({ dossier, lang, say, told }: View): Html {
  const { spread } = dossier;
  if (spread === null)
    return html`<p>${say({ en: 'No posts are in the case.', fr: 'Aucune publication dans le dossier.' })}</p>`;
  const volume = charts(spread, lang).get('volume');
  const lines = sentences(spread, lang)
    .filter(({ name }) => SPREAD_PARTS.has(name))
    .flatMap((section) => section.lines.filter((line) => line !== ''));
  // The chart is markup of ours; every name in it was escaped where it was drawn.
  const figure = volume === undefined ? null : html`<figure>${new Html(volume)}</figure>`;
  return html`${figure}${lines.map((line) => html`<p>${told(line)}</p>`)}
<p class="quiet">${say({
    en: 'Coordination and automation are shares of behaviour, never proof of who is behind an account.',
    fr: 'Coordination et automatisation décrivent un comportement, jamais qui est derrière un compte.',
  })}</p>`;
}

/** Who may have done it, by the matrix that was given; without one, nobody. */
export function attributionSection(view: View): Html {
  const { say, dossier } = view;
  const { matrix } = dossier.told;
  if (matrix === null)
    return html`<p>${say({
      en: 'No matrix of hypotheses was given, so nobody is named. Traces do not tell who did it: each of them can be planted.',
      fr: "Aucune matrice d'hypothèses n'a été fournie : personne n'est désigné. Des traces ne disent pas qui a agi : chacune peut être posée exprès.",
    })}</p>`;
  return standing(matrix, view);
}

function standing(matrix: Matrix, { say, lang, number }: View): Html {
  const { leaders, leadingGroup, lead, within, behind } = standingOf(matrix);
  const nameOf = (id: string) => matrix.hypotheses.find((one) => one.id === id)?.name[lang] ?? id;
  const group = matrix.groups.find(({ id }) => id === leadingGroup)?.name[lang];
  const names = leaders.map(nameOf).join(', ');
  const firmness =
    lead === 'firm'
      ? { en: 'the lead rests on several rows', fr: "l'avance tient à plusieurs lignes" }
      : { en: 'the lead rests on few rows', fr: "l'avance tient à peu de lignes" };
  return html`<p>${say({ en: 'Least inconsistent with the evidence', fr: 'Hypothèse la moins incompatible avec les indices' })}${lang === 'fr' ? '\u00a0' : ''}: ${group ?? names}${group === undefined ? null : ` (${say(firmness)})`}.</p>
${group === undefined ? null : html`<p>${within === 'tied' ? say({ en: 'Within it, the evidence does not tell apart', fr: 'En son sein, les indices ne départagent pas' }) : say({ en: 'Within it', fr: 'En son sein' })}${lang === 'fr' ? '\u00a0' : ''}: ${names}.</p>`}
${assessments(matrix, { say, lang })}
<ul>${behind.map(({ hypothesis, rows }) => html`<li>${nameOf(hypothesis)}${lang === 'fr' ? '\u00a0' : ''}: ${say({ en: 'behind by', fr: 'en retrait de' })} ${number(rows.length)} ${say({ en: 'rows', fr: 'lignes' })} (${rows.join(', ')})</li>`)}</ul>
<p class="quiet">${say({
    en: 'By competing hypotheses (Heuer): hypotheses are refuted, not proven; judgements of others are left out.',
    fr: "Par hypothèses concurrentes (Heuer) : on réfute, on ne prouve pas ; les jugements d'autrui sont écartés.",
  })}</p>`;
}

/** What the analyst says in the end: likelihood and confidence in sentences of their own (ICD 203). */
function assessments(matrix: Matrix, { say, lang }: Pick<View, 'say' | 'lang'>): Html | null {
  if (matrix.assessments.length === 0) return null;
  const colon = lang === 'fr' ? '\u00a0: ' : ': ';
  const rows = matrix.assessments.map(({ hypothesis, likelihood, confidence, because }) => {
    const term = termById(likelihood);
    const chance = term === null ? likelihood : `${say(term.first)} (${term.min}–${term.max}\u00a0%)`;
    const name = matrix.hypotheses.find(({ id }) => id === hypothesis)?.name[lang] ?? hypothesis;
    return html`<li><b>${name}</b>${colon}${chance}. ${say({ en: 'Confidence', fr: 'Confiance' })}${colon}${say(CONFIDENCE[confidence])}. <span class="quiet">${because[lang]}</span></li>`;
  });
  const who = matrix.analyst === null ? null : html` (${matrix.analyst})`;
  return html`<p>${say({ en: 'The analyst’s assessment', fr: 'Évaluation de l’analyste' })}${who}${colon.trimEnd()}</p><ul>${rows}</ul>`;
}

const CONFIDENCE = {
  low: { en: 'low', fr: 'faible' },
  moderate: { en: 'moderate', fr: 'modérée' },
  high: { en: 'high', fr: 'élevée' },
} as const;

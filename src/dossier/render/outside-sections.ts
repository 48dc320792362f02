import { type Matrix, standingOf } from '../../attribution/index.ts';
import type { SilenceEntry } from '../../silence/index.ts';
import { ACT_WORDS, moment } from '../../silence/index.ts';
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
<ul>${behind.map(({ hypothesis, rows }) => html`<li>${nameOf(hypothesis)}${lang === 'fr' ? '\u00a0' : ''}: ${say({ en: 'behind by', fr: 'en retrait de' })} ${number(rows.length)} ${say({ en: 'rows', fr: 'lignes' })} (${rows.join(', ')})</li>`)}</ul>
<p class="quiet">${say({
    en: 'By competing hypotheses (Heuer): hypotheses are refuted, not proven; judgements of others are left out.',
    fr: "Par hypothèses concurrentes (Heuer) : on réfute, on ne prouve pas ; les jugements d'autrui sont écartés.",
  })}</p>`;
}

const MOST_RULES = 24;

export function silenceSection({ dossier, lang, say }: View): Html {
  const { silence } = dossier;
  if (silence === null)
    return html`<p>${say({ en: 'No election was named (--election).', fr: 'Aucune élection indiquée (--election).' })}</p>`;
  const time = (ms: number | null, zone: string) => (ms === null ? '…' : moment(ms, zone, lang));
  const row = ({ rule, territory, from, to, state }: SilenceEntry) =>
    html`<tr><td>${territory.name[lang]}</td><td>${say(STATES[state])}</td><td class="time">${time(from, territory.zone)}<br>– ${time(to, territory.zone)}</td><td>${rule.forbids.map((act) => say(ACT_WORDS[act])).join(', ')}<br><span class="quiet">${rule.basis}</span></td></tr>`;
  const shown = silence.entries.filter(({ state }) => state !== 'none').slice(0, MOST_RULES);
  return html`<p>${silence.election.name[lang]}, ${say({ en: 'at', fr: 'à la date du' })} ${moment(silence.at, 'UTC', lang)} UTC. ${say({ en: 'Hours are local; rules that bind campaigns.', fr: 'Heures locales ; règles visant les campagnes.' })}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${say({ en: 'Silence', fr: 'Silence' })}"><table><thead><tr><th>${say({ en: 'Territory', fr: 'Territoire' })}</th><th>${say({ en: 'Now', fr: 'Maintenant' })}</th><th>${say({ en: 'Local time', fr: 'Heure locale' })}</th><th>${say({ en: 'Forbidden, basis', fr: 'Interdit, fondement' })}</th></tr></thead><tbody>${shown.map(row)}</tbody></table></div>
<p class="warn">${say(silence.notAdvice)}</p>`;
}

const STATES = {
  'in-force': { en: 'in force', fr: 'en vigueur' },
  'open-start': { en: 'may be in force', fr: 'peut-être en vigueur' },
  before: { en: 'not yet', fr: 'pas encore' },
  after: { en: 'over', fr: 'terminé' },
  none: { en: 'none', fr: 'aucun' },
} as const;

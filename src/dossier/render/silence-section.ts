import type { Language } from '../../model/text.ts';
import { ACT_WORDS, headline, moment, type SilenceEntry } from '../../silence/index.ts';
import type { View } from './context.ts';
import { type Html, html } from './html.ts';

/** Rows beyond this are of an election with many clocks and rules; the command tells them all. */
const MOST_ROWS = 24;

/** Which rules bind a campaign where and until when; places whose clocks show the same hours stand together. */
export function silenceSection({ dossier, lang, say }: View): Html {
  const { silence } = dossier;
  if (silence === null)
    return html`<p>${say({ en: 'No election was named (--election).', fr: 'Aucune élection indiquée (--election).' })}</p>`;
  const known = silence.entries.filter(({ state }) => state !== 'none');
  const rows = [...Map.groupBy(known, ({ rule, state }) => `${rule.id} ${state}`).values()].flatMap(
    (entries) => samePlaces(entries, lang),
  );
  const row = ({ entries, hours }: Places): Html | null => {
    const [first] = entries;
    if (first === undefined) return null;
    const places = entries.map(({ territory }) => territory.name[lang]).join(', ');
    return html`<tr><td>${places}</td><td>${hours[0]}<br>– ${hours[1]}<br><b>${say(STATES[first.state])}</b></td><td>${first.rule.forbids.map((act) => say(ACT_WORDS[act])).join(', ')}<br><span class="quiet">${first.rule.basis}</span></td></tr>`;
  };
  return html`<p>${silence.election.name[lang]}, ${say({ en: 'at', fr: 'à la date du' })} ${moment(silence.at, 'UTC', lang)} UTC. ${say({ en: 'Hours are local where they are not marked Paris; rules that bind campaigns.', fr: 'Heures locales, sauf mention de Paris ; règles visant les campagnes.' })}</p>
<p><b>${headline(silence, lang)}</b></p>
<div class="scroll" tabindex="0" role="region" aria-label="${say({ en: 'Silence', fr: 'Silence' })}"><table class="hours"><thead><tr><th>${say({ en: 'Territory', fr: 'Territoire' })}</th><th>${say({ en: 'Local time, state', fr: 'Heure locale, état' })}</th><th>${say({ en: 'Forbidden, basis', fr: 'Interdit, fondement' })}</th></tr></thead><tbody>${rows.slice(0, MOST_ROWS).map(row)}</tbody></table></div>
<p class="warn">${say(silence.notAdvice)}</p>`;
}

interface Places {
  readonly entries: readonly SilenceEntry[];
  readonly hours: readonly [from: string, to: string];
}

/** Entries of one rule whose hours read the same. What comes everywhere at one instant is told by the clocks of Paris. */
function samePlaces(entries: readonly SilenceEntry[], lang: Language): Places[] {
  const told = (side: 'from' | 'to') => {
    const together = entries.length > 1 && new Set(entries.map((entry) => entry[side])).size === 1;
    return (entry: SilenceEntry): string => {
      const ms = entry[side];
      if (ms === null) return '…';
      return together ? `${moment(ms, PARIS, lang)} Paris` : moment(ms, entry.territory.zone, lang);
    };
  };
  const [from, to] = [told('from'), told('to')];
  const groups = Map.groupBy(entries, (entry) => `${from(entry)} ${to(entry)}`);
  return [...groups.values()].flatMap((some) => {
    const [first] = some;
    return first === undefined ? [] : [{ entries: some, hours: [from(first), to(first)] }];
  });
}

const PARIS = 'Europe/Paris';

const STATES = {
  'in-force': { en: 'in force', fr: 'en vigueur' },
  'open-start': { en: 'may be in force', fr: 'peut-être en vigueur' },
  before: { en: 'not yet', fr: 'pas encore' },
  after: { en: 'over', fr: 'terminé' },
  none: { en: 'none', fr: 'aucun' },
} as const;

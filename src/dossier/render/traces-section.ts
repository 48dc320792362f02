import type { CountedValue, SaveWindow } from '../../model/index.ts';
import type { Text } from '../../model/text.ts';
import type { View } from './context.ts';
import { type Html, html } from './html.ts';

/** Told of one run of saves: the most frequent. */
const MOST_VALUES = 4;

/** Documents saved in one run, and after the fact. */
export function tracesSection(view: View): Html {
  const { dossier, say } = view;
  const { traces } = dossier;
  if (traces === null)
    return html`<p>${say({ en: 'Traces were not looked for in this case.', fr: 'Les traces n’ont pas été cherchées dans ce dossier.' })}</p>`;
  const late = traces.late.filter(({ cause }) => cause === null);
  return html`<p class="warn">${say({
    en: 'A trace shows that a file passed through a hand, a program or a machine. To be touched is not to be forged, and any trace can be planted.',
    fr: "Une trace montre qu'un fichier est passé par une main, un logiciel ou une machine. Être touché n'est pas être falsifié, et toute trace peut être posée exprès.",
  })}</p>
${traces.windows.length === 0 ? html`<p>${say({ en: 'No run of saves stands out of the rhythm of the leak.', fr: "Aucune suite d'enregistrements ne sort du rythme de la fuite." })}</p>` : traces.windows.map((window) => windowOf(window, view))}
<p>${lateText(late.length, view)}</p>`;
}

function lateText(count: number, { say, number }: View): string {
  if (count === 0) return say(NONE_LATE);
  return count === 1 ? say(ONE_LATE) : `${number(count)} ${say(LATE)}`;
}

const NONE_LATE: Text = {
  en: 'No document tells that it was saved after the message that carries it was sent, or after the last message of the leak, without an innocent cause.',
  fr: 'Aucun document n’indique avoir été enregistré après l’envoi du message qui le porte, ou après le dernier message de la fuite, sans cause anodine.',
};
const ONE_LATE: Text = {
  en: 'One document tells that it was saved after the message that carries it was sent, or after the last message of the leak, without an innocent cause that was found.',
  fr: 'Un document indique avoir été enregistré après l’envoi du message qui le porte, ou après le dernier message de la fuite, sans cause anodine trouvée.',
};
const LATE: Text = {
  en: 'documents tell that they were saved after the message that carries them was sent, or after the last message of the leak, without an innocent cause that was found.',
  fr: 'documents indiquent avoir été enregistrés après l’envoi du message qui les porte, ou après le dernier message de la fuite, sans cause anodine trouvée.',
};

const ONE_SAVED: Text = { en: 'document saved in one run', fr: 'document enregistré d’affilée' };
const SAVED: Text = { en: 'documents saved in one run', fr: 'documents enregistrés d’affilée' };

function windowOf(window: SaveWindow, { say, lang, number, items, profile, told }: View): Html {
  const { from, to, zone, documents, unrelated, probability, files } = window;
  const values: readonly (readonly [
    { readonly en: string; readonly fr: string },
    readonly CountedValue[],
    boolean,
  ])[] = [
    [{ en: 'Program', fr: 'Logiciel' }, window.applications, true],
    [{ en: 'Language', fr: 'Langue' }, window.languages, true],
    [{ en: 'Last author', fr: 'Dernier auteur' }, window.lastAuthors, profile.words],
  ];
  const rows = values.flatMap(([label, list, shown]) =>
    list.slice(0, MOST_VALUES).map(({ value, count, elsewhere }) => {
      const name = shown ? told(value) : say({ en: '[a name]', fr: '[un nom]' });
      const place =
        elsewhere === 0
          ? say({ en: 'nowhere else in the leak', fr: 'nulle part ailleurs dans la fuite' })
          : `${number(elsewhere)} ${say({ en: 'elsewhere', fr: 'ailleurs' })}`;
      return html`<tr><td>${say(label)}</td><td>${name}</td><td class="n">${number(count)}</td><td>${place}</td></tr>`;
    }),
  );
  const odds = new Intl.NumberFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', {
    maximumSignificantDigits: 1,
  }).format(1 / Math.max(probability, 1e-12));
  return html`<h3>${from.slice(0, 10)} ${from.slice(11, 19)} – ${to.slice(11, 19)}${zone === 'UTC' ? '\u00a0UTC' : ''}${lang === 'fr' ? '\u00a0' : ''}: ${number(documents)} ${say(documents === 1 ? ONE_SAVED : SAVED)}</h3>
<p>${number(unrelated)} ${say({ en: 'different origins (author and day). By the rhythm of the rest of the leak, less than one leak in', fr: 'origines différentes (auteur et jour). Au rythme du reste de la fuite, moins d’une fuite sur' })} ${odds} ${say({ en: 'would show such a run.', fr: 'montrerait une telle suite.' })}</p>
<table><tbody>${rows}</tbody></table><p class="quiet">${items(
    files.map(({ id }) => id),
    documents,
  )}</p>`;
}

import type { ItemRole, KeyTrust } from '../../model/index.ts';
import type { Text } from '../../model/text.ts';
import type { View } from './context.ts';
import { type Html, html } from './html.ts';

/** With what the case was made, so that somebody else can make it again. */
export function methodSection({ dossier, profile, say, number, lang }: View): Html {
  const { version, inputs, keys, custody, sifts, now } = dossier;
  const list = (values: Readonly<Record<string, number>>, words: Readonly<Record<string, Text>>) =>
    Object.entries(values)
      .map(([name, count]) => `${words[name] === undefined ? name : say(words[name])} ${number(count)}`)
      .join(', ') || '–';
  const roles = Object.fromEntries(
    [...Map.groupBy(inputs, ({ role }) => role)].map(([role, some]) => [role, some.length]),
  );
  const colon = lang === 'fr' ? '\u00a0: ' : ': ';
  return html`<ul>
<li>Tamis ${version}, ${now.toISOString().slice(0, 16).replace('T', ' ')} UTC</li>
<li>${say({ en: 'Inputs', fr: 'Sources' })}${colon}${profile.words ? inputs.map(({ role, name }) => `${name} (${say(role === 'leak' ? ROLES.leak : ROLES.reference)})`).join(', ') : list(roles, ROLES)}</li>
<li>${say({ en: 'DKIM keys by where they come from', fr: 'Clés DKIM selon leur provenance' })}${colon}${list(keys, TRUSTS)}</li>
<li>${say({ en: 'Settings of the last sift', fr: 'Réglages du dernier passage' })}${colon}${settingsOf(sifts[0] ?? {}, number)}</li>
<li>${say({ en: 'Custody log', fr: 'Journal de conservation' })}${colon}${number(custody.entries)} ${say({ en: 'entries, last hash', fr: 'entrées, dernière empreinte' })} <code>${custody.lastHash ?? '–'}</code></li>
</ul><p>${say({
    en: 'Messages are checked by their DKIM and ARC signatures with keys as of then, against the reference archive where there is one, and against one another; documents by what carries them and by their own traces. Every verdict has its reasons, and tamis why ID shows them.',
    fr: "Les messages sont vérifiés par leurs signatures DKIM et ARC avec les clés d'alors, face à l'archive de référence s'il y en a une, et les uns par les autres ; les documents par ce qui les porte et par leurs propres traces. Chaque verdict a ses raisons, que montre tamis why ID.",
  })}</p>`;
}

const ROLES: Readonly<Record<ItemRole, Text>> = {
  leak: { en: 'leak', fr: 'fuite' },
  reference: { en: 'reference archive', fr: 'archive de référence' },
};

const TRUSTS: Readonly<Record<KeyTrust, Text>> = {
  archive: { en: 'archives of keys', fr: 'archives de clés' },
  dns: { en: 'DNS', fr: 'DNS' },
  owner: { en: 'the owner', fr: 'le titulaire' },
  recovered: { en: 'computed from signatures', fr: 'calculées à partir de signatures' },
  published: { en: 'private half public', fr: 'moitié privée publique' },
};

/** `jobs 2 · keys 15 · depth 16 …`: names as the flags and docs have them, limits among the others. */
function settingsOf(settings: Readonly<Record<string, unknown>>, number: View['number']): Html {
  const flat = Object.entries(settings).flatMap(([name, value]): (readonly [string, unknown])[] =>
    typeof value === 'object' && value !== null ? Object.entries(value) : [[name, value]],
  );
  const told = flat.map(
    ([name, value]) => `${name} ${typeof value === 'number' ? number(value) : String(value)}`,
  );
  return html`<code>${told.join(' · ')}</code>`;
}

import type { CheckResult, GateResult } from '../decoys/check/index.ts';
import type { Language } from '../model/index.ts';

const GATE_NAMES: Readonly<Record<GateResult['gate'], Readonly<Record<Language, string>>>> = {
  metadata: { en: 'metadata', fr: 'métadonnées' },
  text: { en: 'text', fr: 'texte' },
  structure: { en: 'structure', fr: 'structure' },
  paired: { en: 'paired pick (worst)', fr: 'choix par paires (le pire)' },
  'naive-control': { en: 'control: naive templates', fr: 'témoin\u00a0: modèles naïfs' },
  'floor-control': { en: 'control: real against real', fr: 'témoin\u00a0: vrai contre vrai' },
};

const WORDS = {
  holds: { en: 'holds', fr: 'tenu' },
  missed: { en: 'MISSED', fr: 'MANQUÉ' },
  copy: { en: 'copies, mail at hand', fr: 'copies, courrier en main' },
  noGate: {
    en: 'no gate: whoever holds the mail that gave the sentences finds them twice (init --words)',
    fr: 'sans seuil\u00a0: qui a le courrier d’où viennent les phrases les trouve deux fois (init --words)',
  },
  unnamed: { en: 'text without people', fr: 'texte sans les personnes' },
  noNames: {
    en: 'no gate: names, addresses and hosts left out; what lies above it in “text” is people (init --owner, persona --domain)',
    fr: 'sans seuil\u00a0: noms, adresses et hôtes mis de côté\u202f; ce qui dépasse dans «\u00a0texte\u00a0» tient aux personnes (init --owner, persona --domain)',
  },
  tells: { en: 'What gives the decoys away', fr: 'Ce qui trahit les leurres' },
  columns: {
    en: 'feature, share of the attacker’s decision or its weight, mean in decoys, mean in real mail',
    fr: 'trait, part dans la décision de l’attaquant ou son poids, moyenne des leurres, moyenne du vrai courrier',
  },
} as const;

/** The gates, then what gives the decoys away, attacker by attacker. */
export function checkText(result: CheckResult, gates: readonly GateResult[], lang: Language): string {
  const lines = gates.map(({ gate, measured, bound, holds }) => {
    const name = GATE_NAMES[gate][lang].padEnd(30);
    const sign = gate === 'naive-control' ? '≥' : '≤';
    const verdict = WORDS[holds ? 'holds' : 'missed'][lang];
    return `${name} ${measured.value.toFixed(3)} (95 %: ${measured.upper.toFixed(3)})  ${sign} ${bound}  ${verdict}`;
  });
  const copy = `${result.copy.value.toFixed(3)} (95 %: ${result.copy.upper.toFixed(3)})`;
  const unnamed = `${result.unnamed.auc.value.toFixed(3)} (95 %: ${result.unnamed.auc.upper.toFixed(3)})`;
  lines.push(`${WORDS.unnamed[lang].padEnd(30)} ${unnamed}  ${WORDS.noNames[lang]}`);
  lines.push(`${WORDS.copy[lang].padEnd(30)} ${copy}  ${WORDS.noGate[lang]}`);
  lines.push('', `${WORDS.tells[lang]} (${WORDS.columns[lang]})`);
  const attacks = [
    ...result.decoys.map(({ attacker, tells }) => ({ name: GATE_NAMES[attacker][lang], attacker, tells })),
    { name: WORDS.unnamed[lang], attacker: 'text', tells: result.unnamed.tells },
  ];
  for (const { name, attacker, tells } of attacks) {
    lines.push('', name);
    for (const { feature, weight, decoys, reals } of tells.slice(0, 10)) {
      const shown = attacker === 'text' ? JSON.stringify(feature) : feature;
      lines.push(`  ${shown.padEnd(42)} ${weight.toFixed(3)}  ${decoys.toFixed(3)}  ${reals.toFixed(3)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

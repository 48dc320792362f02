import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageOf } from './language.ts';

const SENTENCES: Readonly<Record<string, string>> = {
  fr: 'Je vous envoie ci-joint le projet de budget pour la réunion de demain, avec les notes de mon collègue.',
  en: 'Please find attached the draft of the budget for the meeting tomorrow, with notes from my colleague.',
  de: 'Anbei sende ich Ihnen den Entwurf für die Sitzung morgen, mit den Notizen von meinem Kollegen.',
  es: 'Le envío el borrador del presupuesto para la reunión de mañana, con las notas de mi colega sobre el tema.',
  it: 'Le invio la bozza del bilancio per la riunione di domani, con le note del mio collega che è molto attento.',
  pt: 'Envio em anexo o projeto do orçamento para a reunião de amanhã, com as notas que não foram lidas ainda.',
  nl: 'Hierbij stuur ik u het ontwerp van de begroting voor de vergadering van morgen, met de notities van een collega.',
  pl: 'W załączniku przesyłam projekt budżetu na jutrzejsze spotkanie, który jest już gotowy i nie wymaga zmian.',
  ru: 'Направляю вам проект бюджета на завтрашнюю встречу, а также заметки, которые были сделаны для нас.',
  uk: 'Надсилаю вам проєкт бюджету на завтрашню зустріч, а також нотатки, які були зроблені для нас.',
  bg: 'Изпращам ви проекта на бюджета за срещата утре, както и бележките, които са направени от мен.',
  ja: '明日の会議のための予算案をお送りします。よろしくお願いします。',
  zh: '请查收明天会议的预算草案和同事的备注。',
  el: 'Σας στέλνω το σχέδιο του προϋπολογισμού για τη συνάντηση.',
  ar: 'أرسل إليكم مشروع الميزانية لاجتماع الغد مع ملاحظات زميلي',
};

test('languages of sentences', () => {
  for (const [language, sentence] of Object.entries(SENTENCES)) assert.equal(languageOf(sentence), language);
});

test('no language is better than a wrong one', () => {
  for (const text of [
    '',
    'Merci',
    '1 2 3 4 5 6 7 8 9',
    'int main(void) { return 0; }',
    'a;b;c\n1;2;3',
    'x '.repeat(5000),
    'Wikipedia (en) Github DM Mathematics Layer '.repeat(4),
  ])
    assert.equal(languageOf(text), null, text.slice(0, 40));
});

import { banal } from './banal.ts';
import { docx } from './documents/docx.ts';
import { pdf } from './documents/pdf.ts';
import type { DocumentContent } from './documents/sheet.ts';
import { xlsx } from './documents/xlsx.ts';
import { fileNameOf, fullName, type ItemContext, type MadeItem } from './item.ts';

const FORMATS = [
  {
    extension: 'docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    make: docx,
  },
  {
    extension: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    make: xlsx,
  },
  { extension: 'pdf', type: 'application/pdf', make: pdf },
] as const;

const HEADINGS = {
  en: ['Item', 'Quantity', 'Unit price', 'Who', 'Date'],
  fr: ['Article', 'Quantité', 'Prix unitaire', 'Qui', 'Date'],
} as const;

/** A document about rooms, chairs and paper, with the properties that Office or Word's export gives it. */
export function makeDocument(context: ItemContext): MadeItem {
  const { random, at } = context;
  const content = documentContent(context);
  const { extension, type, make } = random.pick(FORMATS);
  const shown = extension === 'xlsx' ? [] : content.paragraphs;
  const text = [content.title, ...shown, ...content.table.map((row) => row.join(' '))].join('\n');
  return {
    bytes: make(content),
    fileName: fileNameOf(content.title, at, extension),
    type,
    folder: context.language === 'fr' ? 'Documents/Logistique' : 'Documents/Logistics',
    text,
    accounts: [],
    harm: 'none',
  };
}

function documentContent({ language, people, pack, at, random }: ItemContext): DocumentContent {
  const names = people.map(fullName);
  const { title, sentences, items } = banal(language, random.between(6, 22), names, random);
  const day = (): string => new Date(at + random.between(-20, 20) * 86_400_000).toISOString().slice(0, 10);
  const row = (): (string | number)[] => [
    random.pick(items),
    random.between(1, 240),
    random.between(50, 9900) / 100,
    random.pick(names),
    day(),
  ];
  const paragraphs: string[] = [];
  for (let from = 0; from < sentences.length; ) {
    const length = random.between(2, 5);
    paragraphs.push(sentences.slice(from, from + length).join(' '));
    from += length;
  }
  return {
    title: `${title} ${random.pick(['', `${random.between(1, 52)}`, `v${random.between(1, 4)}`])}`.trim(),
    author: names[0] ?? '',
    company: pack.domains[0] ?? '',
    created: at - random.between(1, 72) * 3_600_000,
    modified: at,
    paragraphs,
    table: [HEADINGS[language], ...Array.from({ length: random.between(8, 30) }, row)],
  };
}

/**
 * Accuracy and speed of OCR on pages of known words: `node bench/programs/read-scans.ts`. Pages are set by PDFium in
 * the fonts of PDF, at 300 dpi, then worsened as a photocopier does, turned, or drawn at the size of a screenshot.
 */
import { DEFAULT_LIMITS } from '../../src/model/index.ts';
import { ocrText } from '../../src/parse/ocr/ocr.ts';
import { type Picture, turned } from '../../src/parse/ocr/picture.ts';
import { copied, pngOf, printed, scannedPdf, wordShare } from '../../src/parse/ocr/testing/scan.ts';
import { resized } from '../../src/parse/ocr/webp.ts';
import { Random } from '../input/random.ts';

const FRENCH = `Le comité s’est réuni mardi à l’hôtel pour débattre du budget prévisionnel de l’été. Où êtes-vous allé
après le dîner ? L’élève a reçu une leçon très sévère, mais le garçon français n’a pas été gêné. Nous vous prions
d’agréer, Madame, l’expression de nos sentiments distingués. Le procès-verbal sera signé d’ici à la fin de l’année,
après accord du trésorier. La facture du 12 février s’élève à 1 250,40 € ; elle a déjà été réglée. Noël approche : le
maître d’œuvre espère que la forêt et l’île seront prêtes. Ça ira, répond Hélène, la benjamine de l’équipe.`;
const ENGLISH = `The committee met on Tuesday to discuss the budget for the second quarter. Several members raised
concerns about the travel costs, which exceeded the forecast by 12.5 percent. Please find attached the revised schedule
and the list of vendors. Mr. Jones will call the office before 4 p.m. to confirm the reservation of the hotel. The
contract must be signed and returned within thirty days of receipt, failing which the offer lapses. Yours sincerely.`;

const source = new Random('scans');
const random = () => source.next();
const FORMS: Readonly<Record<string, (picture: Picture) => Picture>> = {
  'clean, 300 dpi': (picture) => picture,
  photocopied: (picture) => copied(picture, random),
  'on its side': (picture) => turned(picture, 1),
  'screenshot, 96 dpi': (picture) => resized(picture, { width: 793, height: 1123 }),
};

export interface ScanFigures {
  readonly form: string;
  /** Words right, of all. */
  readonly share: number;
  readonly confidence: number;
  /** Processor seconds a page. */
  readonly seconds: number;
}

const FONTS = [
  ['Times-Roman', 9],
  ['Helvetica', 9],
  ['Courier', 6.5],
] as const;

async function readForm(
  form: string,
  lines: readonly string[],
  worsen: (picture: Picture) => Picture,
): Promise<ScanFigures> {
  let [share, seconds, confidence] = [0, 0, 0];
  for (const [font, size] of FONTS) {
    const picture = worsen(await printed({ lines, font, size }));
    const isPdf = form.includes('clean');
    const file = isPdf ? scannedPdf([picture]) : pngOf(picture);
    const before = process.cpuUsage();
    const options = {
      passwords: [],
      limits: DEFAULT_LIMITS,
      from: 1,
      skip: [],
      onPage() {},
      onProgress() {},
    };
    const { pages } = await ocrText(isPdf ? 'application/pdf' : 'image/png', file, options, 1);
    seconds += process.cpuUsage(before).user / 1e6;
    share += wordShare(lines.join(' '), pages[0]?.text ?? '');
    confidence += pages[0]?.confidence ?? 0;
  }
  const count = FONTS.length;
  return { form, share: share / count, confidence: confidence / count, seconds: seconds / count };
}

if (import.meta.main) {
  const figures: ScanFigures[] = [];
  for (const [language, words] of Object.entries({ English: ENGLISH, French: FRENCH })) {
    const lines = Array.from({ length: 5 }, () => words.split('\n')).flat();
    for (const [form, worsen] of Object.entries(FORMS))
      figures.push(await readForm(`${language}, ${form}`, lines, worsen));
  }
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}

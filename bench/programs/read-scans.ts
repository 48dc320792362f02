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

for (const [language, words] of Object.entries({ en: ENGLISH, fr: FRENCH })) {
  const lines = [0, 1, 2, 3, 4].flatMap(() => words.split('\n'));
  for (const [form, worsen] of Object.entries(FORMS)) {
    let [share, seconds, confidence, count] = [0, 0, 0, 0];
    for (const font of ['Times-Roman', 'Helvetica', 'Courier']) {
      const size = font === 'Courier' ? 6.5 : 9;
      const picture = worsen(await printed({ lines, font, size }));
      const file = form.startsWith('clean') ? scannedPdf([picture]) : pngOf(picture);
      const type = form.startsWith('clean') ? 'application/pdf' : 'image/png';
      const before = process.cpuUsage().user;
      const options = {
        passwords: [],
        limits: DEFAULT_LIMITS,
        from: 1,
        skip: [],
        onPage() {},
        onProgress() {},
      };
      const { pages } = await ocrText(type, file, options, 1);
      seconds += (process.cpuUsage().user - before) / 1e6;
      share += wordShare(lines.join(' '), pages[0]?.text ?? '');
      confidence += pages[0]?.confidence ?? 0;
      count++;
    }
    const mean = (sum: number) => (sum / count).toFixed(3);
    console.log(`${language} | ${form} | ${mean(share)} | ${mean(confidence)} | ${mean(seconds)} s`);
  }
}

import { verifyCustody } from '../../case/custody.ts';
import { damagedObjects } from '../../case/objects.ts';
import { checkSource, type SourceCheck } from '../../show/check-source.ts';
import { CASE_FLAG } from '../case-flag.ts';
import { defineCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { harmless } from '../terminal/cells.ts';
import { formatBytes, formatNumber } from '../terminal/format.ts';
import { progressOn } from '../terminal/progress.ts';
import { logAct, withCase } from '../with-case.ts';

const PHASE = { en: 'hashing', fr: 'empreintes' };

export const verify = defineCommand({
  path: ['verify'],
  summary: {
    en: 'Hash the originals again, and follow the custody log',
    fr: 'Recalculer l’empreinte des originaux et suivre le journal de conservation',
  },
  description: {
    en: 'Every file of the dump is hashed anew and compared with what was sifted; the custody log must be unbroken from its first entry. Exit code 1 when anything differs. Keep the last hash on paper: whoever has it can tell that nothing was taken out of the log.',
    fr: 'Chaque fichier de la fuite est relu et comparé à ce qui a été trié\u202f; le journal de conservation doit être intact depuis sa première entrée. Code de sortie 1 si quelque chose diffère. Noter la dernière empreinte sur papier\u00a0: elle permet de voir que rien n’a été retiré du journal.',
  },
  positionals: [],
  flags: [CASE_FLAG],
  run: async (context) => {
    const { flags, json, lang, stdout, stderr, signal, paint } = context;
    return await withCase(context, flags.case, async (store) => {
      const progress = progressOn(stderr, lang, () => performance.now());
      const wrong: SourceCheck[] = [];
      let [files, bytes] = [0, 0];
      for (const source of store.sources()) {
        const check = await checkSource(source, signal);
        if (signal.aborted) return EXIT.interrupted;
        files += 1;
        bytes += source.size;
        if (check.type !== 'same') wrong.push(check);
        progress.update({ phase: PHASE, items: files, bytes, totalBytes: null, failures: wrong.length });
      }
      const damaged = [...damagedObjects(store.directory)].map((each) => each.sha256);
      progress.clear();
      const custody = verifyCustody(store.custody());
      logAct(context, store, 'verified', {
        files,
        bytes,
        wrong: wrong.length,
        damaged: damaged.length,
        custody: custody.type,
      });
      const good = wrong.length === 0 && damaged.length === 0 && custody.type === 'intact';
      if (json)
        stdout.write(
          `${JSON.stringify({ case: store.directory, ok: good, files, bytes, wrong, damaged, custody })}\n`,
        );
      else {
        for (const { type, path } of wrong) stdout.write(`${paint('red', type)}  ${harmless(path)}\n`);
        for (const sha256 of damaged) stdout.write(`${paint('red', 'damaged')}  objects/${sha256}\n`);
        const [n, size] = [formatNumber(files, lang), formatBytes(bytes, lang)];
        stdout.write(
          `${{ en: `${n} files, ${size}: ${wrong.length} differ`, fr: `${n} fichiers, ${size}\u00a0: ${wrong.length} diffèrent` }[lang]}\n`,
        );
        stdout.write(`${custodyLine(custody, lang)}\n`);
      }
      return good ? EXIT.ok : EXIT.failed;
    });
  },
});

function custodyLine(custody: ReturnType<typeof verifyCustody>, lang: 'en' | 'fr'): string {
  if (custody.type === 'broken') {
    const { number, why } = custody;
    return {
      en: `custody log broken at entry ${number} (${why})`,
      fr: `journal de conservation rompu à l’entrée ${number} (${why})`,
    }[lang];
  }
  const { entries, lastHash } = custody;
  return {
    en: `custody log intact: ${entries} entries, last hash ${lastHash}`,
    fr: `journal de conservation intact\u00a0: ${entries} entrées, dernière empreinte ${lastHash}`,
  }[lang];
}

import { type CustodyCheck, verifyCustody } from '../../case/custody.ts';
import { damagedObjects } from '../../case/objects.ts';
import { asCustody } from '../../case/review/review-log.ts';
import type { Language } from '../../model/text.ts';
import { checkSource, type SourceCheck } from '../../show/check-source.ts';
import { CASE_FLAGS } from '../case-flag.ts';
import { defineCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { harmless } from '../terminal/cells.ts';
import { counted, ENTRIES, noun } from '../terminal/counted.ts';
import { formatBytes, formatNumber } from '../terminal/format.ts';
import { progressOn } from '../terminal/progress.ts';
import { TRUST_FLAG } from '../trust-files.ts';
import { verifyPackage } from '../verify-package.ts';
import { logAct, withCase } from '../with-case.ts';

const PHASE = { en: 'hashing', fr: 'empreintes' };

export const verify = defineCommand({
  path: ['verify'],
  summary: {
    en: 'Hash the originals again and follow the custody log, or check a package',
    fr: 'Recalculer l’empreinte des originaux et suivre le journal, ou contrôler un paquet',
  },
  description: {
    en: 'Every file of the dump is hashed anew and compared with what was sifted; the custody log must be unbroken from its first entry. Exit code 1 when anything differs. Keep the last hash on paper: whoever has it can tell that nothing was taken out of the log.\n\nWith PACKAGE, an evidence package (tamis package, or any bag with SHA-256) is checked instead: files that were changed, taken out or added are named. No case is needed.',
    fr: 'Chaque fichier de la fuite est relu et comparé à ce qui a été trié\u202f; le journal de conservation doit être intact depuis sa première entrée. Code de sortie 1 si quelque chose diffère. Noter la dernière empreinte sur papier\u00a0: elle permet de voir que rien n’a été retiré du journal.\n\nAvec PACKAGE, c’est un paquet de preuves (tamis package, ou tout «\u00a0bag\u00a0» en SHA-256) qui est contrôlé\u00a0: les fichiers modifiés, retirés ou ajoutés sont nommés. Aucun dossier d’enquête n’est nécessaire.',
  },
  positionals: [
    {
      name: 'package',
      metavar: 'PACKAGE',
      required: false,
      summary: { en: 'folder of an evidence package', fr: 'dossier d’un paquet de preuves' },
    },
  ],
  flags: [
    ...CASE_FLAGS,
    {
      name: 'signer',
      type: 'string',
      metavar: 'KEY',
      summary: {
        en: 'key the package must be signed with: its fingerprint, or a PEM file',
        fr: 'clé qui doit avoir signé le paquet\u00a0: son empreinte, ou un fichier PEM',
      },
    },
    TRUST_FLAG,
  ],
  run: async (context) => {
    if (context.args.package !== undefined)
      return await verifyPackage(context, context.args.package, context.flags);
    const { flags, json, lang, stdout, stderr, signal, paint } = context;
    return await withCase(context, flags, async (store) => {
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
      const review = verifyCustody(store.reviewEvents().map(asCustody));
      logAct(context, store, 'verified', {
        files,
        bytes,
        wrong: wrong.length,
        damaged: damaged.length,
        custody: custody.type,
        review: review.type,
      });
      const chained = custody.type === 'intact' && review.type === 'intact';
      const good = wrong.length === 0 && damaged.length === 0 && chained;
      if (json)
        stdout.write(
          `${JSON.stringify({ case: store.directory, ok: good, files, bytes, wrong, damaged, custody, review })}\n`,
        );
      else {
        for (const { type, path } of wrong) stdout.write(`${paint('red', type)}  ${harmless(path)}\n`);
        for (const sha256 of damaged) stdout.write(`${paint('red', 'damaged')}  objects/${sha256}\n`);
        const differ = wrong.filter(({ type }) => type !== 'unreadable').length;
        const [n, size] = [formatNumber(files, lang), formatBytes(bytes, lang)];
        stdout.write(
          `${{ en: `${n} files, ${size}: ${differ} differ`, fr: `${n} fichiers, ${size}\u00a0: ${differ} diffèrent` }[lang]}\n`,
        );
        if (wrong.length > differ) stdout.write(`${unreadLine(wrong.length - differ, lang)}\n`);
        if (damaged.length > 0) stdout.write(`${damagedLine(damaged.length, lang)}\n`);
        stdout.write(`${chainLine(custody, LOGS.custody[lang], lang)}\n`);
        // Before anybody reviews there is nothing to follow.
        if (review.type === 'broken' || review.entries > 0)
          stdout.write(`${chainLine(review, LOGS.review[lang], lang)}\n`);
      }
      return good ? EXIT.ok : EXIT.failed;
    });
  },
});

const LOGS = {
  custody: { en: 'custody log', fr: 'journal de conservation' },
  review: { en: 'log of the review', fr: 'journal de la relecture' },
} as const;

function unreadLine(count: number, lang: Language): string {
  return {
    en: `${count} could not be checked: the system did not let them be read`,
    fr: `${count} ${count < 2 ? 'non contrôlé' : 'non contrôlés'}\u00a0: la lecture a été refusée par le système`,
  }[lang];
}

const DAMAGED = noun(
  'item taken out of a container is damaged',
  'items taken out of containers are damaged',
  'élément extrait est endommagé',
  'éléments extraits sont endommagés',
);

function damagedLine(count: number, lang: Language): string {
  return {
    en: `${counted(count, DAMAGED, lang)}; sift the dump into a new case`,
    fr: `${counted(count, DAMAGED, lang)}\u202f; trier la fuite dans un nouveau dossier`,
  }[lang];
}

function chainLine(chain: CustodyCheck, log: string, lang: Language): string {
  if (chain.type === 'broken') {
    const { number, why } = chain;
    return {
      en: `${log} broken at entry ${number} (${why})`,
      fr: `${log} rompu à l’entrée ${number} (${why})`,
    }[lang];
  }
  const { entries, lastHash } = chain;
  return {
    en: `${log} intact: ${counted(entries, ENTRIES, lang)}, last hash ${lastHash}`,
    fr: `${log} intact\u00a0: ${counted(entries, ENTRIES, lang)}, dernière empreinte ${lastHash}`,
  }[lang];
}

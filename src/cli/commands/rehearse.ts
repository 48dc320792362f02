import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { TamisError } from '../../model/index.ts';
import { makeExercise } from '../../rehearse/exercise.ts';
import { writeExercise } from '../../rehearse/write.ts';
import { defineCommand } from '../command.ts';

export const rehearse = defineCommand({
  path: ['rehearse'],
  summary: {
    en: 'Make a leak that never happened, with the truth about it',
    fr: 'Fabriquer une fuite qui n’a jamais eu lieu, avec la vérité à côté',
  },
  description: {
    en: `Mailboxes of an invented campaign in French and English, with forgeries and harmless changes in known numbers,
a reference archive and key files. players/ may be handed to a team; instructor.md and truth.jsonl say what is what.`,
    fr: `Les boîtes d’une campagne inventée, en français et en anglais, avec des faux et des changements anodins en nombre
connu, une archive de référence et des fichiers de clés. players/ se remet à l’équipe\u202f; instructor.md et truth.jsonl disent le vrai.`,
  },
  positionals: [],
  flags: [
    {
      name: 'seed',
      type: 'number',
      metavar: 'N',
      default: 1,
      min: 0,
      summary: { en: 'the same seed gives the same bytes', fr: 'la même graine donne les mêmes octets' },
    },
    {
      name: 'scale',
      type: 'number',
      metavar: 'S',
      default: 1000,
      min: 100,
      max: 200_000,
      summary: { en: 'about how many messages', fr: 'nombre approximatif de messages' },
    },
    {
      name: 'output',
      short: 'o',
      type: 'string',
      metavar: 'DIR',
      default: 'rehearsal',
      summary: { en: 'where it goes; must be empty or new', fr: 'où il va\u202f; doit être vide ou nouveau' },
    },
  ],
  examples: [
    {
      line: 'tamis rehearse --seed 7 --scale 2000 -o exercise',
      summary: { en: 'two thousand messages', fr: 'deux mille messages' },
    },
  ],
  run: async ({ flags, json, lang, stdout, cwd }) => {
    const folder = resolve(cwd, flags.output);
    if (existsSync(folder) && readdirSync(folder).length > 0) {
      throw new TamisError('not-empty', {
        en: `${flags.output} is not empty; give another folder with -o.`,
        fr: `${flags.output} n’est pas vide\u202f; donnez un autre dossier avec -o.`,
      });
    }
    const exercise = makeExercise(flags.seed, flags.scale);
    writeExercise(folder, exercise);
    const { truth } = exercise;
    const forgeries = truth.filter((row) => row.class === 'forgery').length;
    const benign = truth.filter((row) => row.class === 'benign').length;
    const summary = {
      directory: folder,
      seed: flags.seed,
      scale: flags.scale,
      items: truth.length,
      forgeries,
      benign,
    };
    const text = {
      en: `${truth.length} items, ${forgeries} of them forged, ${benign} harmlessly changed\nnext: tamis sift ${flags.output}/players/dump --reference ${flags.output}/players/reference --keys ${flags.output}/players/keys/all.jsonl --case ${flags.output}.tamis\n      tamis rehearse score ${flags.output} --case ${flags.output}.tamis\n      tamis rehearse spread --exercise ${flags.output} -o ${flags.output}-posts\n`,
      fr: `${truth.length} éléments, dont ${forgeries} faux et ${benign} modifiés sans malice\nensuite\u00a0: tamis sift ${flags.output}/players/dump --reference ${flags.output}/players/reference --keys ${flags.output}/players/keys/all.jsonl --case ${flags.output}.tamis\n      tamis rehearse score ${flags.output} --case ${flags.output}.tamis\n      tamis rehearse spread --exercise ${flags.output} -o ${flags.output}-posts\n`,
    };
    stdout.write(json ? `${JSON.stringify(summary)}\n` : text[lang]);
    return 0;
  },
});

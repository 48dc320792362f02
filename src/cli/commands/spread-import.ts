import { resolve } from 'node:path';
import { importPosts, importText, POST_FORMAT_NAMES } from '../../spread/import/index.ts';
import { CASE_FLAGS } from '../case-flag.ts';
import { defineCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { fingerprints, withPostsCase } from '../posts-case.ts';
import { logAct } from '../with-case.ts';

/** Bytes that DuckDB may hold before it goes to disk. */
const DEFAULT_MEMORY = 2 ** 30;

export const spreadImport = defineCommand({
  path: ['spread', 'import'],
  summary: {
    en: 'Read posts of social networks into the case',
    fr: 'Lire dans le dossier des publications de réseaux sociaux',
  },
  description: {
    en: 'X API v1.1 and v2, twarc, 4CAT, Twint, CrowdTangle, Meta Content Library, TikTok, Bluesky, Mastodon, Telegram Desktop, 4chan, and any CSV or JSON Lines; the format is told by the content. What cannot be read is counted and kept with its reason in spread/rejects.parquet. The same post twice is one post.',
    fr: 'API de X v1.1 et v2, twarc, 4CAT, Twint, CrowdTangle, Meta Content Library, TikTok, Bluesky, Mastodon, Telegram Desktop, 4chan, et tout CSV ou JSON Lines\u202f; le format est reconnu au contenu. Ce qui ne se lit pas est compté et gardé avec sa raison dans spread/rejects.parquet. Le même message deux fois n’en fait qu’un.',
  },
  positionals: [
    {
      name: 'files',
      metavar: 'FILE',
      required: true,
      many: true,
      summary: {
        en: 'JSON, JSON Lines, CSV or Parquet; may be gzip or Zstandard',
        fr: 'JSON, JSON Lines, CSV ou Parquet\u202f; gzip ou Zstandard acceptés',
      },
    },
  ],
  flags: [
    ...CASE_FLAGS,
    {
      name: 'format',
      type: 'enum',
      values: ['auto', ...POST_FORMAT_NAMES],
      default: 'auto',
      summary: { en: 'read as this format', fr: 'lire dans ce format' },
    },
    {
      name: 'map',
      type: 'strings',
      metavar: 'FIELD=COLUMN',
      summary: {
        en: 'columns of a table of your own, separated by commas',
        fr: 'colonnes d’un tableau à soi, séparées par des virgules',
      },
    },
    {
      name: 'zone',
      type: 'string',
      metavar: 'ZONE',
      default: 'UTC',
      summary: { en: 'time zone of stamps that state none', fr: 'fuseau des heures qui n’en indiquent pas' },
    },
    {
      name: 'dates',
      type: 'enum',
      values: ['day-first', 'month-first'],
      metavar: 'ORDER',
      summary: {
        en: 'how to read 05/06/2017, which is refused otherwise',
        fr: 'comment lire 05/06/2017, refusé sans cela',
      },
    },
    {
      name: 'memory',
      type: 'bytes',
      metavar: 'BYTES',
      default: DEFAULT_MEMORY,
      summary: {
        en: 'memory before the rest goes to the disk of the case',
        fr: 'mémoire avant de passer par le disque du dossier',
      },
    },
  ],
  examples: [
    {
      line: 'tamis spread import tweets.jsonl.gz --case macron',
      summary: { en: 'told by content', fr: 'reconnu au contenu' },
    },
    {
      line: 'tamis spread import own.csv --map account=Who,time=When,text=What --zone Europe/Paris --case macron',
      summary: { en: 'a table of your own', fr: 'un tableau à soi' },
    },
  ],
  run: async (context) => {
    const { args, flags, json, lang, stdout, cwd } = context;
    const paths = args.files.map((file) => resolve(cwd, file));
    const files = await fingerprints(paths);
    const { format, map, zone, dates, memory } = flags;
    const summary = await withPostsCase(context, flags, async (store) => {
      const done = await importPosts(paths, { folder: store.directory, format, map, zone, dates, memory });
      const { read, added, posts, rejected, failedFiles } = done;
      logAct(context, store, 'posts-imported', {
        ...{ files, format, map, zone, dates: dates ?? null },
        ...{ read, added, posts, rejected, failedFiles },
      });
      return done;
    });
    stdout.write(json ? `${JSON.stringify(summary)}\n` : importText(summary, zone, lang));
    // Who chains `&& tamis spread report` is not to report on what was not read.
    return summary.read === 0 ? EXIT.failed : EXIT.ok;
  },
});

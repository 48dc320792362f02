import { seededRandom, spreadReport } from '../../spread/report/index.ts';
import { withPosts } from '../../spread/report/posts-table.ts';
import { quoted } from '../../spread/store/duckdb.ts';
import type { SpreadJson, SpreadPostJson } from '../api/spread.ts';
import { answerParent } from '../child/answer-parent.ts';
import { postsOfPlace } from './posts-of-place.ts';
import { spreadJson } from './spread-json.ts';
import type { PostsQuestion, SpreadJob, SpreadQuestion } from './spread-reports.ts';

/** Bytes that DuckDB may hold: beside it run a browser and the server. */
const MEMORY = 2 ** 30;
/** As `spread report` counts by default. */
const SETTINGS = { windows: [60, 10, 300], minParticipation: 2, repetitions: 50, maxPairs: 2e9 };
const SEED = 1;

answerParent(({ folder, work }: SpreadJob) =>
  work.type === 'report' ? report(folder, work.question) : posts(folder, work.question),
);

async function report(folder: string, { tag, from, to }: SpreadQuestion): Promise<SpreadJson> {
  const options = { ...SETTINGS, tag, from, to, folder, memory: MEMORY, earlier: new Set<string>() };
  return spreadJson(await spreadReport({ ...options, random: seededRandom(SEED) }));
}

async function posts(
  folder: string,
  question: PostsQuestion,
): Promise<{ total: number; rows: SpreadPostJson[] }> {
  const { from, to, offset, limit } = question;
  const conditions = [
    question.account === null ? [] : [`who = ${quoted(question.account)}`],
    question.id === null ? [] : [`id = ${quoted(question.id)}`],
    question.lang === null ? [] : [`coalesce(lang, 'none') = ${quoted(question.lang)}`],
  ].flat();
  return await withPosts({ folder, tag: question.tag, from, to, memory: MEMORY }, async (query) => {
    if (question.place !== null) conditions.push(await postsOfPlace(query, question.place));
    const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
    const [counted] = await query<{ n: number }>(`SELECT count(*) AS n FROM p ${where}`);
    const rows = await query<SpreadPostJson>(
      `SELECT platform, id, account, handle, time, text, lang, account_place AS place, repost_of AS "repostOf"
       FROM p ${where} ORDER BY time, id LIMIT ${limit} OFFSET ${offset}`,
    );
    return { total: counted?.n ?? 0, rows };
  });
}

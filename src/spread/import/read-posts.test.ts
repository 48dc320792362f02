import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Post } from '../post.ts';
import { readPosts } from './read-posts.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');

interface Read {
  readonly posts: Post[];
  readonly rejects: string[];
  readonly formats: Set<string | null>;
}

async function read(path: string, map: ReadonlyMap<string, string> = new Map(), zone = 'UTC'): Promise<Read> {
  const result: Read = { posts: [], rejects: [], formats: new Set() };
  for await (const { line, format, outcome } of readPosts(path, { zone, map, dates: null })) {
    if (outcome.type === 'post') {
      result.posts.push(outcome.post);
      result.formats.add(format);
    } else result.rejects.push(`${line} ${outcome.reason}`);
  }
  return result;
}

/** The fields that matter of a post, in one line. */
function told(post: Post): string {
  const { platform, id, account, repost_of, repost_account } = post;
  return [
    platform,
    id,
    account,
    new Date(post.time).toISOString(),
    post.zone,
    post.lang,
    repost_of === null ? '' : `of ${repost_of} by ${repost_account}`,
    post.hashtags.map((tag) => `#${tag}`).join(' '),
    post.urls.join(' '),
  ].join(' | ');
}

const LEAK_URI = 'at://did:plc:aaa/app.bsky.feed.post/3k1';

const CASES: readonly {
  file: string;
  format: string;
  posts: readonly string[];
  rejects?: readonly string[];
}[] = [
  {
    file: 'x-v1.jsonl',
    format: 'x-v1',
    posts: [
      'x | 860567067181449293 | 101 | 2017-05-05T18:49:12.036Z | stated | en |  | #macronleaks | https://example.org/thread/1',
      'x | 860567268499652613 | 102 | 2017-05-05T18:50:00.034Z | stated | en | of 860567067181449293 by 101 | #macronleaks | https://example.org/thread/1',
    ],
    rejects: ['2 not-a-post', '4 not-json'],
  },
  {
    file: 'x-v2.jsonl',
    format: 'x-v2',
    posts: [
      'x | 860567067181449293 | 101 | 2017-05-05T18:49:12.036Z | stated | fr |  | #macronleaks | https://example.org/a',
      'x | 860567268499652613 | 102 | 2017-05-05T18:50:00.034Z | stated |  | of 860567067181449293 by 101 | #macronleaks | ',
    ],
    rejects: ['3 not-a-post'],
  },
  {
    file: 'x-v2-flat.jsonl',
    format: 'x-v2',
    posts: [
      'x | 860567268499652613 | 102 | 2017-05-05T18:50:00.034Z | stated |  | of 860567067181449293 by 101 | #macronleaks | ',
    ],
  },
  {
    file: 'bluesky.json',
    format: 'bluesky',
    posts: [
      `bluesky | ${LEAK_URI}#repost:did:plc:bbb | did:plc:bbb | 2024-05-05T18:50:00.000Z | stated |  | of ${LEAK_URI} by did:plc:aaa | #leak | https://example.org/a`,
      `bluesky | ${LEAK_URI} | did:plc:aaa | 2024-05-05T18:49:12.345Z | stated | en |  | #leak | `,
    ],
  },
  {
    file: 'bluesky-jetstream.jsonl',
    format: 'bluesky',
    posts: [
      'bluesky | at://did:plc:ccc/app.bsky.feed.post/3k9 | did:plc:ccc | 2024-05-05T18:49:12.346Z | stated | fr |  | #fuite | ',
      `bluesky | at://did:plc:ccc/app.bsky.feed.repost/3ka | did:plc:ccc | 2024-05-05T18:49:13.000Z | stated |  | of ${LEAK_URI} by did:plc:aaa |  | `,
    ],
    rejects: ['3 not-a-post'],
  },
  {
    file: 'mastodon.json',
    format: 'mastodon',
    posts: [
      'mastodon | https://social.example/users/a/statuses/1 | https://social.example/@a | 2024-05-05T18:49:12.000Z | stated | en |  | #leak | https://example.org/a?x=1&y=2',
      'mastodon | https://social.example/users/b/statuses/2/activity | https://social.example/@b | 2024-05-05T18:50:00.000Z | stated |  | of https://social.example/users/a/statuses/1 by https://social.example/@a | #leak | ',
    ],
  },
  {
    file: 'telegram.json',
    format: 'telegram',
    posts: [
      'telegram | 1234567890/2 | channel1234567890 | 2024-05-05T18:49:12.000Z | stated |  |  | #leak | https://example.org/a',
      'telegram | 1234567890/3 | channel1234567890 | 2024-05-05T18:50:00.000Z | stated |  | of forward:channel77:copied by channel77 |  | ',
    ],
    rejects: ['1 not-a-post'],
  },
  {
    file: '4chan.json',
    format: '4chan',
    posts: [
      '4chan | 123999000 | 123999000:AbCd1234 | 2017-05-05T18:00:00.000Z | stated |  |  |  | https://example.org/thread',
      '4chan | 123999001 |  | 2017-05-05T18:01:00.000Z | stated |  |  |  | ',
    ],
  },
  {
    file: 'tiktok.json',
    format: 'tiktok',
    posts: ['tiktok | 7104184244337265962 | one | 2024-05-05T18:49:12.000Z | stated |  |  | #leak #fyp | '],
  },
  {
    file: 'meta-content-library.csv',
    format: 'meta-content-library',
    posts: [
      'facebook | 900 | 55 | 2024-05-05T18:49:12.000Z | stated | en |  | #leak | https://example.org/a',
    ],
  },
  {
    file: 'meta-content-library.json',
    format: 'meta-content-library',
    posts: [
      'facebook | 900 | 55 | 2024-05-05T18:49:12.000Z | stated | en |  | #leak | https://example.org/a',
    ],
  },
  {
    file: 'crowdtangle.csv',
    format: 'crowdtangle',
    posts: [
      'facebook | https://www.facebook.com/55/posts/900 | 55 | 2017-05-05T18:49:12.000Z | stated |  |  | #leak | https://example.org/a',
    ],
  },
  {
    file: 'twint.jsonl',
    format: 'twint',
    posts: [
      'x | 860567067181449293 | 101 | 2017-05-05T18:49:12.000Z | stated | en |  | #macronleaks | https://example.org/a',
    ],
  },
  {
    file: 'twint.csv',
    format: 'twint',
    posts: [
      'x | 860567268499652613 | 102 | 2017-05-05T18:50:00.000Z | stated | en | of 860567067181449293 by 101 | #macronleaks | https://example.org/a https://example.org/b',
    ],
  },
  {
    file: '4cat.csv',
    format: '4cat',
    posts: [
      'x | 860567067181449293 | first_one | 2017-05-05T18:49:12.000Z | stated | en |  | #macronleaks | https://example.org/a',
    ],
  },
  {
    file: 'shares.csv',
    format: 'mapped',
    posts: [
      'other | c1 | a1 | 2017-05-05T18:49:12.000Z | stated |  |  |  | ',
      'other | c1 | a1 | 2017-05-05T18:49:12.000Z | stated |  |  |  | ',
      'other | c2 | a2 | 2017-05-05T18:49:20.000Z | stated |  |  |  | ',
    ],
  },
];

for (const { file, format, posts, rejects = [] } of CASES) {
  test(`${file} is told by its content and read as ${format}`, async () => {
    const result = await read(join(FIXTURES, file));
    assert.deepEqual(result.posts.map(told), posts);
    assert.deepEqual(result.rejects, rejects);
    assert.deepEqual([...result.formats], [format]);
  });
}

test('a table with columns of its own is read as the user names them, in the zone given', async () => {
  const map = new Map([
    ['account', 'Who'],
    ['time', 'When'],
    ['text', 'What'],
    ['id', 'Ref'],
  ]);
  const { posts, rejects } = await read(join(FIXTURES, 'own.csv'), map, 'Europe/Paris');
  assert.deepEqual(posts.map(told), [
    'other | 7 | Ann | 2017-05-05T18:49:12.000Z | assumed |  |  | #leak | ',
  ]);
  assert.deepEqual(rejects, ['3 time-not-a-time']);
});

test('a table nobody can tell is refused row by row, with its columns shown', async () => {
  for await (const { outcome, shown } of readPosts(join(FIXTURES, 'own.csv'), {
    zone: 'UTC',
    map: new Map(),
    dates: null,
  })) {
    assert.deepEqual(outcome, { type: 'reject', reason: 'unknown-format' });
    assert.equal(shown, 'Who, When, What, Ref');
  }
});

test('posts are found in what wraps them: a list, an archive of X, objects by id, a page of an interface', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'tamis-wrapped-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const post = (id: string) => ({ id, user: 'ann', text: 'x', time: '2017-05-05T20:00:00Z' });
  const { id: _, ...bare } = post('');
  const wrapped: readonly (readonly [string, readonly string[]])[] = [
    [JSON.stringify({ meta: { count: 2 }, tweets: [post('1'), post('2')] }), ['1', '2']],
    [`window.YTD.tweets.part0 = ${JSON.stringify([{ tweet: post('1') }, { tweet: post('2') }])}`, ['1', '2']],
    [JSON.stringify({ '7': bare, '8': bare }), ['7', '8']],
    [JSON.stringify({ result: { page: 1, items: [post('1')] } }), ['1']],
    // People are no posts, however they are wrapped, and nothing is unwrapped without end.
    [JSON.stringify({ users: [{ id: '1', name: 'ann' }] }), []],
    [JSON.stringify({ a: { b: { c: { d: [post('1')] } } } }), []],
    [`${'{"a":'.repeat(400)}1${'}'.repeat(400)}`, []],
  ];
  for (const [text, ids] of wrapped) {
    writeFileSync(join(folder, 'posts.json'), text);
    const { posts } = await read(join(folder, 'posts.json'));
    assert.deepEqual(
      posts.map(({ id }) => id),
      ids,
      text.slice(0, 80),
    );
  }
});

test('every fixture has a case', () => {
  const named = new Set([...CASES.map(({ file }) => file), 'own.csv']);
  assert.deepEqual(
    readdirSync(FIXTURES).filter((file) => !named.has(file)),
    [],
  );
});

test('all files of the corpus are read; what is no post is told', async (t) => {
  const corpus = join(import.meta.dirname, '../../../../shared/corpus/posts/formats');
  if (!existsSync(corpus)) return t.skip('corpus not present: ../shared/corpus');
  const pages = await read(join(corpus, 'x-v2/2sets.jsonl'));
  assert.equal(pages.posts.length, 200);
  assert.ok(pages.posts.every((post) => post.account !== null && post.resolution === 'millisecond'));
  assert.equal(
    pages.posts.filter((post) => post.repost_of !== null && post.repost_account === null).length,
    0,
  );
  assert.equal((await read(join(corpus, 'x-v2/flat.jsonl'))).posts.length, 100);
  assert.deepEqual((await read(join(corpus, 'x-v2/streaming_output_with_error.jsonl'))).rejects, [
    '8 not-json',
  ]);
  assert.equal((await read(join(corpus, 'x-v2/users.jsonl'))).rejects.length, 96);
  assert.equal((await read(join(corpus, 'x-v2/empty.json'))).posts.length, 0);
  assert.equal((await read(join(corpus, 'bluesky/posts.parquet'))).posts.length, 8959);
  const hashtags = await read(join(corpus, 'hashtags/hashtag_test_input.csv'));
  assert.deepEqual([...hashtags.formats], ['mapped']);
  assert.equal(hashtags.posts.length, 100);
});

test('a table of id, username and content is somebody’s own, whatever cuts its rows; a user of X is no post', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tamis-'));
  const file = join(folder, 'posts');
  try {
    for (const cut of [',', ';', '|', '\t']) {
      const rows = [
        ['id', 'username', 'created', 'content'],
        ['1', 'a', '1494000000', 'x'],
      ];
      writeFileSync(file, rows.map((row) => row.join(cut)).join('\n'));
      const { posts, rejects } = await read(file);
      assert.deepEqual([posts[0]?.text, posts[0]?.account, rejects], ['x', 'a', []], cut);
    }
    writeFileSync(file, '{"id":"1","username":"a","created_at":"2017-05-05T19:00:00Z","description":"me"}');
    assert.deepEqual((await read(file)).rejects, ['1 not-a-post']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

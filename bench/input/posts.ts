import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from './random.ts';

/** Three days of posts, in seconds, from 5 May 2017 on. */
const BEGIN = 1_493_938_800;
const LENGTH = 72 * 3600;
/** When the leak breaks, and for how long new objects crowd. */
const LEAK = 30 * 3600;
const CROWD = 6 * 3600;
/** Groups that share the same objects within seconds: what is to be found. */
const GROUPS = 20;
const MEMBERS = 12;
const SHARED = 15;
const HOT_LENGTH = 3.5 * 3600;
const LINES_HELD = 20_000;

/**
 * Makes, or finds made, a CSV of `count` posts in the columns of CooRTweet: accounts and objects with long tails,
 * shares that follow an object for hours, planted groups. By the model of CooRTweet's stored comparison.
 */
export function makePosts(data: string, count: number, seed: number): string {
  const random = new Random(`${seed} posts ${count}`);
  const [accounts, objects] = [Math.max(1000, count * 0.15), Math.max(500, count * 0.12)];
  const starts = Float64Array.from({ length: objects }, () =>
    random.chance(0.4) ? LEAK + random.int(CROWD) : random.int(LENGTH),
  );
  const planted = GROUPS * MEMBERS * SHARED;
  return writePosts(data, `posts-${count}-${seed}.csv`, count, (index) => {
    if (index < planted && planted < count) return plantedPost(index, accounts, objects, seed);
    const object = random.rank(objects, 20);
    const delay = random.logNormal(3600 * Math.exp(1.62), 1.8);
    const time = Math.min(LENGTH - 1, (starts[object] ?? 0) + delay);
    return { object, account: random.rank(accounts, 30), time: Math.floor(time) };
  });
}

/** One hashtag, `count` posts in three and a half hours: every post shares its object with every other. */
export function makeHotPosts(data: string, count: number, seed: number): string {
  const random = new Random(`${seed} hot ${count}`);
  return writePosts(data, `hot-${count}-${seed}.csv`, count, () => ({
    object: 0,
    account: random.rank(count / 2, 30),
    // More and more an hour, as it was.
    time: Math.floor(HOT_LENGTH * random.next() ** 0.6),
  }));
}

interface Post {
  readonly object: number;
  readonly account: number;
  readonly time: number;
}

/** Accounts and objects of the groups are numbered after those of everybody. */
function plantedPost(index: number, accounts: number, objects: number, seed: number): Post {
  const group = Math.floor(index / (MEMBERS * SHARED));
  const shared = Math.floor(index / MEMBERS);
  const random = new Random(`${seed} planted ${shared}`);
  const time = random.int(LENGTH - 60) + ((index * 7) % 13);
  return { object: objects + shared, account: accounts + group * MEMBERS + (index % MEMBERS), time };
}

/** Writes the posts in order of time, a block of lines at a time; numbers only are held, 20 bytes a post. */
function writePosts(data: string, name: string, count: number, make: (index: number) => Post): string {
  const path = join(data, name);
  if (existsSync(path)) return path;
  mkdirSync(data, { recursive: true });
  const objects = new Uint32Array(count);
  const accounts = new Uint32Array(count);
  // Time and number in one, which the fast sort of numbers then puts in order.
  const order = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    const post = make(index);
    objects[index] = post.object;
    accounts[index] = post.account;
    order[index] = post.time * count + index;
  }
  order.sort();
  const file = openSync(`${path}.part`, 'w');
  writeSync(file, 'object_id,account_id,content_id,timestamp_share\n');
  for (let from = 0; from < count; from += LINES_HELD) {
    const lines = Array.from(order.subarray(from, from + LINES_HELD), (key, i) => {
      const index = key % count;
      return `o${objects[index]},a${accounts[index]},c${from + i},${BEGIN + Math.floor(key / count)}\n`;
    });
    writeSync(file, lines.join(''));
  }
  closeSync(file);
  renameSync(`${path}.part`, path);
  return path;
}

import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { TamisError } from '../../model/index.ts';
import type { Post } from '../post.ts';
import { LineFile } from '../store/line-file.ts';
import type { ReadItem } from './read-posts.ts';
import { Tally } from './tally.ts';
import { TextLanguages } from './text-language.ts';

/** Characters of a rejected piece in the summary; more lie in the case. */
const SHOWN = 200;

/** What an import has read so far: posts and rejects in two files of lines, which are merged into the case after it. */
export class Gathering {
  readonly tally = new Tally();
  readonly posts: LineFile;
  readonly rejects: LineFile;
  readonly postsPath: string;
  readonly rejectsPath: string;
  #seq = 0;
  #languages: TextLanguages | null = null;

  /** Makes the files in a folder, which is there. */
  constructor(folder: string) {
    this.postsPath = join(folder, 'posts.reading.jsonl');
    this.rejectsPath = join(folder, 'rejects.reading.jsonl');
    this.posts = new LineFile(this.postsPath);
    this.rejects = new LineFile(this.rejectsPath);
  }

  async add(path: string, { line, format, outcome, shown = '' }: ReadItem): Promise<void> {
    const file = basename(path);
    this.tally.count(format, outcome);
    if (outcome.type === 'post') {
      const post = await this.#withLanguage(outcome.post);
      this.posts.add({ ...post, file, line, format, seq: this.#seq++ });
      return;
    }
    this.rejects.add({ file, line, reason: outcome.reason, shown });
    this.tally.rejectedAt({ file, line, reason: outcome.reason, shown: shown.slice(0, SHOWN) });
  }

  failed(path: string, { code, message }: TamisError): void {
    const file = basename(path);
    this.tally.failedFile(file, code);
    this.rejects.add({ file, line: 0, reason: code, shown: message.slice(0, SHOWN) });
  }

  close(): void {
    this.posts.close();
    this.rejects.close();
  }

  remove(): void {
    rmSync(this.postsPath, { force: true });
    rmSync(this.rejectsPath, { force: true });
  }

  /** Loaded only where a network gives no language: the trigrams take a while. */
  async #withLanguage(post: Post): Promise<Post> {
    if (post.lang !== null || post.text === '') return post;
    this.#languages ??= await TextLanguages.load();
    const filled = this.#languages.fill(post);
    if (filled.lang_by === 'text') this.tally.languageTold();
    return filled;
  }
}

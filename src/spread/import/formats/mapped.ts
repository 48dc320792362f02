import { UNNAMED_PLATFORM } from '../../post.ts';
import {
  type FormatContext,
  moment,
  type PostFormat,
  type PostOutcome,
  reject,
  timedPost,
} from '../post-format.ts';
import { asRecord, at, count, names, type PostRecord, text } from '../record.ts';
import { digest } from '../sound-ids.ts';
import { bareName, MAPPED_FIELDS, type MappedField, USUAL_COLUMNS } from './usual-columns.ts';

/** Any table or JSON Lines with at least an account or a text, and a time; columns named by the user or usual. */
export const mapped: PostFormat = {
  name: 'mapped',
  recognise: (record) => {
    const columns = columnsOf(record, UNNAMED);
    return columns.has('time') && (columns.has('account') || columns.has('text'));
  },
  read: function* (record, context) {
    yield one(record, columnsOf(record, context.map), context);
  },
};

function one(
  record: PostRecord,
  columns: ReadonlyMap<MappedField, string>,
  context: FormatContext,
): PostOutcome {
  const value = (field: MappedField): string | null => text(record, ...[columns.get(field) ?? []].flat());
  const list = (field: MappedField): string[] | null =>
    columns.has(field) ? names(at(record, columns.get(field) ?? '')) : null;
  const number = (field: MappedField): number | null => count(record, ...[columns.get(field) ?? []].flat());
  const stamp = value('time');
  const account = value('account');
  const written = value('text') ?? '';
  const object = value('object');
  const hashtags = list('hashtags');
  const urls = list('urls');
  if (account === null && written === '' && object === null) return reject('nothing-in-it');
  return timedPost(stamp, context, {
    platform: value('platform')?.toLowerCase() ?? UNNAMED_PLATFORM,
    id: value('id') ?? digest(account, stamp, written, object),
    account,
    handle: value('handle'),
    text: written,
    lang: value('lang'),
    repost_of: value('repost_of'),
    repost_account: value('repost_account'),
    reply_to: value('reply_to'),
    quote_of: value('quote_of'),
    ...(hashtags === null ? {} : { hashtags }),
    ...(urls === null ? {} : { urls }),
    mentions: list('mentions') ?? [],
    media: list('media') ?? [],
    objects: object === null ? [] : [object],
    client: value('client'),
    followers: number('followers'),
    following: number('following'),
    account_posts: number('account_posts'),
    account_created: moment(value('account_created'), context),
    account_place: value('account_place'),
    account_lang: value('account_lang'),
    account_bio: value('account_bio'),
    place: value('place'),
  });
}

const UNNAMED: ReadonlyMap<string, string> = new Map();

type Columns = ReadonlyMap<MappedField, string>;

/** Records of one file mostly have the same columns, so what was found for the last is kept, by what was named. */
const lastFound = new WeakMap<
  ReadonlyMap<string, string>,
  { readonly shape: string; readonly columns: Columns }
>();

function columnsOf(record: PostRecord, map: ReadonlyMap<string, string>): Columns {
  const paths = pathsOf(record);
  const shape = paths.join('\n');
  const last = lastFound.get(map);
  if (last?.shape === shape) return last.columns;
  const columns = findColumns(paths, map);
  lastFound.set(map, { shape, columns });
  return columns;
}

/** The column of each field: the user's, or a usual name that is there. One column may be of two fields: a name is an account too. */
function findColumns(paths: readonly string[], map: ReadonlyMap<string, string>): Columns {
  const byName = new Map(paths.map((path) => [bareName(path), path]));
  const columns = new Map<MappedField, string>();
  for (const field of MAPPED_FIELDS) {
    const named = map.get(field);
    if (named !== undefined) columns.set(field, named);
  }
  for (const field of MAPPED_FIELDS) {
    if (columns.has(field)) continue;
    const usual = USUAL_COLUMNS[field]
      ?.map((name) => byName.get(name))
      .find((column) => column !== undefined);
    if (usual !== undefined) columns.set(field, usual);
  }
  return columns;
}

/** Columns, and those one level down of a column that is an object itself: `author.id`, `user.screen_name`. */
function pathsOf(record: PostRecord): string[] {
  const paths: string[] = [];
  for (const column of Object.keys(record)) {
    const inner = asRecord(record[column]);
    if (inner === null) paths.push(column);
    else for (const name of Object.keys(inner)) paths.push(`${column}.${name}`);
  }
  return paths;
}

import { type FormatContext, type PostFormat, type PostOutcome, timedPost } from '../post-format.ts';
import { count, type PostRecord, records, text } from '../record.ts';

/** CrowdTangle: CSV downloads of Facebook and Instagram, and the JSON of its API. */
export const crowdtangle: PostFormat = {
  name: 'crowdtangle',
  recognise: (record) =>
    record['Post Created'] !== undefined ||
    isApiPost(record) ||
    records(record, 'result.posts').some(isApiPost),
  read: function* (record, context) {
    if (record['Post Created'] !== undefined) yield tableRow(record, context);
    else
      for (const item of isApiPost(record) ? [record] : records(record, 'result.posts'))
        yield apiPost(item, context);
  },
};

function isApiPost(record: PostRecord): boolean {
  return text(record, 'platformId') !== null && text(record, 'account.id', 'account.platformId') !== null;
}

function tableRow(row: PostRecord, context: FormatContext): PostOutcome {
  const url = text(row, 'URL') ?? '';
  const links = [text(row, 'Final Link'), text(row, 'Link')].filter((link) => link?.startsWith('http'));
  // `Post Created` carries a zone; the date and time in columns of their own do not.
  return timedPost(text(row, 'Post Created'), context, {
    platform: url.includes('instagram.com') ? 'instagram' : 'facebook',
    id: url === '' ? `${text(row, 'Facebook Id')}:${text(row, 'Post Created')}` : url,
    account: text(row, 'Facebook Id', 'User Name', 'Page Name', 'Group Name', 'Account'),
    handle: text(row, 'Page Name', 'Group Name', 'User Name', 'Account'),
    text: text(row, 'Message', 'Description', 'Title') ?? '',
    // The link where the shortened one leads, or else the shortened; both would count a share twice.
    ...(links[0] ? { urls: [links[0]] } : {}),
    followers: count(row, 'Followers at Posting', 'Likes at Posting'),
    place: text(row, 'Page Admin Top Country'),
    account_created: null,
  });
}

function apiPost(item: PostRecord, context: FormatContext): PostOutcome {
  const links = records(item, 'expandedLinks').map((link) => text(link, 'expanded', 'original'));
  const urls = [...links, text(item, 'link')].filter((link) => link !== null);
  return timedPost(
    text(item, 'date'),
    { ...context, zone: 'UTC' },
    {
      platform: (text(item, 'platform') ?? 'facebook').toLowerCase(),
      id: text(item, 'platformId') ?? '',
      account: text(item, 'account.platformId', 'account.id'),
      handle: text(item, 'account.handle', 'account.name'),
      text: text(item, 'message', 'description', 'title') ?? '',
      lang: text(item, 'languageCode'),
      ...(urls.length > 0 ? { urls: [...new Set(urls)].slice(0, Math.max(1, links.length)) } : {}),
      followers: count(item, 'subscriberCount', 'account.subscriberCount'),
      place: text(item, 'account.pageAdminTopCountry'),
    },
  );
}

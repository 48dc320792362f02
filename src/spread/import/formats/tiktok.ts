import { type FormatContext, type PostFormat, type PostOutcome, timedPost } from '../post-format.ts';
import { at, names, type PostRecord, records, text } from '../record.ts';

/** TikTok Research API: videos, alone or in pages, and tables of them. */
export const tiktok: PostFormat = {
  name: 'tiktok',
  recognise: (record) =>
    isVideo(record) ||
    records(record, 'data.videos').some(isVideo) ||
    records(record, 'videos').some(isVideo),
  read: function* (record, context) {
    const pages = [...records(record, 'data.videos'), ...records(record, 'videos')];
    for (const video of isVideo(record) ? [record] : pages) yield one(video, context);
  },
};

function isVideo(record: PostRecord): boolean {
  return record.create_time !== undefined && record.video_description !== undefined;
}

function one(video: PostRecord, context: FormatContext): PostOutcome {
  const music = text(video, 'music_id');
  const description = text(video, 'video_description') ?? '';
  return timedPost(text(video, 'create_time'), context, {
    platform: 'tiktok',
    id: text(video, 'id', 'video_id') ?? '',
    account: text(video, 'username'),
    handle: text(video, 'username'),
    text: description,
    ...(at(video, 'hashtag_names') !== undefined ? { hashtags: names(at(video, 'hashtag_names')) } : {}),
    media: music === null ? [] : [`music:${music}`],
    place: text(video, 'region_code'),
  });
}

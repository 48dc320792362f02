import type { Bench } from '../bench.ts';
import type { Topic } from '../report/topic.ts';
import { archiveTopic } from './archive.ts';
import { dkimTopic } from './dkim.ts';
import { documentsTopic } from './documents.ts';
import { dumpTopic } from './dump.ts';
import { mimeTopic } from './mime.ts';
import { pstTopic } from './pst.ts';
import { searchTopic } from './search.ts';
import { siftTopic } from './sift.ts';
import { spreadTopic } from './spread.ts';
import { workbenchTopic } from './workbench.ts';

/** In the order in which they run and are told; search asks the case that sift leaves. */
export const TOPIC_NAMES = [
  'sift',
  'search',
  'dump',
  'dkim',
  'mime',
  'archive',
  'documents',
  'pst',
  'spread',
  'workbench',
] as const;
export type TopicName = (typeof TOPIC_NAMES)[number];

export const TOPICS: Readonly<Record<TopicName, (bench: Bench) => Promise<Topic>>> = {
  sift: siftTopic,
  search: searchTopic,
  dump: dumpTopic,
  dkim: dkimTopic,
  mime: mimeTopic,
  archive: archiveTopic,
  documents: documentsTopic,
  pst: pstTopic,
  spread: spreadTopic,
  workbench: workbenchTopic,
};

import { TOPIC_TITLES } from '../../../src/examine/topics/topic.ts';
import { t } from '../i18n/t.ts';

/** A topic in words; the code itself where a later version wrote it. */
export function topicName(topic: string): string {
  return Object.hasOwn(TOPIC_TITLES, topic) ? t(TOPIC_TITLES[topic as keyof typeof TOPIC_TITLES]) : topic;
}

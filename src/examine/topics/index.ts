/** What an item is about, by rules that are told: docs/topics.md. */
export { NO_SIGNS, type Signs } from './signs.ts';
export { TOPIC_TITLES, TOPICS, type Topic, type TopicFinding } from './topic.ts';
export { headingTerms, topicsOf } from './topics.ts';

import type { CountedValue } from '../../../../src/server/api/common.ts';
import type { PersonCount, ReasonCount, TopicCount } from '../../../../src/server/api/overview.ts';
import { topicName } from '../../components/topic-name.ts';
import { languageName } from '../../i18n/language-name.ts';
import type { Counted } from './count-list.tsx';

/** Senders or recipients, by name where one is known. */
export function peopleOf(people: readonly PersonCount[]): readonly Counted[] {
  return people.map(({ address, name, count, query }) => ({
    label: name === '' ? address : name,
    title: address,
    count,
    query,
  }));
}

/** Topics by their names in the language of the page. */
export function topicsOf(topics: readonly TopicCount[]): readonly Counted[] {
  return topics.map(({ topic, count, query }) => ({ label: topicName(topic), title: topic, count, query }));
}

/** Languages by their names in the language of the page. */
export function languagesOf(languages: readonly CountedValue[]): readonly Counted[] {
  return languages.map(({ value, count }) => ({
    label: languageName(value),
    title: value,
    count,
    query: `lang:${value}`,
  }));
}

/** Reasons by their titles, which the server has put into the language asked for. */
export function reasonsOf(reasons: readonly ReasonCount[]): readonly Counted[] {
  return reasons.map(({ code, title, count, query }) => ({ label: title, title: code, count, query }));
}

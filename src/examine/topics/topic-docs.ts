import { AMOUNT_POINTS, SIGN_POINTS } from './signs.ts';
import { TERMS } from './terms.ts';
import { TOPIC_TITLES, TOPICS, type Topic } from './topic.ts';

/** The part of docs/topics.md that is made from the rules. A test holds the two together. */
export function topicDocs(): string {
  return [termTable(), signTable()].join('\n\n');
}

function termTable(): string {
  const rows = TOPICS.map((topic) => {
    const { strong, usual, weak } = TERMS[topic];
    return `### \`${topic}\`: ${TOPIC_TITLES[topic].en} / ${TOPIC_TITLES[topic].fr}

- 3 points: ${strong}
- 2 points: ${usual}
- 1 point: ${weak}`;
  });
  return rows.join('\n\n');
}

const SIGN_TITLES: Readonly<Record<keyof typeof SIGN_POINTS, string>> = {
  automaticSender: 'the sender is no-reply, mailer-daemon, notifications and the like',
  autoSubmitted: 'Auto-Submitted (RFC 3834), or a multipart/report',
  bulk: 'List-Unsubscribe or Precedence: bulk, and nothing of a discussion list',
  discussion: 'List-Post, List-Id or Precedence: list',
  markedSpam: 'X-Spam-Flag or X-Spam-Status says yes',
  calendar: 'carries or is an iCalendar',
};

function signTable(): string {
  const points = (values: Partial<Readonly<Record<Topic, number>>>) =>
    Object.entries(values)
      .map(([topic, value]) => `\`${topic}\` ${value > 0 ? '+' : '−'}${Math.abs(value)}`)
      .join(', ');
  const signs = Object.entries(SIGN_TITLES).map(
    ([sign, title]) => `| ${title} | ${points(SIGN_POINTS[sign as keyof typeof SIGN_POINTS])} |`,
  );
  const amounts = Object.entries(AMOUNT_POINTS).map(
    ([topic, [two, six]]) => `| two sums of money or more; six or more | \`${topic}\` +${two}; +${six} |`,
  );
  return ['### Signs', '', '| sign | points |', '| --- | --- |', ...signs, ...amounts].join('\n');
}

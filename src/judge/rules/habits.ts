import type { HabitBreak, HabitWay } from '../../examine/habits/sample.ts';
import type { MessageEvidence } from '../evidence.ts';
import { isUnexplainedDay } from './clocks.ts';
import { isMarkMissing } from './missing-marks.ts';
import type { Vote } from './vote.ts';

/**
 * Ways that break together: a new telephone, also on a journey; another provider; a wrong clock. Mail that is sent
 * late, or by a device whose battery ran out, breaks the zone with the clock, so a zone is no second cause beside one.
 */
type Way = HabitWay | 'clock';

const CAUSE: Readonly<Record<Way, 'device' | 'provider' | 'clock'>> = {
  program: 'device',
  zone: 'device',
  identity: 'device',
  route: 'provider',
  unsigned: 'provider',
  untraced: 'provider',
  lag: 'clock',
  clock: 'clock',
};
/** Of 12,548 messages of public lists six break two ways and none three with two causes. */
const WAYS_OF_DOUBT = 3;
const CAUSES_OF_DOUBT = 2;
const WAYS_OF_CONTEST = 2;

/**
 * What the sender's habits say of a message that nothing verifies. One way broken is a remark; several with one
 * cause speak against it and decide nothing; three with two causes are doubtful, and so is any with a hidden
 * clock of another day, which is no habit but as good as one. Two with two causes are not: a
 * new program behind the same server is often not signed. Where another message has its words otherwise, one
 * broken habit tells which of the two was touched. Lists rewrite what habits are made of, so where one
 * passed the message on it is told only.
 */
export function judgeHabits(evidence: MessageEvidence): readonly Vote[] {
  const { habits } = evidence;
  if (habits === null || habits.breaks.length === 0) return [];
  const { breaks } = habits;
  const isOtherDay = isUnexplainedDay(evidence);
  // Told by itself.
  if (breaks.length === 1 && !isOtherDay && isMarkMissing(evidence)) return [];
  const ways: Way[] = [...breaks.map(({ way }) => way), ...(isOtherDay ? (['clock'] as const) : [])];
  const causes = causesOf(ways);
  // A new device, or mail sent late, is too common to tell which of two texts was touched; so is a lost signature alone.
  const isElsewhere = causes.has('provider') && ways.length >= WAYS_OF_CONTEST;
  const isContested =
    isElsewhere && evidence.corroboration?.conflicts.some(({ weight }) => weight === 'open') === true;
  if (evidence.list !== null || (ways.length === 1 && !isContested))
    return [vote(breaks, ways, 'habit-broken', 9)];
  const isSeveral = causes.size >= CAUSES_OF_DOUBT && (ways.length >= WAYS_OF_DOUBT || isOtherDay);
  const code = isContested || isSeveral ? 'habits-broken' : 'habits-broken-together';
  return [vote(breaks, ways, code, code === 'habits-broken' ? 51 : 20)];
}

function causesOf(ways: readonly Way[]): ReadonlySet<string> {
  const byClock = ways.some((way) => CAUSE[way] === 'clock');
  return new Set(ways.map((way) => (way === 'zone' && byClock ? 'clock' : CAUSE[way])));
}

function vote(breaks: readonly HabitBreak[], ways: readonly Way[], code: string, weight: number): Vote {
  const detail = {
    ways,
    usual: breaks.flatMap(({ usual }) => usual),
    seen: breaks.flatMap(({ seen }) => seen),
    of: Math.max(...breaks.map(({ of }) => of)),
  };
  const polarity = code === 'habit-broken' ? 'note' : 'against';
  const verdict = code === 'habits-broken' ? 'doubtful' : 'unverified';
  return { verdict, decisive: false, reason: { code, polarity, weight, detail } };
}

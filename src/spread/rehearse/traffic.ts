import type { Random } from '../report/random.ts';
import { account, crowd, normal, pick, type RehearsedAccount, weighted } from './crowd.ts';
import { PLAN, PLANTED, type PlantedKind } from './plan.ts';

/** A made-up post. */
export interface RehearsedPost {
  readonly by: RehearsedAccount;
  /** Seconds after the start. */
  readonly at: number;
  readonly text: string;
  readonly lang: 'en' | 'fr';
  /** The post it re-shares. */
  readonly of: RehearsedPost | null;
  readonly url: string | null;
}

/** An account that was planted, and the group it acts with. */
export interface Planted {
  readonly account: string;
  readonly group: string;
  readonly kind: PlantedKind['kind'];
}

/** All that a rehearsal consists of. */
export interface Rehearsal {
  readonly posts: readonly RehearsedPost[];
  /** The same without what was planted. */
  readonly organic: readonly RehearsedPost[];
  readonly truth: readonly Planted[];
}

const END = PLAN.seconds - 1;

/** All posts of the rehearsal, in no order, and what was planted. */
export function rehearsal(random: Random): Rehearsal {
  const { posts: planted, truth } = plantedPosts(random);
  const people = crowd(random);
  const special = [
    ...busiestPosts(random),
    ...wikileaksPosts(random),
    ...fastRun(random, people),
    ...fanPosts(random, people),
  ];
  const organic = [...special, ...crowdPosts(random, people, PLAN.posts - planted.length - special.length)];
  return { posts: [...organic, ...planted], organic, truth };
}

/** Posts come faster and faster, as the tag catches on: density in proportion to t^0.6. */
function moment(random: Random, until: number = END): number {
  return until * random() ** (1 / 1.6);
}

function original(random: Random, by: RehearsedAccount, at: number, number: number): RehearsedPost {
  const text =
    by.lang === 'fr'
      ? `${pick(random, ['Voilà', 'Regardez', 'Incroyable', 'À lire'])} ${pick(random, ['les documents', 'ce courriel', 'la facture', 'le silence'])} ${number} ${pick(random, ['avant dimanche', 'selon eux', 'personne n’en parle'])}`
      : `${pick(random, ['Look at', 'Breaking', 'Read', 'Huge'])} ${pick(random, ['the documents', 'this mail', 'the invoice', 'the silence'])} ${number} ${pick(random, ['before Sunday', 'they say', 'nobody reports'])}`;
  return {
    by,
    at,
    text,
    lang: by.lang,
    of: null,
    url: random() < 0.3 ? `https://news${number % 60}.example/${number}` : null,
  };
}

function share(by: RehearsedAccount, at: number, of: RehearsedPost): RehearsedPost {
  return { by, at, text: of.text, lang: of.lang, of, url: of.url };
}

/** Everyone: a quarter originals, the rest re-shares of popular posts, sooner or later after them. */
function crowdPosts(random: Random, people: readonly RehearsedAccount[], count: number): RehearsedPost[] {
  const who = weighted(
    random,
    people.map((person) => person.weight),
  );
  const popular = Array.from({ length: PLAN.originals }, (_, i) =>
    original(random, people[who()] ?? pick(random, people), moment(random, END - 600), i),
  );
  const posts = [...popular];
  const byLanguage = {
    en: popular.filter((post) => post.lang === 'en'),
    fr: popular.filter((post) => post.lang === 'fr'),
  };
  const drawn = {
    en: weighted(
      random,
      byLanguage.en.map((_, rank) => 1 / (rank + 21)),
    ),
    fr: weighted(
      random,
      byLanguage.fr.map((_, rank) => 1 / (rank + 21)),
    ),
  };
  while (posts.length < count) {
    const by = people[who()] ?? pick(random, people);
    if (random() < 0.25) {
      posts.push(original(random, by, moment(random), posts.length));
      continue;
    }
    const of = byLanguage[by.lang][drawn[by.lang]()];
    const at = (of?.at ?? 0) + Math.exp(Math.log(1500) + 1.2 * normal(random));
    if (of && at < END) posts.push(share(by, at, of));
  }
  return posts;
}

/** Ten people who hardly stop: irregular as people are, by themselves. */
function busiestPosts(random: Random): RehearsedPost[] {
  const { accounts, posts, topPosts, topSeconds, seconds } = PLAN.busiest;
  return Array.from({ length: accounts }, (_, i) => {
    const by = account(random, `${90_000 + i}`);
    const own = i === 0 ? topPosts : Math.ceil((posts - topPosts) / (accounts - 1));
    const span = i === 0 ? topSeconds : seconds;
    return Array.from({ length: own }, (_, j) =>
      original(random, by, 600 + random() * span, 100_000 + i * 1000 + j),
    );
  }).flat();
}

function wikileaksPosts(random: Random): RehearsedPost[] {
  const by: RehearsedAccount = {
    ...account(random, '16589206'),
    name: 'wikileaks',
    lang: 'en',
    followers: 4_000_000,
  };
  return Array.from({ length: PLAN.wikileaks }, (_, i) =>
    original(random, by, 1200 + random() * 11_000, 200_000 + i),
  );
}

/** One early post re-shared 87 times in five minutes, 15 of them within one, then now and then. */
function fastRun(random: Random, people: readonly RehearsedAccount[]): RehearsedPost[] {
  const { total, inFiveMinutes, inOneMinute } = PLAN.run;
  const first = original(
    random,
    { ...account(random, '80000'), name: 'first_pusher', lang: 'en' },
    20,
    300_000,
  );
  // No minute beside the fast one may hold as many: 18 a minute at most would, so they are dealt evenly.
  const rest = inFiveMinutes - inOneMinute;
  const times = [
    ...Array.from({ length: inOneMinute }, (_, i) => 30 + (i * 59) / inOneMinute),
    ...Array.from({ length: rest }, (_, i) => 90 + (i * 239) / rest),
    ...Array.from({ length: total - inFiveMinutes }, (_, i) => 700 + i * 90),
  ];
  return [first, ...times.map((at) => share(pick(random, people), at, first))];
}

function fanPosts(random: Random, people: readonly RehearsedAccount[]): RehearsedPost[] {
  const { accounts, posts, share: eager, medianDelay } = PLAN.fans;
  const outlet: RehearsedAccount = { ...account(random, '70000'), name: 'outlet', lang: 'fr' };
  const fans = people.filter((person) => person.lang === 'fr').slice(0, accounts);
  return Array.from({ length: posts }, (_, i) => {
    const of = original(random, outlet, 600 + i * 900, 400_000 + i);
    const shares = fans
      .filter(() => random() < eager)
      .map((fan) => share(fan, of.at + Math.exp(Math.log(medianDelay) + normal(random)), of));
    return [of, ...shares.filter((post) => post.at < END)];
  }).flat();
}

function plantedPosts(random: Random): { posts: RehearsedPost[]; truth: Planted[] } {
  const posts: RehearsedPost[] = [];
  const truth: Planted[] = [];
  let next = 500_000;
  for (const plan of PLANTED) {
    for (let g = 0; g < plan.groups; g++) {
      const members = Array.from({ length: plan.members }, () => account(random, `${next++}`));
      for (const member of members)
        truth.push({ account: member.id, group: `${plan.kind}-${g + 1}`, kind: plan.kind });
      posts.push(
        ...(plan.kind === 'automated'
          ? clockwork(random, members, plan)
          : together(random, members, plan, g)),
      );
    }
  }
  return { posts, truth };
}

function together(
  random: Random,
  members: readonly RehearsedAccount[],
  plan: PlantedKind,
  group: number,
): RehearsedPost[] {
  return Array.from({ length: plan.objects }, (_, i) => {
    const at = 300 + random() * (END - 1000);
    const of = original(
      random,
      account(random, `${600_000 + group * 100 + i}`),
      at - 100,
      500_000 + group * 1000 + i + plan.objects * 10_000,
    );
    return members.map((member) => {
      const when = at + random() * plan.spread;
      return plan.kind === 'copied-text' ? { ...of, by: member, at: when } : share(member, when, of);
    });
  }).flat();
}

/** One post every two minutes, give or take two seconds. */
function clockwork(random: Random, [by]: readonly RehearsedAccount[], plan: PlantedKind): RehearsedPost[] {
  if (!by) return [];
  const start = random() * 1000;
  return Array.from({ length: plan.objects }, (_, i) =>
    original(random, by, start + i * 120 + random() * 4, 700_000 + i + Number(by.id) * 1000),
  );
}

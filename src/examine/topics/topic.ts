import type { Text } from '../../model/text.ts';

/** What an item may be about, in the order of docs/topics.md. An item has up to three of them, or none. */
export const TOPICS = [
  'bills',
  'finance',
  'contracts',
  'legal',
  'travel',
  'logistics',
  'meetings',
  'press',
  'politics',
  'notes',
  'hr',
  'security',
  'technical',
  'newsletters',
  'notices',
  'spam',
  'private',
] as const;

/** What mail can be about. */
export type Topic = (typeof TOPICS)[number];

/** A topic of an item, and why. */
export interface TopicFinding {
  readonly topic: Topic;
  /** Sum of what spoke for it; see docs/topics.md. */
  readonly score: number;
  /** The terms and signs that counted most, as in the rules. */
  readonly because: readonly string[];
}

/** Topics as readers see them. */
export const TOPIC_TITLES: Readonly<Record<Topic, Text>> = {
  bills: { en: 'bills and orders', fr: 'factures et commandes' },
  finance: { en: 'money and accounts', fr: 'finances et comptes' },
  contracts: { en: 'contracts', fr: 'contrats' },
  legal: { en: 'law and justice', fr: 'droit et justice' },
  travel: { en: 'travel', fr: 'voyages' },
  logistics: { en: 'logistics of events', fr: 'logistique' },
  meetings: { en: 'meetings and calendar', fr: 'réunions et agenda' },
  press: { en: 'press and media', fr: 'presse et médias' },
  politics: { en: 'politics and programme', fr: 'politique et programme' },
  notes: { en: 'notes and minutes', fr: 'notes et comptes rendus' },
  hr: { en: 'staff and applications', fr: 'personnel et candidatures' },
  security: { en: 'passwords and accounts', fr: 'mots de passe et comptes' },
  technical: { en: 'software and systems', fr: 'logiciels et systèmes' },
  newsletters: { en: 'newsletters', fr: 'lettres d’information' },
  notices: { en: 'automatic notices', fr: 'avis automatiques' },
  spam: { en: 'unsolicited mail', fr: 'courrier indésirable' },
  private: { en: 'private life', fr: 'vie privée' },
};

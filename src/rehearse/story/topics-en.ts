import type { Topic } from './topic.ts';

/** What threads in English are about. */
export const ENGLISH_TOPICS: readonly Topic[] = [
  {
    subject: 'Wave {count}: first tables',
    sentences: [
      'The field work ended on {day}, with {count} hundred interviews by telephone.',
      'You are two points ahead, which is inside the margin: please do not call it a lead.',
      'The invoice for this wave is {amount} euros, as agreed in the autumn.',
      '{name} will send the cross tables by {hour} o’clock.',
    ],
    document: 'csv',
  },
  {
    subject: 'Question wording for the next survey',
    sentences: [
      'We would rather ask about buses than about transport in general.',
      'The item on {place} confused {count} of the people we tried it on.',
      'Adding a question costs {amount} euros, dropping one costs nothing.',
      'Please let {name} know before {day}.',
    ],
    document: 'docx',
  },
  {
    subject: 'Contract for the hall: draft clauses',
    sentences: [
      'Clause four makes you liable for damage up to {amount} euros, which is unusual.',
      'I suggest striking the second sentence and keeping the rest.',
      'The owner wants the signed copy on {day} at {hour} o’clock.',
      'There are {count} annexes, all harmless.',
    ],
    document: 'pdf',
  },
  {
    subject: 'Visit on {day}',
    sentences: [
      'My train arrives at {hour} and I can walk to {place} from the station.',
      'Could {name} join us for the first half hour?',
      'I will bring {count} copies of the report.',
      'No need for lunch, a sandwich is fine.',
    ],
  },
  {
    subject: 'Interview request',
    sentences: [
      'We are preparing a piece on small towns and would like twenty minutes with you.',
      'The figures on page {count} of your programme are the ones our readers ask about.',
      'Would {day} around {hour} suit you?',
      'We do not pay and we do not show quotes in advance.',
    ],
  },
  {
    subject: 'Data protection: the supporters file',
    sentences: [
      'The file holds {count} names, and half of them never agreed to be written to.',
      'A fine of {amount} euros is what others paid for less.',
      'Delete the column with the telephone numbers before {day}.',
      '{name} has the form for the register.',
    ],
    document: 'xlsx',
  },
  {
    subject: 'Translation of the leaflet',
    sentences: [
      'Here is the English leaflet, about {count} words shorter than the French.',
      'I translated the name of {place} nowhere, it is a name.',
      'The price stays at {amount} euros for both sides.',
      'Corrections until {day} are free.',
    ],
    document: 'docx',
  },
];

/** What is answered on any topic. */
export const ENGLISH_REPLIES: readonly string[] = [
  'Agreed, please go ahead.',
  'Thanks, I will read it tonight and come back to you.',
  'Is that amount right? It looks high to me.',
  'Perfect, I will tell {name}.',
  'I am away on {day}; can someone stand in for me?',
  'Fine, but let us have it in writing.',
  'Shall we talk on {day} at {hour}? It would be quicker.',
  'Noted. We still need the caretaker’s telephone number.',
  'I prefer the first version, it is shorter.',
];

/** How mail ends. */
export const ENGLISH_CLOSINGS: readonly string[] = ['Best wishes', 'Kind regards', 'Cheers', 'Yours'];

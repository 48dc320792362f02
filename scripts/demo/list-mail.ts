/** What members of the campaign write to the volunteers' list. */
import type { Mail } from './mime.ts';
import { NADIA, THEO, VOLUNTEERS } from './people.ts';

/** Their messages as they were written, before the list adds what lists add. */
export function listMail(): Mail[] {
  return [
    {
      id: '20200205.volunteers@campagne-rivage.example',
      from: NADIA,
      to: VOLUNTEERS,
      subject: 'Porte-à-porte dimanche',
      date: '2020-02-05T18:20:00Z',
      text: 'Bonjour à tous,\n\ndimanche 10 h, quartier des Dunes. Par deux, jamais après 19 h, et on note les questions.\n\nNadia',
    },
    {
      id: '20200212.receipts@campagne-rivage.example',
      from: THEO,
      to: VOLUNTEERS,
      subject: 'Receipts, please',
      date: '2020-02-12T08:45:10Z',
      text: 'Hello all,\n\nevery expense needs a receipt, even the coffee. No receipt, no refund: the accounts are public.\n\nThéo',
    },
  ];
}

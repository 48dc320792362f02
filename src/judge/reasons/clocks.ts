/** Reasons from the clocks inside a message. */
import type { ReasonText } from './reason-text.ts';

export const CLOCK_REASONS = {
  'clock-gap': {
    title: { en: 'A hidden clock says another time', fr: 'Une horloge cachée dit une autre heure' },
    text: {
      en: 'A time that a program left in the message ({clock}) reads {stamp}; that differs by {gap} from the dates shown.[ {witnesses} independent {witnesses|stamp says|stamps say} so.][ A usual cause: {cause}.][ By this route a message usually reaches its first server {usualLag} after its date, within {bar}, by {learntFrom} messages.] Such stamps are made up as easily as dates, are wrong where a clock is wrong, and never show that a message is authentic.',
      fr: "Une heure laissée dans le message par un programme ({clock}) donne {stamp} ; l'écart avec les dates affichées est de {gap}.[ {witnesses} {witnesses|marque indépendante le dit|marques indépendantes le disent}.][ Cause habituelle : {cause}.][ Par cette route, un message atteint d'habitude son premier serveur {usualLag} après sa date, à {bar} près, d'après {learntFrom} messages.] De telles marques se fabriquent aussi facilement que des dates, sont fausses quand une horloge l'est, et ne montrent jamais qu'un message est authentique.",
    },
  },
  'hop-gap': {
    title: { en: 'An unusual time between two servers', fr: 'Un temps inhabituel entre deux serveurs' },
    text: {
      en: 'From {from} to {to} this message took {gap}, by the dates these servers wrote.[ Usual there is {usualLag}, within {bar}, by {learntFrom} messages.][ A usual cause: {cause}.] A server that was down, a moderator and a clock that was wrong for a day do the same; so does a date that was written by hand.',
      fr: "De {from} à {to}, ce message a mis {gap}, d'après les dates écrites par ces serveurs.[ D'habitude, c'est {usualLag}, à {bar} près, d'après {learntFrom} messages.][ Cause habituelle : {cause}.] Un serveur en panne, un modérateur ou une horloge fausse pendant un jour font de même ; une date écrite à la main aussi.",
    },
  },
  'impossible-queue-id': {
    title: {
      en: 'An id no mail system makes',
      fr: "Un identifiant qu'aucun système ne produit",
    },
    text: {
      en: 'A Received field bears the queue id {id}, which the mail system named there ({clock}) cannot have given. The field was changed or made up, by hand or by whoever made the addresses anonymous.',
      fr: "Un champ Received porte l'identifiant {id}, que le système de courrier nommé ({clock}) ne peut avoir donné. Le champ a été modifié ou inventé, à la main ou par qui a rendu les adresses anonymes.",
    },
  },
} as const satisfies Record<string, ReasonText>;

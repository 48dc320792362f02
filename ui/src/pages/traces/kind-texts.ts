import type { Derivation, TraceKind } from '../../../../src/model/trace.ts';
import type { Text } from '../../i18n/language.ts';

export const KIND_TEXTS: Readonly<Record<TraceKind, Text>> = {
  person: { en: 'person', fr: 'personne' },
  'user-name': { en: 'user name', fr: "nom d'utilisateur" },
  machine: { en: 'machine', fr: 'machine' },
  printer: { en: 'printer', fr: 'imprimante' },
  company: { en: 'organisation', fr: 'organisation' },
  path: { en: 'path', fr: 'chemin' },
  application: { en: 'program', fr: 'programme' },
  'interface-language': { en: 'language of the program', fr: 'langue du programme' },
  language: { en: 'language of the text', fr: 'langue du texte' },
  'code-page': { en: 'code page', fr: 'page de codes' },
  template: { en: 'template', fr: 'modèle' },
  'mac-address': { en: 'network card', fr: 'carte réseau' },
  'camera-serial': { en: 'camera', fr: 'appareil photo' },
  gps: { en: 'place', fr: 'lieu' },
  guid: { en: 'document id', fr: 'identifiant de document' },
  rsid: { en: 'editing session', fr: "session d'édition" },
  'time-zone': { en: 'time zone', fr: 'fuseau horaire' },
  ip: { en: 'network address', fr: 'adresse réseau' },
  host: { en: 'host', fr: 'hôte' },
  'x-mailer': { en: 'mail program', fr: 'logiciel de messagerie' },
};

/** By what documents are known to come from one another. */
export const DERIVATION_TEXTS: Readonly<Record<Derivation, Text>> = {
  rsids: { en: 'same editing sessions', fr: 'mêmes sessions d’édition' },
  'pdf-id': { en: 'same PDF id', fr: 'même identifiant PDF' },
  'document-id': { en: 'same document id', fr: 'même identifiant de document' },
  thumbnail: { en: 'same thumbnail', fr: 'même vignette' },
};

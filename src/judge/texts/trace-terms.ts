/** Words for the codes in notes about traces, which `traces` prints too. */
import type { ClockConflictCode, Derivation, Familiarity, Text, TraceKind } from '../../model/index.ts';

/** Conflicts of clocks. */
export const CONFLICT_TEXTS: Readonly<Record<ClockConflictCode, Text>> = {
  'made-after-saved': { en: 'made after it was last saved', fr: 'créé après son dernier enregistrement' },
  'application-newer-than-save': {
    en: 'saved before its program could be had',
    fr: 'enregistré avant que son logiciel existe',
  },
  'edited-longer-than-existed': {
    en: 'edited for longer than it existed',
    fr: "travaillé plus longtemps qu'il n'a existé",
  },
  'changed-after-saved': {
    en: 'a change or comment later than the last save',
    fr: 'une modification ou un commentaire après le dernier enregistrement',
  },
  'packed-before-saved': {
    en: 'packed before it was last saved',
    fr: 'empaqueté avant son dernier enregistrement',
  },
  'packed-after-saved': {
    en: 'packed again after it was last saved',
    fr: 'empaqueté de nouveau après son dernier enregistrement',
  },
  'xmp-against-info': { en: 'XMP and Info disagree', fr: 'XMP et Info se contredisent' },
  'exif-against-xmp': { en: 'EXIF and XMP disagree', fr: 'EXIF et XMP se contredisent' },
  'directory-against-properties': {
    en: 'the file and its properties disagree',
    fr: 'le fichier et ses propriétés se contredisent',
  },
};

/** What makes each of them without any ill will. */
export const CONFLICT_CAUSES: Readonly<Record<ClockConflictCode, Text>> = {
  'made-after-saved': {
    en: 'a template, a copy under a new name, a converter, a clock that was set',
    fr: 'un modèle, une copie sous un autre nom, un convertisseur, une horloge réglée',
  },
  'application-newer-than-save': {
    en: 'a converter that keeps old dates, a clock that was set back',
    fr: 'un convertisseur qui garde les anciennes dates, une horloge retardée',
  },
  'edited-longer-than-existed': {
    en: 'a copy under a new name, which keeps the time of editing',
    fr: 'une copie sous un autre nom, qui garde la durée de travail',
  },
  'changed-after-saved': {
    en: 'a program that leaves the old date of saving, a clock that was set',
    fr: "un logiciel qui laisse l'ancienne date d'enregistrement, une horloge réglée",
  },
  'packed-before-saved': {
    en: 'a clock that was set, a generator that writes another date',
    fr: 'une horloge réglée, un générateur qui écrit une autre date',
  },
  'packed-after-saved': {
    en: 'a mail gateway, a document store or a script that rewrites the package',
    fr: 'une passerelle de courrier, une gestion documentaire ou un script qui réécrit le paquet',
  },
  'xmp-against-info': {
    en: 'a program that updates only one of them, a zone left out',
    fr: "un logiciel qui ne met à jour que l'un des deux, un fuseau omis",
  },
  'exif-against-xmp': {
    en: 'a picture program that updates only one of them, a camera in another zone',
    fr: "un logiciel d'images qui ne met à jour que l'un des deux, un appareil dans un autre fuseau",
  },
  'directory-against-properties': {
    en: 'a program that keeps the old properties, opening without saving',
    fr: 'un logiciel qui garde les anciennes propriétés, une ouverture sans enregistrement',
  },
};

/** What documents have in common that were made from one another. */
export const DERIVATION_TEXTS: Readonly<Record<Derivation, Text>> = {
  rsids: { en: 'rare revision ids', fr: 'des identifiants de révision rares' },
  'pdf-id': { en: 'the first id of the PDF', fr: 'le premier identifiant du PDF' },
  'document-id': { en: 'a document id', fr: 'un identifiant de document' },
  thumbnail: { en: 'the same thumbnail', fr: 'la même vignette' },
};

/** How a value stands to what is usual. */
export const FAMILIARITY_TEXTS: Readonly<Record<Familiarity, Text>> = {
  unseen: {
    en: 'not seen in what is known to be genuine',
    fr: 'absent de ce qui est connu comme authentique',
  },
  seldom: { en: 'seldom seen', fr: 'rarement vu' },
  usual: { en: 'usual', fr: 'habituel' },
  unknown: { en: 'too little to compare with', fr: 'trop peu pour comparer' },
};

/** Kinds of traces, as headings. */
export const TRACE_KIND_TEXTS: Readonly<Record<TraceKind, Text>> = {
  person: { en: 'People', fr: 'Personnes' },
  'user-name': { en: 'User names', fr: "Noms d'utilisateur" },
  machine: { en: 'Machines', fr: 'Machines' },
  printer: { en: 'Printers', fr: 'Imprimantes' },
  company: { en: 'Companies', fr: 'Sociétés' },
  path: { en: 'Folders and shares', fr: 'Dossiers et partages' },
  application: { en: 'Programs', fr: 'Logiciels' },
  'interface-language': { en: 'Languages of programs', fr: 'Langues des logiciels' },
  language: { en: 'Languages of typing', fr: 'Langues de saisie' },
  'code-page': { en: 'Code pages', fr: 'Pages de codes' },
  template: { en: 'Templates', fr: 'Modèles' },
  'mac-address': { en: 'Network cards (MAC)', fr: 'Cartes réseau (MAC)' },
  'camera-serial': { en: 'Cameras', fr: 'Appareils photo' },
  gps: { en: 'Places (GPS)', fr: 'Lieux (GPS)' },
  guid: { en: 'Document ids', fr: 'Identifiants de documents' },
  rsid: { en: 'Revision ids', fr: 'Identifiants de révision' },
  'time-zone': { en: 'Time zones', fr: 'Fuseaux horaires' },
  ip: { en: 'IP addresses', fr: 'Adresses IP' },
  host: { en: 'Mail hosts', fr: 'Serveurs de courrier' },
  'x-mailer': { en: 'Mail programs', fr: 'Logiciels de courrier' },
};

/** What the properties of an item say of its Subject and its time, which is what Outlook shows. */
import type { PropertyBag } from './property-bag.ts';
import { TAG } from './tags.ts';

/** The subject without the length mark a PST puts in front of it (MS-PST 2.5.3.1.1.1). */
export function subjectOf(properties: PropertyBag): string {
  const subject = properties.text(TAG.subject);
  if (subject === null) {
    return (properties.text(TAG.subjectPrefix) ?? '') + (properties.text(TAG.normalizedSubject) ?? '');
  }
  return subject.charCodeAt(0) === 1 ? subject.slice(2) : subject;
}

/** When it was sent or, failing that, received; a note or a task was at least created. */
export function dateOf(properties: PropertyBag): string | null {
  return (
    properties.time(TAG.clientSubmitTime) ??
    properties.time(TAG.messageDeliveryTime) ??
    (isMail(properties) ? null : properties.time(TAG.creationTime))
  );
}

function isMail(properties: PropertyBag): boolean {
  return /^(ipm\.note|report\.|ipm\.schedule)/i.test(properties.text(TAG.messageClass) ?? 'IPM.Note');
}

import { isStated } from '../note/note.ts';
import { finding } from './finding.ts';
import type { Finding, GateContext } from './gate.ts';

/**
 * G3. That a politician or a rival speaks of it is no reason to publish it: that is the echo the operation counts on.
 * What the trigger was, only those who publish know; where they do not say, the words of the lead are looked at.
 */
export function echo(context: GateContext): readonly Finding[] {
  const { note, draft } = context;
  if (isStated(note.trigger)) {
    if (!ECHOED.test(note.trigger) || OWN.test(note.trigger)) {
      return [finding(context, { code: 'trigger-stated', severity: 'note', words: note.trigger })];
    }
    return [finding(context, { code: 'echo', severity: 'warn', words: note.trigger })];
  }
  const { lead } = draft;
  const said = lead === null ? null : SAYS.exec(draft.text.slice(lead.at, lead.end));
  if (lead !== null && said !== null)
    return [
      finding(context, { code: 'echo-in-lead', severity: 'warn', at: lead.at + said.index, words: said[0] }),
    ];
  return [finding(context, { code: 'trigger-missing', severity: 'unchecked' })];
}

/** What a trigger may be called that is somebody else's word. */
const ECHOED =
  /(?<!\p{L})(?:politicians?|candidates?|part(?:y|ies)|minist\w+|senators?|deput(?:y|ies)|rivals?|competitors?|other (?:media|outlets?|papers?)|social media|twitter|trending|hashtag|viral|politiques?|candidate?s?|partis?|ministres?|sénat\p{L}+|députée?s?|concurrente?s?|rivau?x?|autres? (?:médias?|journa(?:l|ux)|titres?)|réseaux sociaux|tendances?|buzz|adversaires?|opponents?)(?!\p{L})/iu;

/** Beside which there is a reason of one's own. */
const OWN =
  /(?<!\p{L})(?:own|(?:our|notre|nos)(?!\s+(?:rivals?|competitors?|opponents?|concurrente?s?|adversaires?|confrères?|consœurs?))|newsworth\w*|public interest|(?<!not |un)verified|finding|propre|intérêt public|(?<!non |pas )vérifi\p{L}*|enquête|investigation|recoup\p{L}*)(?!\p{L})/iu;

/** A public figure or another outlet as the one who says it. */
const SAYS =
  /(?<!\p{L})(?:(?:candidate|senator|minister|deputy|politician|president|rival|opponent|candidate?|sénat(?:eur|rice)|ministre|députée?|président|adversaire|parti|party)\s+(?:\p{L}[\p{L}’'-]*\s+){0,4}(?:tweeted|posted|said|claimed|shared|a tweeté|a relayé|a partagé|a affirmé|a dénoncé|a publié|affirme|relaie|dénonce|assure)|(?:selon|d’après|d'après|according to|as (?:first )?reported by|révélée?s? par)\s+(?:le|la|les|l’|l'|the)?\s?(?:Figaro|Monde|Parisien|Point|Express|Mediapart|Libération|BFM\p{L}*|RT|Sputnik|Guardian|Times|Daily Mail|Fox News|CNN|BBC|New York Times|Washington Post|concurrents?|candidate?s?|candidates?|part[iy]))(?!\p{L})/iu;

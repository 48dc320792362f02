import type { Technique } from './technique.ts';

/** Techniques of MITRE ATT&CK for Enterprise that a hack-and-leak shows. https://attack.mitre.org/techniques/ */
export const ATTACK: readonly Technique[] = [
  { id: 'T1583.001', name: 'Acquire Infrastructure: Domains' },
  { id: 'T1566.001', name: 'Phishing: Spearphishing Attachment' },
  { id: 'T1566.002', name: 'Phishing: Spearphishing Link' },
  { id: 'T1598.003', name: 'Phishing for Information: Spearphishing Link' },
  { id: 'T1078', name: 'Valid Accounts' },
  { id: 'T1114.002', name: 'Email Collection: Remote Email Collection' },
];

/** Groups of ATT&CK, named only where an analyst's matrix names them. https://attack.mitre.org/groups/ */
export const ATTACK_GROUPS: readonly Technique[] = [
  { id: 'G0007', name: 'APT28' },
  { id: 'G0034', name: 'Sandworm Team' },
];

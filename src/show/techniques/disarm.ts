import type { Technique } from './technique.ts';

/**
 * Techniques of the DISARM framework (2025) for the part after the theft. It has none that is called a leak: the
 * nearest is to post content. https://disarmframework.herokuapp.com
 */
export const DISARM: readonly Technique[] = [
  { id: 'T0015.002', name: 'Create new hashtag' },
  { id: 'T0048.004', name: 'Dox' },
  { id: 'T0049.003', name: 'Bots amplify via automated forwarding and reposting' },
  { id: 'T0085.004', name: 'Develop document' },
  { id: 'T0089.001', name: 'Obtain authentic documents' },
  { id: 'T0089.003', name: 'Alter authentic documents' },
  { id: 'T0115', name: 'Post content' },
  { id: 'T0117', name: 'Attract traditional media' },
  { id: 'T0119.002', name: 'Post across platform' },
  { id: 'T0122', name: 'Direct users to alternative platforms' },
  { id: 'T0129.010', name: 'Misattribute activity' },
  { id: 'T0149.003', name: 'Lookalike domain' },
  { id: 'T0151.012', name: 'Image board platform' },
  { id: 'T0152.005', name: 'Paste platform' },
  { id: 'T0152.010', name: 'File hosting platform' },
];

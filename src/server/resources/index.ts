/** Every resource of the server: a file each. */
import type { Route } from '../http/router.ts';
import { attributionRoutes } from './attribution.ts';
import { baitRoutes } from './bait.ts';
import { completeRoutes } from './complete.ts';
import { custodyRoutes } from './custody.ts';
import { decoyRoutes } from './decoys.ts';
import { diffRoutes } from './diff.ts';
import { dossierRoutes } from './dossiers.ts';
import { downloadRoutes } from './download.ts';
import { eventRoutes } from './events.ts';
import { itemRoutes } from './item.ts';
import { itemEvidenceRoutes } from './item-evidence.ts';
import { itemViewRoutes } from './item-views.ts';
import { operationRoutes } from './operation.ts';
import { overviewRoutes } from './overview.ts';
import { passwordRoutes } from './passwords.ts';
import { peopleRoutes } from './people.ts';
import { publishRoutes } from './publish.ts';
import { reviewRoutes } from './review.ts';
import { searchRoutes } from './search.ts';
import { sessionRoutes } from './session.ts';
import { silenceRoutes } from './silence.ts';
import { spreadRoutes } from './spread.ts';
import { threadRoutes } from './thread.ts';
import { traceRoutes } from './traces.ts';

export const ROUTES: readonly Route[] = [
  ...sessionRoutes,
  ...overviewRoutes,
  ...searchRoutes,
  ...completeRoutes,
  ...itemRoutes,
  ...itemViewRoutes,
  ...passwordRoutes,
  ...itemEvidenceRoutes,
  ...threadRoutes,
  ...downloadRoutes,
  ...diffRoutes,
  ...peopleRoutes,
  ...traceRoutes,
  ...spreadRoutes,
  ...operationRoutes,
  ...baitRoutes,
  ...decoyRoutes,
  ...publishRoutes,
  ...dossierRoutes,
  ...custodyRoutes,
  ...reviewRoutes,
  ...silenceRoutes,
  ...attributionRoutes,
  ...eventRoutes,
];

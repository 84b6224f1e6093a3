import { actionRoutes } from './action-routes.ts';
import { attachmentRoutes } from './attachment-routes.ts';
import { denialsRoutes } from './denials-routes.ts';
import { importRoutes } from './import-routes.ts';
import { leadMovesRoutes } from './lead-moves-routes.ts';
import { leadsRoutes } from './leads-routes.ts';
import { mailRoutes } from './mail-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { privacyRoutes } from './privacy-routes.ts';
import type { Route } from './route.ts';
import { timelineRoutes } from './timeline-routes.ts';

/** Every address of the API that asks who is there. */
export const API_ROUTES: readonly Route[] = [
  ...actionRoutes,
  ...leadsRoutes,
  ...leadMovesRoutes,
  ...importRoutes,
  ...timelineRoutes,
  ...attachmentRoutes,
  ...mailRoutes,
  ...peopleRoutes,
  ...privacyRoutes,
  ...denialsRoutes,
];

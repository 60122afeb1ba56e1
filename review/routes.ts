import { apiRoutes } from './api/routes.ts';
import type { ReviewDependencies } from './dependencies.ts';
import { accountRoutes } from './pages/accounts.ts';
import { assetRoutes } from './pages/assets.ts';
import { decideRoutes } from './pages/decide.ts';
import { correctRoutes } from './pages/document/correct.ts';
import { documentRoute } from './pages/document/document.ts';
import { originalRoute, pictureRoute } from './pages/document/original.ts';
import { documentsRoute } from './pages/documents.ts';
import { enterRoutes } from './pages/enter.ts';
import { exportRoutes } from './pages/export.ts';
import { lookRoute } from './pages/look.ts';
import { operationRoutes } from './pages/operation.ts';
import { overviewRoute } from './pages/overview/overview.ts';
import { unitsRoute } from './pages/overview/units.ts';
import { versionsRoute } from './pages/overview/versions.ts';
import { setUpRoutes } from './pages/set-up.ts';
import { signInRoutes } from './pages/sign-in.ts';
import { sitesRoute } from './pages/sites.ts';
import { uploadRoutes } from './pages/upload.ts';
import { savedViewRoutes, workListRoute } from './pages/work-list.ts';
import type { Route } from './route.ts';

/** Everything that can be asked of the application. What is not here does not exist. */
export function createRoutes(dependencies: ReviewDependencies): readonly Route[] {
  return [
    ...assetRoutes,
    lookRoute,
    ...enterRoutes(dependencies),
    ...setUpRoutes(dependencies),
    ...signInRoutes(dependencies),
    workListRoute(dependencies),
    ...savedViewRoutes(dependencies),
    ...decideRoutes(dependencies),
    documentsRoute(dependencies),
    documentRoute(dependencies),
    originalRoute(dependencies),
    pictureRoute(dependencies),
    ...exportRoutes(dependencies),
    overviewRoute(dependencies),
    unitsRoute(dependencies),
    versionsRoute(dependencies),
    ...apiRoutes(dependencies),
    ...correctRoutes(dependencies),
    ...uploadRoutes(dependencies),
    ...operationRoutes(dependencies),
    sitesRoute(dependencies),
    ...accountRoutes(dependencies),
  ];
}

import type { ReviewDependencies } from './dependencies.ts';
import { assetRoutes } from './pages/assets.ts';
import { documentRoute } from './pages/document/document.ts';
import { originalRoute, pictureRoute } from './pages/document/original.ts';
import { documentsRoute } from './pages/documents.ts';
import { enterRoute } from './pages/enter.ts';
import { lookRoute } from './pages/look.ts';
import { workListRoute } from './pages/work-list.ts';
import type { Route } from './route.ts';

/** Everything that can be asked of the application. What is not here does not exist. */
export function createRoutes(dependencies: ReviewDependencies): readonly Route[] {
  return [
    ...assetRoutes,
    lookRoute,
    enterRoute(dependencies),
    workListRoute(dependencies),
    documentsRoute(dependencies),
    documentRoute(dependencies),
    originalRoute(dependencies),
    pictureRoute(dependencies),
  ];
}

/** The code of every page but the first view's, by the address it is for; loaded when it is asked for. */
export const PAGES = {
  '/alliances': () => import('./pages/alliances/Alliances.tsx'),
  '/alliances/:id': () => import('./pages/alliance/Alliance.tsx'),
  '/ccgs/:code': () => import('./pages/ccg/Ccg.tsx'),
  '/metrics': () => import('./pages/metrics/Metrics.tsx'),
  '/metrics/:id': () => import('./pages/metric/Metric.tsx'),
  '/progress': () => import('./pages/progress/Progress.tsx'),
  '/compare': () => import('./pages/compare/Compare.tsx'),
  '/data': () => import('./pages/data/Data.tsx'),
} as const;

/** The code of every page but the first view's, by the address it is for; loaded when it is asked for. */
export const PAGES = {
  '/alliances': () => import('./routes/Alliances.tsx'),
  '/alliances/:id': () => import('./routes/Alliance.tsx'),
  '/ccgs/:code': () => import('./routes/Ccg.tsx'),
  '/metrics': () => import('./routes/Metrics.tsx'),
  '/metrics/:id': () => import('./routes/Metric.tsx'),
  '/progress': () => import('./routes/Progress.tsx'),
  '/compare': () => import('./routes/Compare.tsx'),
  '/data': () => import('./routes/Data.tsx'),
} as const;

import { Link, useLocation } from 'wouter';
import { type Context, compareAtUrl, mapAtUrl, metricsAtUrl, progressAtUrl } from '../url.ts';
import { useLookedAt } from './AreaLink.tsx';
import { FindArea } from './FindArea.tsx';

type Page = {
  path: string;
  name: string;
  /** The page for who looks at a metric and a period elsewhere; the same for everybody where it has neither. */
  at?: (context: Context) => string;
};

const PAGES: readonly Page[] = [
  { path: '/', name: 'England', at: mapAtUrl },
  { path: '/alliances', name: 'Alliances' },
  { path: '/metrics', name: 'Metrics', at: metricsAtUrl },
  { path: '/progress', name: 'Progress', at: progressAtUrl },
  { path: '/compare', name: 'Compare', at: compareAtUrl },
  { path: '/data', name: 'Data' },
];

/**
 * The product's name, the pages, and the way to find an area. What the reader looks at goes along to another page; a link
 * to the page that is open, and the name, begin anew.
 */
export function Header() {
  const [path] = useLocation();
  const lookedAt = useLookedAt();
  return (
    <header className="header">
      <div className="width header-row">
        <Link href="/" className="product">
          Cancer outcomes in England
        </Link>
        <nav aria-label="Pages">
          <ul>
            {PAGES.map((page) => (
              <li key={page.path}>
                <Link
                  href={(path !== page.path && page.at?.(lookedAt)) || page.path}
                  aria-current={isCurrent(path, page.path) ? 'page' : undefined}
                >
                  {page.name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <FindArea />
      </div>
    </header>
  );
}

const isCurrent = (path: string, page: string) => (page === '/' ? path === '/' : path.startsWith(page));

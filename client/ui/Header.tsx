import { Link, useLocation } from 'wouter';
import { FindArea } from './FindArea.tsx';

const PAGES = [
  { path: '/', name: 'England' },
  { path: '/alliances', name: 'Alliances' },
  { path: '/metrics', name: 'Metrics' },
  { path: '/progress', name: 'Progress' },
  { path: '/compare', name: 'Compare' },
  { path: '/data', name: 'Data' },
];

/** The product's name, the pages, and the way to find an area. */
export function Header() {
  const [path] = useLocation();
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
                <Link href={page.path} aria-current={isCurrent(path, page.path) ? 'page' : undefined}>
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

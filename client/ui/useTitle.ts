import { useEffect } from 'react';
import { withFullStop } from '../../data/text/words.ts';
import { say } from './Said.tsx';

/**
 * Names the page in the browser's title bar, and has a screen reader told what it shows whenever that changes: its title
 * and what it has found; nothing as long as that is null, on its way.
 */
export function useTitle(title: string, found: string | null = ''): void {
  useEffect(() => {
    document.title = `${title} – Cancer outcomes in England`;
  }, [title]);
  useEffect(() => {
    if (found !== null) return say([title, found].filter(Boolean).map(withFullStop).join(' '));
  }, [title, found]);
}

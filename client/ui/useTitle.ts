import { useEffect } from 'react';

/** Names the page in the browser's title bar. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} – Cancer outcomes in England`;
  }, [title]);
}

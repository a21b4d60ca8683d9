import { useState } from 'react';

/** How to copy a text, and what came of it in words; `refused`: what to do where the browser does not allow it. */
export function useCopy(refused: string): [state: string, copy: (text: string, what: string) => void] {
  const [state, setState] = useState('');
  const copy = async (text: string, what: string) => {
    try {
      // There is no clipboard where the page is not served securely.
      await navigator.clipboard.writeText(text);
      setState(`${what} copied`);
    } catch {
      setState(`The browser did not allow copying; ${refused}`);
    }
  };
  return [state, copy];
}

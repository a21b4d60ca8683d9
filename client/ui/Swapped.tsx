import { useEffect, useState } from 'react';
import { type AddressView, swappedSentences } from '../../data/text/address.ts';

type Props = {
  /** What the address asks for. */
  search: string;
  /** What is shown. */
  view: AddressView;
};

/** What the address asks for and the page cannot show, and what it shows instead; nothing where it shows what is asked. */
export function Swapped({ search, view }: Props) {
  // The server draws one view for all addresses that mean it: what this one asks for is known to the browser alone.
  const [inBrowser, setInBrowser] = useState(false);
  useEffect(() => setInBrowser(true), []);
  const sentences = inBrowser ? swappedSentences(new URLSearchParams(search), view) : [];
  if (sentences.length === 0) return null;
  return (
    <div className="swapped" role="status">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}

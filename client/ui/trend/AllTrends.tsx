import { useState } from 'react';
import { useSearch } from 'wouter';
import { AreaTrends } from './AreaTrends.tsx';

/**
 * The charts of all waiting times, drawn when they are opened: at once where the address asks for them rather than for
 * one trend of the table.
 */
export function AllTrends({ area }: { area: string }) {
  const parameters = new URLSearchParams(useSearch());
  const [open, setOpen] = useState(
    parameters.has('grain') || (parameters.has('chart') && !parameters.has('trend')),
  );
  return (
    <details className="all-trends" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>All waiting-time trends</summary>
      {open && <AreaTrends area={area} />}
    </details>
  );
}

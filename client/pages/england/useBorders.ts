import { useEffect, useState } from 'react';
import type { Snapshot } from '../../../data/contract/index.ts';
import type { Layout } from '../../api.ts';
import { borders } from '../../charts/map/borders.ts';

const found = new WeakMap<Layout, Map<string, string>>();

/**
 * The white lines between the areas of a snapshot: none inside Alliances, the ready ones for the CCGs of 2016, and for
 * later CCGs, whose shapes are merged, those that are left. These are worked out after the colours are painted.
 */
export function useBorders({ query, areas }: Snapshot, layout: Layout | undefined): string {
  const [, redraw] = useState(0);
  const key = areas.map(({ shapes }) => shapes.join(' ')).join(',');
  const known = layout && readyBorders(query.level, areas.length, key, layout);
  useEffect(() => {
    if (!layout || known !== undefined) return;
    const timer = setTimeout(() => {
      const groups = key
        .split(',')
        .map((shapes) => shapes.split(' ').flatMap((ccg) => layout.ccg[ccg] ?? []));
      const kept = found.get(layout) ?? new Map<string, string>();
      found.set(layout, kept.set(key, borders(groups)));
      redraw((times) => times + 1);
    });
    return () => clearTimeout(timer);
  }, [layout, key, known]);
  return known ?? '';
}

function readyBorders(level: string, areas: number, key: string, layout: Layout): string | undefined {
  if (level === 'alliance') return '';
  if (layout.mesh && areas === Object.keys(layout.ccg).length) return layout.mesh.ccg;
  return found.get(layout)?.get(key);
}

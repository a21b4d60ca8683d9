import { useEffect, useMemo, useState } from 'react';
import type { Point } from '../../../data/boundaries/paths.ts';
import { type MapView, viewAsked, viewText, wholeView } from '../../../data/boundaries/view.ts';

/**
 * The view that an address asks for of a map, how to change it, and what is to be said of it: a view outside the map is
 * mended, in the address too, and shows the whole where nothing of `places` would be in sight. `keep` puts a view's text
 * into the address.
 */
export function useView(
  asked: string,
  box: readonly [number, number] | undefined,
  places: readonly Point[] | undefined,
  keep: (text: string) => void,
) {
  const [width, height] = box ?? [1, 1];
  const isKnown = box !== undefined;
  const { view, mended } = useMemo(
    () =>
      isKnown
        ? viewAsked(asked, [width, height], places)
        : { view: wholeView([width, height]), mended: false },
    [asked, isKnown, width, height, places],
  );
  const [said, setSaid] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: an address is mended once, whoever can change it
  useEffect(() => {
    if (!mended) return;
    setSaid(
      `The address asked for “${asked}”, which is no part of this map (x,y,times): it shows the ${view.k > 1 ? 'nearest that is' : 'whole'}.`,
    );
    keep(viewText(view));
  }, [mended, asked]);
  const onView = (changed: MapView) => {
    setSaid('');
    keep(viewText(changed));
  };
  return { view, onView, said };
}

import type { MouseEvent } from 'react';
import { POINTS_AT_AREAS } from '../charts/kit/pointedArea.ts';

type Chosen = {
  selected: string;
  onChoose: (id: string) => void;
  /** What a number that says where it is from does, in a table that has such. */
  onSource?: (id: string) => void;
};

/**
 * What the body of a table of areas does, each row with its `data-area`: a row under the mouse or reached by key is
 * pointed at, and its button chooses its area or, where that is chosen, none (empty). A button with `data-source` asks
 * where its number is from.
 */
export const areaRows = ({ selected, onChoose, onSource }: Chosen) => ({
  ...POINTS_AT_AREAS,
  // By key too: the click comes from the button.
  onClick: (event: MouseEvent) => {
    const button = (event.target as Element).closest('button');
    const id = button?.closest('tr')?.dataset.area ?? '';
    if (!id) return;
    if (button?.dataset.source === undefined) onChoose(id === selected ? '' : id);
    else onSource?.(id);
  },
});

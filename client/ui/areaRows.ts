import type { MouseEvent, PointerEvent, SyntheticEvent } from 'react';

type Chosen = {
  selected: string;
  onPoint: (id: string) => void;
  onChoose: (id: string) => void;
  /** What a number that says where it is from does, in a table that has such. */
  onSource?: (id: string) => void;
};

const areaOf = (event: SyntheticEvent) => (event.target as Element).closest('tr')?.dataset.area ?? '';

/**
 * What the body of a table of areas does, each row with its `data-area`: a row under the mouse is pointed at, and its
 * button chooses its area or, where that is chosen, none (empty). A button with `data-source` asks where its number is from.
 */
export const areaRows = ({ selected, onPoint, onChoose, onSource }: Chosen) => ({
  onPointerOver: (event: PointerEvent) => {
    if (event.pointerType === 'mouse') onPoint(areaOf(event));
  },
  onPointerLeave: () => onPoint(''),
  // By key too: the click comes from the button.
  onClick: (event: MouseEvent) => {
    const button = (event.target as Element).closest('button');
    const id = button ? areaOf(event) : '';
    if (!id) return;
    if (button?.dataset.source === undefined) onChoose(id === selected ? '' : id);
    else onSource?.(id);
  },
});

import type { FocusEvent, PointerEvent, SyntheticEvent } from 'react';
import { pointedStore } from './pointedStore.ts';

// The area that is pointed at on a page: one for all that is drawn of it there. Rows and marks name their area in
// `data-area`, lines over time in `data-line`; those of the area pointed at are marked by an attribute of their own, so
// that none of the others is drawn anew.

const MARK = 'data-pointed-at';

const store = pointedStore('', (area) => {
  for (const marked of document.querySelectorAll(`[${MARK}]`)) marked.removeAttribute(MARK);
  if (area === '') return;
  const id = CSS.escape(area);
  for (const own of document.querySelectorAll(`[data-area="${id}"], [data-line="${id}"]`))
    own.setAttribute(MARK, '');
});

/** Points at an area by its code, or at none (empty), in everything that the page draws of it. Escape leaves it. */
export const pointArea = store.set;

/** The code of the area pointed at on the page; empty for none. */
export const usePointedArea = (): string => store.use((area) => area);

const areaOf = ({ target }: SyntheticEvent) =>
  (target as Element).closest<HTMLElement | SVGElement>('[data-area]')?.dataset.area ?? '';

/** Whether the area was reached by key and the mouse has rested since: rows that scroll under it are not pointed at. */
let isResting = false;

const moved = () => {
  isResting = false;
};

function reach(area: string) {
  pointArea(area);
  isResting = true;
  // A browser tells of what scrolls under the mouse as if that had come over it, but not as a move.
  window.addEventListener('pointermove', moved, { capture: true, once: true });
}

const isFollowed = ({ pointerType }: PointerEvent) => pointerType === 'mouse' && !isResting;

const follow = (event: PointerEvent) => {
  if (isFollowed(event)) pointArea(areaOf(event));
};

/** What holds rows or marks that name their area does: the one under the mouse, or reached by key, is pointed at. */
export const POINTS_AT_AREAS = {
  onPointerOver: follow,
  onPointerMove: follow,
  onPointerLeave: (event: PointerEvent) => {
    if (isFollowed(event)) pointArea('');
  },
  // A tap focuses too, but is over at once: nothing must stay marked after it.
  onFocus: (event: SyntheticEvent) => {
    if ((event.target as Element).matches(':focus-visible')) reach(areaOf(event));
  },
  onBlur: ({ relatedTarget }: FocusEvent) => {
    if (!relatedTarget?.closest(`[${READS}]`)) pointArea('');
  },
};

const READS = 'data-reads-pointed';

/**
 * What says which area is pointed at, with links of its own, has: the focus can go on to them from the area, which stays
 * pointed at until the focus leaves them. Taken away before the focus is there, they would leave it nowhere.
 */
export const READS_POINTED = {
  [READS]: '',
  onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) pointArea('');
  },
};

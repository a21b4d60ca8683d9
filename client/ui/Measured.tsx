import {
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';

/** The width in pixels of a figure in a window of 1,280 pixels: what the server draws for. */
const LARGE = 1146;

type Props = {
  children: (width: number) => ReactNode;
  /** Its width in a window of 1,280 pixels, where it is not as wide as the page. */
  large?: number;
};

/** A figure that is drawn as wide as the room it has. */
export function Measured({ children, large = LARGE }: Props) {
  const box = useRef<HTMLElement>(null);
  const width = useWidth(box, large);
  return (
    <figure ref={box} className="measured">
      {width > 0 && children(width)}
    </figure>
  );
}

const never = () => () => undefined;

/** Whether a component is just taking over what the server drew. */
const useTakingOver = () =>
  useSyncExternalStore(
    never,
    () => false,
    () => true,
  );

/**
 * The width of an element in CSS pixels, kept up with the window; until it is there 0 or, where the server draws it, the
 * width it has in a large window.
 */
export function useWidth(element: RefObject<HTMLElement | null>, large = 0): number {
  const isTakingOver = useTakingOver();
  const [width, setWidth] = useState(isTakingOver ? large : 0);
  useLayoutEffect(() => {
    const measured = element.current;
    if (!measured) return;
    setWidth(measured.clientWidth);
    const observer = new ResizeObserver(() => setWidth(measured.clientWidth));
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

/** Whether what a box holds is wider than the box, which then scrolls; false until it is on the screen. */
export function useWider(box: RefObject<HTMLElement | null>): boolean {
  const [wider, setWider] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => setWider(element.scrollWidth > element.clientWidth + 1);
    const resized = new ResizeObserver(look);
    resized.observe(element);
    for (const child of element.children) resized.observe(child);
    return () => resized.disconnect();
  }, [box]);
  return wider;
}

import type { ReactNode } from 'react';
import { useWide } from './useWide.ts';

type Props = { chosen: readonly (string | undefined)[]; children: ReactNode };

/** The controls of a page in a row; where there is little room folded under a line that names what is chosen. */
export function Controls({ chosen, children }: Props) {
  const wide = useWide();
  const controls = <div className="controls">{children}</div>;
  if (wide) return controls;
  return (
    <details className="folded">
      <summary>
        <b>Change</b> {chosen.join(', ')}
      </summary>
      {controls}
    </details>
  );
}

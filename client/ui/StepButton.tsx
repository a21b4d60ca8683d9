import type { ReactNode } from 'react';

type Props = {
  label?: string;
  /** Whether there is nothing further that way. */
  isOff: boolean;
  onStep: () => void;
  children: ReactNode;
};

/** A button that comes to an end while it is pressed again and again: unlike a disabled one it keeps the focus then. */
export const StepButton = ({ label, isOff, onStep, children }: Props) => (
  <button
    type="button"
    aria-label={label}
    aria-disabled={isOff || undefined}
    onClick={isOff ? undefined : onStep}
  >
    {children}
  </button>
);

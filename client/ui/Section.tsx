import type { ReactNode } from 'react';
import type { MethodId } from '../../data/text/methods.ts';
import { MethodLink } from './MethodLink.tsx';

/** A part of a metric's page: the finding as its heading, the subject above it, and by which method it is told. */
export const Section = ({
  id,
  subject,
  title,
  method,
  children,
}: {
  id: string;
  subject: string;
  title: string;
  method?: MethodId;
  children: ReactNode;
}) => (
  <section className="part" aria-labelledby={id} data-testid={id}>
    <p className="topic">{subject}</p>
    <h2 id={id}>{title}</h2>
    {children}
    {method && (
      <p className="quiet">
        <MethodLink id={method} />
      </p>
    )}
  </section>
);

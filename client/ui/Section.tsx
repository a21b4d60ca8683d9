import type { ReactNode } from 'react';

/** A part of a metric's page: the finding as its heading, the subject above it. */
export const Section = ({
  id,
  subject,
  title,
  children,
}: {
  id: string;
  subject: string;
  title: string;
  children: ReactNode;
}) => (
  <section className="part" aria-labelledby={id} data-testid={id}>
    <p className="topic">{subject}</p>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
);

import { type ReactNode, useEffect, useRef } from 'react';

type Props = { id: string; subject?: string; title: string; children: ReactNode };

/** A part of an Alliance's page that an address can lead to, although it is drawn after the page has loaded. */
export function Part({ id, subject, title, children }: Props) {
  const part = useRef<HTMLElement>(null);
  useEffect(() => {
    if (window.location.hash === `#${id}`) part.current?.scrollIntoView();
  }, [id]);
  return (
    <section className="part" id={id} aria-labelledby={`${id}-title`} ref={part}>
      {subject && <p className="topic">{subject}</p>}
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}

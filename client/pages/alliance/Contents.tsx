const PARTS = [
  { id: 'map', name: 'Map' },
  { id: 'drivers', name: 'Who makes the gap' },
  { id: 'trends', name: 'Over time' },
  { id: 'scorecard', name: 'Scorecard' },
  { id: 'changed', name: 'What changed' },
  { id: 'cautions', name: 'Cautions' },
  { id: 'pack', name: 'Files' },
] as const;

/** The parts of the page, in sight while it is read. */
export const Contents = () => (
  <nav className="contents" aria-label="On this page">
    <ul>
      {PARTS.map(({ id, name }) => (
        <li key={id}>
          <a href={`#${id}`}>{name}</a>
        </li>
      ))}
    </ul>
  </nav>
);

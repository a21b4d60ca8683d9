import { PATH_KEY } from '../../charts/progress/key.tsx';

/** How the small pictures are to be read. */
export const PathKey = () => (
  <ul className="path-key">
    {PATH_KEY.map(({ text, swatch }) => (
      <li key={text}>
        <svg width={32} height={20} viewBox="-16 -10 32 20" fill="none" aria-hidden="true">
          {swatch}
        </svg>
        {text}
      </li>
    ))}
  </ul>
);

import { REFERENCE } from '../../charts/Axes.tsx';
import { PALETTE } from '../../charts/palette.ts';

/** How the small pictures are to be read; each sign is drawn as it is in them. */
export const PathKey = () => (
  <ul className="path-key">
    <li>
      <Sign>
        <path d="M16 2V18" stroke={PALETTE.area} strokeWidth={1.5} />
        <circle cx={16} cy={10} r={3.2} fill={PALETTE.area} />
      </Sign>
      Figure with its 95% interval; those joined are the ones a pace is read from
    </li>
    <li>
      <Sign>
        <path d="M2 10H30" {...REFERENCE.target} />
      </Sign>
      Straight path to the target
    </li>
    <li>
      <Sign>
        <path d="M2 10L30 4V16Z" fill={PALETTE.area} fillOpacity={0.12} />
        <path d="M2 10H30" stroke={PALETTE.area} strokeWidth={1.5} strokeDasharray="6 4" />
      </Sign>
      At the pace seen, with its 95% band
    </li>
  </ul>
);

const Sign = ({ children }: { children: React.ReactNode }) => (
  <svg width={32} height={20} viewBox="0 0 32 20" fill="none" aria-hidden="true">
    {children}
  </svg>
);

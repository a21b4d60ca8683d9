import type { ControlReading } from '../../data/contract/index.ts';

type Reading = Pick<ControlReading, 'variation' | 'assurance'>;

/** What each icon is called, as in the NHS’ Making Data Count. */
const VARIATION_NAMES = {
  'common-cause': 'common cause, no special cause',
  improvement: 'special cause of an improving kind',
  concern: 'special cause of a concerning kind',
  'neutral-high': 'special cause, high',
  'neutral-low': 'special cause, low',
} as const;

const ASSURANCE_NAMES = {
  'consistent-pass': 'the standard can be expected to be reached',
  'consistent-fail': 'the standard can be expected not to be reached',
  inconsistent: 'the standard may be reached or not',
} as const;

const LINES = {
  'common-cause': '6,22 12,14 18,21 26,13',
  improvement: '6,24 12,20 18,14 26,9',
  concern: '6,9 12,13 18,19 26,24',
  'neutral-high': '6,24 12,20 18,14 26,9',
  'neutral-low': '6,9 12,13 18,19 26,24',
} as const;

const LETTERS = { 'consistent-pass': 'P', 'consistent-fail': 'F', inconsistent: '?' } as const;

/** The NHS’ icons of a control chart’s variation and assurance, drawn by us; none where nothing can be read. */
export function ControlIcons({ reading: { variation, assurance } }: { reading: Reading }) {
  if (variation === null) return null;
  return (
    <span className="control-icons">
      <svg
        viewBox="0 0 32 32"
        role="img"
        aria-label={`Variation: ${VARIATION_NAMES[variation]}`}
        className={variation}
      >
        <circle cx="16" cy="16" r="14.5" />
        <polyline points={LINES[variation]} />
        {LINES[variation].split(' ').map((at) => (
          <circle key={at} className="dot" cx={at.split(',')[0]} cy={at.split(',')[1]} r="2.4" />
        ))}
      </svg>
      {assurance !== null && (
        <svg
          viewBox="0 0 32 32"
          role="img"
          aria-label={`Assurance: ${ASSURANCE_NAMES[assurance]}`}
          className={assurance}
        >
          <circle cx="16" cy="16" r="14.5" />
          <path d="M4 22h24" />
          <text x="16" y="18.5" textAnchor="middle">
            {LETTERS[assurance]}
          </text>
        </svg>
      )}
    </span>
  );
}

type Props = { sentences: readonly string[] };

/** What a page has found, the first sentence as its heading. */
export const Finding = ({ sentences: [first, ...rest] }: Props) => (
  <>
    <h1 data-testid="finding">{first}</h1>
    {rest.length > 0 && <p className="lede">{rest.join(' ')}</p>}
  </>
);

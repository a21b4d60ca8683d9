type Props = { sentences: readonly string[]; illustrative: boolean };

/** What a page has found, the first sentence as its heading; of illustrative figures, that nothing is found. */
export const Finding = ({ sentences: [first, ...rest], illustrative }: Props) =>
  illustrative ? (
    <>
      <h1 data-testid="finding">Illustrative, not published</h1>
      <p className="lede">
        These figures were made by a script so that the page can be tried. No finding is drawn from them: do
        not quote them.
      </p>
    </>
  ) : (
    <>
      <h1 data-testid="finding">{first}</h1>
      {rest.length > 0 && <p className="lede">{rest.join(' ')}</p>}
    </>
  );

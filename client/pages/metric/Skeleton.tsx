/** Lines held where words and pictures will stand, while the figures are on their way. */
export const Skeleton = ({ what }: { what: string }) => (
  <div className="skeleton">
    <p role="status">Loading {what}…</p>
    <div aria-hidden="true">
      <span />
      <span />
      <span />
      <span />
    </div>
  </div>
);

import { Component, type ReactNode } from 'react';

type Props = {
  children: ReactNode;
  /** The address shown: another one is tried afresh. */
  at?: string;
  /** What stands in place of a part that failed, where the page can do without it. */
  instead?: ReactNode;
};

/**
 * Keeps a failure inside a part of the page: where its code cannot be loaded (the dashboard was replaced by a newer one
 * since the page was opened, say) or fails, the rest stays, and the reader is told. Names the failure in the console.
 */
export class Boundary extends Component<Props, { failure: Error | null }> {
  override state: { failure: Error | null } = { failure: null };

  static getDerivedStateFromError(failure: Error) {
    return { failure };
  }

  override componentDidUpdate(before: Props) {
    if (before.at !== this.props.at && this.state.failure !== null) this.setState({ failure: null });
  }

  override render() {
    const { failure } = this.state;
    if (failure === null) return this.props.children;
    if (this.props.instead !== undefined) return this.props.instead;
    return (
      <div className="width">
        <div className="refused" role="alert">
          <h1>This page could not be shown</h1>
          <p>
            The code that draws it failed or could not be loaded. The dashboard may have been updated since
            you opened it: loading the page again brings the newest.
          </p>
          <p className="note">{failure.message}</p>
          <button type="button" className="button" onClick={() => window.location.reload()}>
            Load the page again
          </button>
        </div>
      </div>
    );
  }
}

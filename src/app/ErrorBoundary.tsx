import { Component, type ReactNode } from 'react';
import { reloadFor, reloadFresh } from '#platform';
import { Actions, Page, PrimaryButton, SecondaryButton } from '#ui';

interface Props {
  /** A new value, such as another path, is a new try. */
  place: string;
  /** Of the app; none for what a page can do without: where that fails, it is not there. */
  version?: string;
  children: ReactNode;
}

interface State {
  /** Path at which it went wrong; undefined while all is well. */
  failedAt: string | undefined;
}

/** Whatever goes wrong while drawing: a page that can be read, never a white one. */
export class ErrorBoundary extends Component<Props, State> {
  declare state: State;

  constructor(props: Props) {
    super(props);
    // Not a class field: older browsers would need a helper for it in the first load.
    this.state = { failedAt: undefined };
  }

  static getDerivedStateFromError(): State {
    return { failedAt: '' };
  }

  override componentDidCatch(fault: Error): void {
    const { place, version } = this.props;
    this.setState({ failedAt: place });
    // An old page may ask for a file that a newer release no longer has.
    if (version) void reloadFor(fault, version, true);
  }

  override componentDidUpdate(): void {
    const { failedAt } = this.state;
    if (failedAt && failedAt !== this.props.place) this.setState({ failedAt: undefined });
  }

  override render() {
    if (this.state.failedAt === undefined) return this.props.children;
    const { version } = this.props;
    if (!version) return null;
    return (
      <Page
        title="这一页没有打开"
        docTitle="没有打开 · 娃医保"
        lead="可能是网络断了，也可能是刚刚更新过。你填的内容还在。"
      >
        <Actions>
          <PrimaryButton onClick={() => reloadFresh(version)}>重新打开</PrimaryButton>
          <SecondaryButton to="/">回到首页</SecondaryButton>
        </Actions>
      </Page>
    );
  }
}

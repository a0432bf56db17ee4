import { Component, type ContextType, type ReactNode, Suspense } from 'react';
import './attempt.css';
import { Services } from './services.tsx';

interface Props {
  /** Whether it is wanted: wanted once more, it is tried once more. */
  open: boolean;
  /** Takes back that it is wanted. */
  onFail: () => void;
  /** While it comes. */
  fallback?: ReactNode;
  children: ReactNode;
}

interface State {
  failed: boolean;
  said: boolean;
}

/** ms for which it is said. */
const SAID = 5000;

/** What comes over the page when it is asked for. Where it cannot be had, the page stays and that is said. */
export class Attempt extends Component<Props, State> {
  declare state: State;
  declare context: ContextType<typeof Services>;

  constructor(props: Props) {
    super(props);
    // Not a class field: older browsers would need a helper for it in the first load.
    this.state = { failed: false, said: false };
  }

  static getDerivedStateFromError(): State {
    return { failed: true, said: true };
  }

  override componentDidCatch(fault: Error): void {
    this.props.onFail();
    this.context?.missing(fault);
    setTimeout(() => this.setState({ said: false }), SAID);
  }

  override componentDidUpdate({ open }: Props): void {
    if (this.state.failed && this.props.open && !open) this.setState({ failed: false, said: false });
  }

  override render() {
    const { failed, said } = this.state;
    const { fallback = null, children } = this.props;
    if (!failed) return <Suspense fallback={fallback}>{children}</Suspense>;
    return (
      said && (
        <span className="wa-attempt" role="alert">
          没有取到，请检查网络再点一次
        </span>
      )
    );
  }
}

// Not a static field, for the same reason.
Attempt.contextType = Services;

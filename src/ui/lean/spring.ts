/**
 * Stands in for `@react-spring/web` where antd-mobile asks for it: its mask and popup move one number each and draw `div`s
 * from it. The same law of motion as there (a damped spring in steps of 1 ms), without what is not asked for.
 */
import {
  type CSSProperties,
  createElement,
  forwardRef,
  type HTMLAttributes,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';

interface Config {
  precision: number;
  mass: number;
  tension: number;
  friction: number;
  /** Stops where it would swing past its goal. */
  clamp?: boolean;
}

interface Moment {
  position: number;
  /** Per millisecond. */
  velocity: number;
}

/** Where the spring is `ms` later; `resting` once it has come to its goal. */
export function advance(from: Moment, goal: number, ms: number, config: Config): Moment & { resting: boolean } {
  const { precision, mass, tension, friction, clamp } = config;
  let { position, velocity } = from;
  const rising = position < goal;
  for (let step = 0; step < ms; step += 1) {
    if (Math.abs(velocity) <= precision / 10 && Math.abs(goal - position) <= precision)
      return { position: goal, velocity: 0, resting: true };
    if (clamp && (position === goal || position > goal === rising))
      return { position: goal, velocity: 0, resting: true };
    velocity += (-tension * 1e-6 * (position - goal) - friction * 1e-3 * velocity) / mass;
    position += velocity;
  }
  return { position, velocity, resting: false };
}

/** A number that changes while nobody renders. */
interface Moving<T> {
  get: () => T;
  subscribe: (listener: () => void) => () => void;
}

class Spring implements Moving<number> {
  private moment: Moment;
  private frame = 0;
  private readonly listeners = new Set<() => void>();

  constructor(public goal: number) {
    this.moment = { position: goal, velocity: 0 };
  }

  get = () => this.moment.position;

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  to<T>(map: (value: number) => T): Moving<T> {
    return { get: () => map(this.get()), subscribe: this.subscribe };
  }

  run(goal: number, config: Config, onRest: () => void): void {
    this.goal = goal;
    this.stop();
    let last: number | undefined;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const tick = (now: number) => {
      // A phone that was busy goes on where it was, it does not jump.
      const ms = last === undefined ? 16 : Math.min(64, Math.round(now - last));
      const next = still ? { position: goal, velocity: 0, resting: true } : advance(this.moment, goal, ms, config);
      last = now;
      this.moment = next;
      for (const listener of this.listeners) listener();
      if (next.resting) onRest();
      else this.frame = requestAnimationFrame(tick);
    };
    this.frame = requestAnimationFrame(tick);
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
  }
}

type Props = { config: Config; onStart?: () => void; onRest?: () => void } & Record<string, unknown>;

/** Takes exactly one number to move besides its options, as antd-mobile gives it. */
export function useSpring({ config, onStart, onRest, ...values }: Props): Record<string, Spring> {
  const [[name, goal] = ['', 0]] = Object.entries(values) as [string, number][];
  const [spring] = useState(() => new Spring(goal));
  const latest = useRef({ config, onStart, onRest });
  latest.current = { config, onStart, onRest };
  useLayoutEffect(() => {
    if (spring.goal === goal) return;
    latest.current.onStart?.();
    spring.run(goal, latest.current.config, () => latest.current.onRest?.());
  }, [spring, goal]);
  useEffect(() => () => spring.stop(), [spring]);
  return { [name]: spring };
}

const isMoving = (value: unknown): value is Moving<string | number> =>
  typeof value === 'object' && value !== null && 'subscribe' in value;

type DivProps = Omit<HTMLAttributes<HTMLDivElement>, 'style'> & { style?: Record<string, unknown> };

const AnimatedDiv = forwardRef<HTMLDivElement, DivProps>(({ style = {}, ...rest }, ref) => {
  const element = useRef<HTMLDivElement | null>(null);
  const moving = Object.entries(style).filter((entry): entry is [string, Moving<string | number>] =>
    isMoving(entry[1]),
  );
  const now = Object.fromEntries(moving.map(([name, value]) => [name, value.get()]));
  useLayoutEffect(() => {
    const stops = moving.map(([name, value]) =>
      value.subscribe(() => {
        if (element.current) Object.assign(element.current.style, { [name]: String(value.get()) });
      }),
    );
    return () => {
      for (const stop of stops) stop();
    };
  });
  const both = (node: HTMLDivElement | null) => {
    element.current = node;
    if (typeof ref === 'function') ref(node);
    else if (ref) ref.current = node;
  };
  return createElement('div', { ...rest, ref: both, style: { ...style, ...now } as CSSProperties });
});

export const animated = { div: AnimatedDiv };

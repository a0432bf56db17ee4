/** A person's own figure in the place of a sourced one: put in, shown as such, taken back. Fetched when a figure is opened. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type Figure, parseMoney, periodOf } from '#engine';
import type { IsoDate, Parameter } from '#policy/types.ts';
import { Actions, PrimaryButton, SecondaryButton, TextButton } from './Button.tsx';
import { AmountField } from './fields.tsx';
import { OwnBadge } from './OwnBadge.tsx';
import { ownAmount, periodWords } from './OwnBar.tsx';
import { useServices } from './services.tsx';
import './source.css';
import './own-figure.css';

interface AskProps {
  city: string;
  parameter: Parameter;
  /** A day of the year it is for. */
  on: IsoDate;
  /** What the data have, where they have something. */
  sourced?: Figure | undefined;
  /** What was typed as a plain decimal string of yuan; `undefined` if it is none. */
  read: (typed: string) => string | undefined;
  onDone: () => void;
}

/** One field: the figure as it was announced. */
export function AskOwnFigure({ city, parameter, on, sourced, read, onDone }: AskProps) {
  const { own } = useServices();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const period = periodOf(parameter, on);
  return (
    <form
      ref={form}
      noValidate
      className="wa-own-form"
      onSubmit={(event) => {
        event.preventDefault();
        const value = read(typed);
        if (value === undefined) return setError('请只填数字，最多两位小数，例如 1800 或 12.34。');
        if (sourced && parseMoney(value) === sourced.fen) return setError('和资料里的一样，不用填。');
        void own().then(({ put }) => put(city, { id: parameter.id, value, ...period }));
        onDone();
      }}
    >
      <AmountField
        name="own"
        label={`${parameter.label}（${periodWords(parameter, period)}）`}
        hint="照着医保局或税务部门公布的数字填，年份也要对得上。"
        unit={parameter.unit}
        value={typed}
        onChange={(value) => {
          setTyped(value);
          setError(undefined);
        }}
        error={error}
      />
      <Actions>
        <PrimaryButton type="submit">按这个数字算</PrimaryButton>
        <TextButton onClick={onDone}>不填了</TextButton>
      </Actions>
      <p className="wa-note-text">只记在这台手机上，随时能用回资料的数字。</p>
    </form>
  );
}

interface OwnFigureProps extends Omit<AskProps, 'parameter' | 'on' | 'onDone'> {
  /** As it was computed with. */
  figure: Figure;
  /** Whether one may know it better. */
  replaceable: boolean;
  /** What stands behind the sourced one. */
  children: ReactNode;
}

/** Around the evidence of a figure: that it is one's own, if it is, with the way back; else the offer to put one in. */
export function OwnFigure({ city, figure, sourced, replaceable, read, children }: OwnFigureProps) {
  const { own } = useServices();
  const [asking, setAsking] = useState(false);
  const { parameter, dated } = figure;
  const mine = figure.own === true;
  const box = useRef<HTMLDivElement>(null);
  const before = useRef(mine);
  useEffect(() => {
    if (before.current !== mine) {
      box.current?.focus({ preventScroll: true });
      box.current?.firstElementChild?.scrollIntoView({ block: 'center' });
    }
    before.current = mine;
  }, [mine]);
  if (!mine) {
    return (
      <div ref={box} tabIndex={-1}>
        {children}
        {replaceable &&
          (asking ? (
            <AskOwnFigure
              city={city}
              parameter={parameter}
              on={dated.from}
              sourced={figure}
              read={read}
              onDone={() => {
                // The field goes; the focus stays in the half-screen, where Esc is heard.
                box.current?.focus({ preventScroll: true });
                setAsking(false);
              }}
            />
          ) : (
            <div className="wa-own-ask">
              <TextButton onClick={() => setAsking(true)}>知道更新的数字？</TextButton>
            </div>
          ))}
      </div>
    );
  }
  return (
    <div ref={box} tabIndex={-1}>
      <p className="wa-detail-value">
        {ownAmount(figure, true)} <OwnBadge rests={dated.derivation !== undefined} />
      </p>
      {dated.derivation ? (
        <p>按你自己填的数字算出来的，不是来源里的数字：{dated.derivation}。</p>
      ) : (
        <>
          <p>
            你自己填的，不是来源里的数字。用在{periodWords(parameter, { from: dated.from, to: dated.to ?? dated.from })}
            。
          </p>
          <Actions>
            <SecondaryButton
              onClick={() => void own().then(({ drop }) => drop(city, { id: figure.id, from: dated.from }))}
            >
              {sourced ? `用回资料的数字 ${ownAmount(sourced)}` : '不用我填的数字'}
            </SecondaryButton>
          </Actions>
        </>
      )}
      <section className="wa-own-sourced">
        <h3>资料里的数字</h3>
        {sourced ? children : <p>这一年的还没有公布，资料里没有。</p>}
      </section>
    </div>
  );
}

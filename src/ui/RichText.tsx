import { createContext, Fragment, memo, type ReactNode, useCallback, useContext, useMemo } from 'react';
import type { Anchor, Grade, Text } from '#policy/types.ts';
import { Figure } from './Figure.tsx';
import { formatValue } from './format.ts';
import { gradeWords } from './SourceChip.tsx';
import { Stale } from './Stale.tsx';
import { useServices } from './services.tsx';

export interface FigureText {
  label: string;
  value: string;
  unit: string;
  /** For a `choice`: what the word means. */
  words?: string;
  /** Arithmetic, not published: it says so beside it. */
  derived?: true;
}

export interface DocumentText {
  title: string;
  issuer: string;
  date?: string;
  grade: Grade;
  /** Heading by id of the part. */
  parts: Record<string, string>;
}

/** What the build joins to a policy text (`policyFigures` in the Vite configuration). */
export interface Joined {
  /** By `id@date`. */
  figures?: Record<string, FigureText>;
  /** By id, for the anchors of the text. */
  documents?: Record<string, DocumentText>;
  /** First day on which one of the figures should be looked at again. */
  recheck?: string;
}

interface Texts extends Required<Pick<Joined, 'figures' | 'documents'>> {
  city: string;
  checkedOn?: string | undefined;
  at?: Anchor | undefined;
}

const Context = createContext<Texts>({ city: '', figures: {}, documents: {} });

export interface CityTextsProps {
  city: string;
  /** The guide, graph, table set … whose texts stand below: whatever `#cities` loaded. */
  of: object;
  /** Day on which the texts were compared with their sources. */
  checkedOn?: string;
  /** What the texts were compared with, where a block does not say so itself. */
  at?: Anchor;
  children: ReactNode;
}

/** Everything below may hold texts with `[[id@date]]` and anchors. */
export function CityTexts({ city, of, checkedOn, at, children }: CityTextsProps) {
  const value = useMemo(() => {
    const { figures = {}, documents = {} }: Joined = of;
    return { city, figures, documents, checkedOn, at };
  }, [city, of, checkedOn, at]);
  return (
    <Context.Provider value={value}>
      {children}
      <Stale day={(of as Joined).recheck} />
    </Context.Provider>
  );
}

/** Document and heading an anchor points at; without an anchor, those of the page. */
export function useDocument(at?: Anchor): (DocumentText & { heading: string | undefined }) | undefined {
  const { documents, at: general } = useContext(Context);
  const anchor = at ?? general;
  const found = anchor && documents[anchor.source];
  return found && { ...found, heading: found.parts[anchor.part] };
}

export const useFigures = () => useContext(Context).figures;

export const useCheckedOn = () => useContext(Context).checkedOn;

/** A figure with the punctuation behind it, so that no line begins with a comma; or a stretch of words. */
const pieces = /\[\[([^\]]+)\]\]([，。；：、）！？”]*)/;

export interface RichTextProps {
  text: Text;
  /** Amounts without 元: in a column whose head says it. */
  bare?: boolean;
}

/** A `Text` of the policy data: plain words, with its figures drawn as figures. Not drawn again while a field beside it is typed into. */
export const RichText = memo(({ text, bare }: RichTextProps) => {
  const parts = text.split(pieces);
  return parts.map((piece, place) => {
    const key = `${place}:${piece}`;
    if (place % 3 === 0) return <Fragment key={key}>{piece}</Fragment>;
    if (place % 3 === 2) return null;
    return (
      <span key={key} className="wa-keep">
        <PolicyFigure name={piece} bare={bare} />
        {parts[place + 1]}
      </span>
    );
  });
});

/** One value of the city's policy, `id@date`, with its evidence behind it. */
export function PolicyFigure({ name, bare = false }: { name: string; bare?: boolean | undefined }) {
  const { city, figures, checkedOn } = useContext(Context);
  const { evidence, version } = useServices();
  const explain = useCallback(async () => {
    const [found, { FigureDetail }] = await Promise.all([evidence(city, name), import('./Source.tsx')]);
    if (!found) return <p>没有找到这个数字的出处。</p>;
    return <FigureDetail {...found} checkedOn={checkedOn ?? version.policyDate} />;
  }, [evidence, version, city, name, checkedOn]);
  const figure = figures[name];
  if (!figure) return <span>（本年度标准尚未公布）</span>;
  const { label, value, unit, words, derived } = figure;
  const text = formatValue(value, unit, words);
  return (
    <>
      <Figure text={bare ? text.replace(/ 元$/, '') : text} spoken={text} label={label} explain={explain} />
      {derived && <small className="wa-derived">（{gradeWords.D}）</small>}
    </>
  );
}

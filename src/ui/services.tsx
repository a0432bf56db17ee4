import { createContext, type ReactNode, useContext } from 'react';
import 'antd-mobile/es/global/global.css';
import './tokens.css';
import type { FigureEvidence } from './Source.tsx';
import { SheetsProvider } from './sheets.tsx';

/** What the kit needs from the browser; `app` hands it in, so that `ui` itself stays without one. */
export interface UiServices {
  /** True only if the text is on the clipboard. */
  copyText: (text: string) => Promise<boolean>;
  setTitle: (title: string) => void;
  /** What is said once that day has come, for a value should have been looked at again then. */
  late: (day: string) => string | undefined;
  /** The evidence of `id@date` in a city's policy; undefined if there is none. */
  evidence: (city: string, ref: string) => Promise<FigureEvidence | undefined>;
  /** What a prerendered page carries with it (`carried`): read in the browser, recorded by the prerender. */
  pageData: { read: (key: string) => unknown; record: (key: string, value: unknown) => void };
  /** Puts a person's own figure in the place of a sourced one, and takes it back. */
  own: () => Promise<{
    put: (city: string, figure: { id: string; value: string; from: string; to: string }) => void;
    drop: (city: string, figure: { id: string; from: string }) => void;
  }>;
  /** Told what was asked for and could not be had: maybe a newer release no longer has it. */
  missing: (fault: Error) => void;
  version: { build: string; policyDate: string };
}

/** For what is no function and so cannot `useServices`. */
export const Services = createContext<UiServices | undefined>(undefined);

export function UiProvider({ services, children }: { services: UiServices; children: ReactNode }) {
  return (
    <Services.Provider value={services}>
      <SheetsProvider>{children}</SheetsProvider>
    </Services.Provider>
  );
}

/** Below `UiProvider`, that is everywhere. */
export const useServices = () => useContext(Services) as UiServices;

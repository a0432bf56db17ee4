import { createContext, type ReactNode, useContext } from 'react';

const Page = createContext<ReactNode>(null);

export function MissingProvider({ page, children }: { page: ReactNode; children: ReactNode }) {
  return <Page.Provider value={page}>{children}</Page.Provider>;
}

/** For a page whose parameters name nothing that exists: shows the 没有这个页面 of the app. */
export function Missing() {
  return useContext(Page);
}

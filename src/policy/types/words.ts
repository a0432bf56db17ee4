/** Words on screen: texts with figures, the blocks they are laid out in, guides. */
import type { IsoDate } from './figures.ts';

/**
 * Text with figures. `[[outpatient.limit@2024-10-01]]` stands for the value of that parameter on that day, drawn
 * as a figure that opens its source; so a figure stands once, in the parameters.
 */
export type Text = string;

/** An account, programme, site or counter where something is done; its name is exact. */
export interface Account {
  kind: '公众号' | '小程序' | '生活号' | 'APP' | '网站' | '窗口' | '终端机' | '服务';
  name: string;
  url?: string;
}

export interface Anchor {
  source: string;
  part: string;
}

export type Block =
  /** Names of menus in the order they are tapped, exact. `search` is what to look for when a name has moved. */
  | { type: 'path'; title?: string; account: Account; menu: string[]; then?: Text[]; search?: string; at?: Anchor }
  /** Things to do in order. */
  | { type: 'steps'; title?: string; items: Text[]; at?: Anchor }
  /** Papers to bring; each can be ticked off. */
  | {
      type: 'materials';
      title?: string;
      /** `optional`: needed in the case its note names, and not counted. */
      items: { name: string; note?: Text; optional?: true }[];
      at?: Anchor;
    }
  /** Short statements without order. */
  | { type: 'facts'; title?: string; items: Text[]; at?: Anchor }
  | { type: 'note'; tone: 'info' | 'warn'; text: Text; at?: Anchor }
  /** Parameters as a table: rows × columns of parameter ids, on a day per table. */
  | {
      type: 'table';
      title: string;
      on: IsoDate;
      columns: string[];
      rows: { label: Text; cells: string[] }[];
      note?: Text;
    }
  /** Telephone numbers. */
  | { type: 'phone'; number: string; name: string; note?: Text }
  /** A search on a map for places nearby: `keyword` is what is searched for. */
  | { type: 'map'; keyword: string; label?: string }
  /** Links inside the app (`/shenzhen/…`) or to a public page. */
  | { type: 'links'; title?: string; items: { label: string; to: string; note?: string }[] };

/** One thing a parent does or wants to know: a page of its own at `/<city>/<group>/<id>/`. */
export interface Guide {
  id: string;
  group: 'enrol' | 'pay' | 'clinic' | 'help';
  /** Heading, at most 20 characters. */
  title: string;
  /** As a parent would say it, for lists. */
  ask?: string;
  /** One line under the title in lists, at most 24 characters. */
  hint: string;
  /** The answer first, one or two sentences. */
  lead: Text;
  /** For search engines and link previews, 40–90 characters, no `[[…]]`. */
  description: string;
  /** The day on which the text was compared with its source. */
  checkedOn: IsoDate;
  at: Anchor;
  /** What to have at hand before one starts. */
  prepare?: Text[];
  blocks: Block[];
  /** What one sees when it went well. */
  done?: Text[];
  /** What to do if it did not. */
  trouble?: Text[];
  /** Other pages, `/<city>/…`. */
  related: { label: string; to: string }[];
}

/**
 * What a journey needs of a browser, small enough for two very different ones: an old Chrome over its debugging port and WebKit
 * over WebDriver. Everything else (finding things by their words, waiting, checking) is one piece above it, in `hands.ts`.
 */

export interface Driver {
  open(address: string): Promise<void>;
  /** The value of an expression in the page. */
  ask<T>(expression: string): Promise<T>;
  /** A finger, or a mouse where the browser has no fingers, at a place of the screen. */
  tap(x: number, y: number): Promise<void>;
  type(text: string): Promise<void>;
  back(): Promise<void>;
  reload(): Promise<void>;
  /** What is on screen, as PNG in base64. */
  picture(): Promise<string>;
  /** Errors the page reported by itself since it was opened, where the browser passes them on. */
  complaints(): string[];
  close(): Promise<void>;
}

export interface Engine {
  name: string;
  /** Gets what is missing. Returns what it has, in a few words; throws, in words, where it cannot be had. */
  prepare(): Promise<string>;
  /** A phone that was never here before. */
  launch(): Promise<Driver>;
}

export const SCREEN = { width: 375, height: 667 };

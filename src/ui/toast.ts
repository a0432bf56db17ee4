/** A short word about a small success, 1.5 s. Never for errors. Comes with the first one. */
export async function toast(text: string): Promise<void> {
  const { show } = await import('./imperative.ts');
  show(text);
}

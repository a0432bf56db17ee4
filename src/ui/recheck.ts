/** The first day on which one of these should be looked at again. */
export const firstRecheck = (figures: readonly { parameter: { recheck: string } }[]): string | undefined =>
  figures.map(({ parameter }) => parameter.recheck).sort()[0];

/** The estimate, put so that it ends in the ledger. */
export const recordAddress = (city: string): string => `/${city}/estimate/?record=1`;

export const probes: { city: string; name: string; parameters: readonly string[]; holds: (rules: any, policy: any) => boolean }[] = [];

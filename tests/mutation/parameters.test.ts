/** Changing any figure that the engine uses by its smallest step, any word, any day, makes a worked case fail. */
import { describe, expect, it } from 'vitest';
import { createPolicy, type Policy } from '#engine';
import type { PolicyFile } from '#policy/types.ts';
import { readCaseFile } from '../../scripts/lib/case-file.ts';
import { caseFiles, cityIds, loadCityModule } from '../../scripts/lib/project.ts';
import { runCase } from '../../scripts/lib/run-case.ts';
import { chongqing, shenzhen } from '../laws/arbitraries.ts';
import { edgeMutants, type Mutant, mutantsOf } from './mutants.ts';
import { probes } from './probes.ts';

const cities = [shenzhen, chongqing].map((city) => {
  const { id: name, policy } = city;
  const cases = caseFiles(name).flatMap((file) => readCaseFile(file, cityIds));
  const file: PolicyFile = { city: name, parameters: [...policy.parameters], readings: [...policy.readings] };
  return { name, city, cases, file };
});

describe.each(cities)('$name', ({ name, city, cases, file }) => {
  /** The cases last found to fail stand first: neighbours are mostly killed by the same. */
  const queue = [...cases];
  const killingCase = (policy: Policy): string | undefined => {
    const at = queue.findIndex((test) => runCase(city, test, policy).length > 0);
    const killer = queue[at];
    if (killer) queue.unshift(...queue.splice(at, 1));
    return killer?.name;
  };
  const killingProbe = (policy: Policy): string | undefined =>
    probes.find((probe) => probe.city === name && !probe.holds(city.rules, policy))?.name;

  it('every case and every probe holds as it stands', async () => {
    expect((await loadCityModule(name)).policy.city).toBe(name);
    const policy = createPolicy(file);
    expect(cases.filter((test) => runCase(city, test, policy).length > 0)).toEqual([]);
    expect(probes.filter((probe) => probe.city === name && !probe.holds(city.rules, policy))).toEqual([]);
    expect(cases.length).toBeGreaterThanOrEqual(400);
  });

  it('every mutant is killed', { timeout: 600_000 }, () => {
    const mutants: Mutant[] = [...mutantsOf(file), ...edgeMutants(file)];
    const killed = { cases: 0, probes: 0 };
    const byProbe = new Set<string>();
    const survivors: string[] = [];
    for (const mutant of mutants) {
      const policy = createPolicy(mutant.file);
      if (killingCase(policy) !== undefined) killed.cases++;
      else if (killingProbe(policy) !== undefined) {
        killed.probes++;
        byProbe.add(mutant.parameter);
      } else survivors.push(mutant.name);
    }
    console.log(
      `${name}: ${mutants.length} mutants, ${killed.cases + killed.probes} killed ` +
        `(${killed.cases} by worked cases, ${killed.probes} by probes), ${survivors.length} survivors`,
    );
    for (const survivor of survivors) console.log(`  survived: ${survivor}`);
    expect(survivors).toEqual([]);
    expect(mutants.length).toBeGreaterThanOrEqual(200);
    // What no case file can say is all that a probe may be needed for.
    const onlyProbes = probes.filter((probe) => probe.city === name).flatMap(({ parameters }) => parameters);
    expect([...byProbe].filter((id) => !onlyProbes.includes(id))).toEqual([]);
  });
});

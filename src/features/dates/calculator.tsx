import type { ComponentType } from 'react';
import { useParams } from 'react-router';
import { type CityInfo, type CityModule, findCity, loadCity, loadTools, type Tool } from '#cities';
import { CityTexts, Missing, useLoaded } from '#ui';

/** What a calculator is given: the city, its words for it, its rules. */
export interface Calculator {
  info: CityInfo;
  tool: Tool;
  module: CityModule;
}

/** The page of a calculator. A city that has no such one says so. */
export function calculator(id: Tool['id'], Screens: ComponentType<Calculator>) {
  return function CalculatorPage() {
    const { city = '' } = useParams();
    const info = findCity(city);
    const words = useLoaded(loadTools, city);
    const tool = words?.tools.find((one) => one.id === id);
    const module = useLoaded(loadCity, city);
    return info && words && tool && module ? (
      <CityTexts city={info.id} of={words}>
        <Screens info={info} tool={tool} module={module} />
      </CityTexts>
    ) : (
      <Missing />
    );
  };
}

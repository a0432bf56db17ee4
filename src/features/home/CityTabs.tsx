import { type CityInfo, cities } from '#cities';
import { LinkComponent } from '#ui';

/** From one city to another; nothing where there is no other. */
export function CityTabs({ here }: { here: CityInfo }) {
  if (cities.length < 2) return null;
  return (
    <nav className="home-cities" aria-label="城市">
      {cities.map((one) => (
        <LinkComponent
          key={one.id}
          to={`/${one.id}/`}
          className={`home-city${one.id === here.id ? ' home-city-here' : ''}`}
          current={one.id === here.id}
        >
          {one.name}
        </LinkComponent>
      ))}
    </nav>
  );
}

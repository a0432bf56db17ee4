import { cities } from '#cities';
import { Cell, CellGroup } from '#ui';

/** Every city, as a link to its first page. */
export default function CityList() {
  return (
    <CellGroup>
      {cities.map(({ id, name }) => (
        <Cell key={id} icon="pin" title={`${name}少儿医保`} to={`/${id}/`} />
      ))}
    </CellGroup>
  );
}

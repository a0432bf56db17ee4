import { cities } from '#cities';
import { Cell, CellGroup } from '#ui';
import type { BookProps } from './Book.tsx';
import { RemoveAll } from './Start.tsx';

/** The same child's visits in another city, and what can be done with all that is kept. */
export function Other(book: BookProps) {
  const { info, entries, person } = book;
  const here = `/${info.id}`;
  const elsewhere = cities
    .filter(({ id }) => id !== info.id)
    .map((city) => ({
      ...city,
      count: entries.filter((one) => one.city === city.id && one.child === person?.id).length,
    }))
    .filter(({ count }) => count > 0);
  return (
    <>
      <RemoveAll {...book} />
      {elsewhere.length > 0 && (
        <CellGroup title="别的城市">
          {elsewhere.map(({ id, name, count }) => (
            <Cell key={id} icon="pin" title={`${name}的账本`} desc={`记了 ${count} 笔`} to={`/${id}/ledger/`} />
          ))}
        </CellGroup>
      )}
      <CellGroup title="账本只在这台手机上">
        {entries.length > 0 && (
          <Cell icon="copy" title="存一份" desc="换手机、清缓存以前，先存一份" to={`${here}/ledger/?at=export`} />
        )}
        <Cell icon="source" title="取回账本" desc="从存过的一份里取回来" to={`${here}/ledger/?at=import`} />
        <Cell icon="child" title="我的孩子" desc="改小名、生日，再加一个孩子" to="/me/" />
      </CellGroup>
    </>
  );
}

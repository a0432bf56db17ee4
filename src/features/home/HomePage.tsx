import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { cities, nameOf } from '#cities';
import { Cell, CellGroup, Logo, Page } from '#ui';
import { lastCity } from './city-memory.ts';

/** Choosing the city; who has chosen before is taken there, unless they came to choose again. */
export default function HomePage() {
  const navigate = useNavigate();
  const { state } = useLocation();
  const choosing = typeof state === 'object' && state !== null && 'choose' in state;
  useEffect(() => {
    const city = nameOf(lastCity.read());
    if (city && !choosing) void navigate(`/${city.id}/`, { replace: true });
  }, [choosing, navigate]);
  return (
    <Page
      title="孩子的医保，一步一步办好"
      above={{ text: '娃医保', sign: <Logo /> }}
      lead="先选城市，再选要办的事。不用登录，不问姓名和证件。"
      docTitle="娃医保：孩子的医保怎么办、怎么报"
    >
      <CellGroup title="孩子在哪个城市参保？">
        {cities.map(({ id, name, insurance, building }) => (
          <Cell key={id} icon="pin" title={name} desc={building ? '建设中' : insurance} to={`/${id}/`} />
        ))}
      </CellGroup>
      <section className="wa-section">
        <h2 className="wa-section-title">能帮你做什么</h2>
        <ul className="wa-card wa-facts">
          <li>按孩子的情况，说清第一次参保、缴费、看病选点走哪条路，菜单一级一级写出来。</li>
          <li>填几个数，算出看病住院医保大约付多少、自己付多少，精确到分。</li>
          <li>每个数字点一下，就能看到出自哪份文件的哪一句、哪一天核对过。</li>
          <li>填的内容只留在这部手机上，随时可以清除。</li>
        </ul>
      </section>
    </Page>
  );
}

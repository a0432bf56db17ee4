import { lazy, Suspense } from 'react';
import { Actions, Page, PrimaryButton } from '#ui';

/** Apart: what the shell knows without asking holds no city. */
const CityList = lazy(() => import('./CityList.tsx'));

/** No such address. Also what a page shows whose city, group or guide does not exist. */
export function NotFound() {
  return (
    <Page
      title="没有这个页面"
      above={{ text: '娃医保', to: '/' }}
      docTitle="没有这个页面 · 娃医保"
      lead="链接可能不完整，或者这一页已经改了名字。"
    >
      <Actions>
        <PrimaryButton to="/">回到首页</PrimaryButton>
      </Actions>
      <Suspense fallback={null}>
        <CityList />
      </Suspense>
    </Page>
  );
}

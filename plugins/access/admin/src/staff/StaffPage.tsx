import { User } from '@strapi/icons';
import { Page, useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import type { StaffMember } from '../../../shared/staff.ts';
import { ListPage } from '../kit/ListPage.tsx';
import { useLoaded } from '../kit/loading.ts';
import { useMay } from '../kit/permissions.ts';
import { useWords } from '../kit/translations.ts';
import { InviteDialog } from './InviteDialog.tsx';
import { StaffTable } from './StaffTable.tsx';

interface Answer {
  readonly data: readonly StaffMember[];
  readonly meta: { readonly total: number };
}

const List = () => {
  const t = useWords('staff');
  const may = useMay();
  const { get } = useFetchClient();
  const load = useCallback(async () => (await get<Answer>('/access/staff')).data, [get]);
  const loaded = useLoaded(load);
  const total = loaded.state === 'ready' ? loaded.data.meta.total : 0;
  return (
    <ListPage
      title={t('staff')}
      subtitle={loaded.state === 'ready' ? t('count', { total }) : t('hint')}
      action={may('admin::users.create') && <InviteDialog done={loaded.reload} />}
      loaded={loaded}
      page={1}
      pageSize={Math.max(total, 1)}
      turnTo={() => undefined}
      empty={{
        icon: <User width="32" height="32" aria-hidden />,
        title: t('none'),
        hint: t('none.hint'),
      }}
    >
      {(members) => <StaffTable members={members} />}
    </ListPage>
  );
};

const StaffPage = () => (
  <Page.Protect permissions={[{ action: 'admin::users.read', subject: null }] as never}>
    <List />
  </Page.Protect>
);

export default StaffPage;

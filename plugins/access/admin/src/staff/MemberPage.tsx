import { Box, Flex } from '@strapi/design-system';
import { Layouts, Page, useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import type { StaffMember } from '../../../shared/staff.ts';
import { ResetFactors } from '../factors/ResetFactors.tsx';
import { useLoaded } from '../kit/loading.ts';
import { useMay } from '../kit/permissions.ts';
import { ProblemMessage } from '../kit/problems.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { useWords } from '../kit/translations.ts';
import { Act } from './Act.tsx';
import { Card } from './Card.tsx';
import { MemberForm } from './MemberForm.tsx';
import { MemberPlaces } from './MemberPlaces.tsx';
import { MemberState } from './MemberState.tsx';
import { nameOf } from './member.ts';

const Acts = ({ member, reload }: { member: StaffMember; reload: () => Promise<void> }) => {
  const t = useWords('staff');
  const may = useMay();
  const navigate = useNavigate();
  const { post, del } = useFetchClient();
  const { id, email, state, secondFactor } = member;
  const name = nameOf(member);
  const invited = state === 'invited' || state === 'lapsed';
  return (
    <Card title={t('way-in')}>
      {invited && may('admin::users.create') && (
        <Act
          label={t('again')}
          hint={t('again.hint')}
          done={t('invite.sent', { email })}
          act={async () => {
            await post(`/access/staff/${id}/invitation`, {});
            await reload();
          }}
        />
      )}
      {state === 'active' && may('admin::users.update') && (
        <>
          <Act
            label={t('link')}
            hint={t('link.hint')}
            done={t('link.sent', { email })}
            act={() => post(`/access/staff/${id}/password-link`, {})}
          />
          <Act
            label={t('out')}
            hint={t('out.hint')}
            done={t('out.done', { name })}
            act={async () => {
              await post(`/access/staff/${id}/sign-out`, {});
              await reload();
            }}
          />
        </>
      )}
      {secondFactor && may('plugin::access.second-step.reset-staff') && (
        <ResetFactors name={name} path={`/access/staff/${id}/factors/reset`} done={reload} />
      )}
      {may('admin::users.delete') && (
        <Act
          label={t('remove')}
          hint={t('remove.hint')}
          sure={t('remove.sure', { name, email })}
          done={t('remove.done', { name })}
          act={async () => {
            await del(`/admin/users/${id}`);
            navigate('/settings/users', { replace: true });
          }}
        />
      )}
    </Card>
  );
};

const Member = () => {
  const t = useWords('staff');
  const may = useMay();
  const { get } = useFetchClient();
  const { id } = useParams();
  const load = useCallback(
    async () => (await get<{ data: StaffMember }>(`/access/staff/${id}`)).data.data,
    [get, id],
  );
  const loaded = useLoaded(load);
  const title = loaded.state === 'ready' ? nameOf(loaded.data) : t('staff');
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        subtitle={
          loaded.state === 'ready' ? (
            <Box>
              <MemberState member={loaded.data} />
            </Box>
          ) : undefined
        }
      />
      <Layouts.Content>
        {loaded.state === 'loading' && <Skeleton lines={8} />}
        {loaded.state === 'failed' && (
          <ProblemMessage error={loaded.error} retry={() => void loaded.reload()} />
        )}
        {loaded.state === 'ready' && (
          <Flex direction="column" alignItems="stretch" gap={5} paddingBottom={8} maxWidth="80rem">
            <MemberForm
              key={JSON.stringify(loaded.data)}
              member={loaded.data}
              mayChange={may('admin::users.update')}
              done={loaded.reload}
            />
            <MemberPlaces
              key={`${loaded.data.state} ${loaded.data.roles.map(({ id }) => id)}`}
              id={loaded.data.id}
            />
            <Acts member={loaded.data} reload={loaded.reload} />
          </Flex>
        )}
      </Layouts.Content>
    </Page.Main>
  );
};

const MemberPage = () => (
  <Page.Protect permissions={[{ action: 'admin::users.read', subject: null }] as never}>
    <Member />
  </Page.Protect>
);

export default MemberPage;

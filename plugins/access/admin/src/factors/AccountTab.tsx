import { Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { type ReactNode, useCallback } from 'react';
import { styled } from 'styled-components';
import type { PatientAccount } from '../../../shared/patients.ts';
import {
  type PatientTabProps,
  ProblemMessage,
  Skeleton,
  useFormats,
  useLoaded,
  useWords,
} from '../kit/index.ts';
import { Card } from '../staff/Card.tsx';
import { ResetFactors } from './ResetFactors.tsx';

const Facts = styled.dl`
  display: grid;
  grid-template-columns: auto 1fr;
  gap: 0.8rem 2.4rem;
  font-size: 1.4rem;
  color: ${({ theme }) => theme.colors.neutral800};
  dt {
    color: ${({ theme }) => theme.colors.neutral600};
  }
  dd {
    overflow-wrap: anywhere;
  }
`;

/** How a patient signs in to the portal, and the way back for who lost their second step. */
export const AccountTab = ({ patient }: PatientTabProps) => {
  const t = useWords('factors');
  const { moment } = useFormats();
  const { get } = useFetchClient();
  const path = `/access/patients/${patient.documentId}/account`;
  const loaded = useLoaded(
    useCallback(
      async () => (await get<{ data: PatientAccount | null }>(path)).data.data,
      [get, path],
    ),
  );
  if (loaded.state === 'loading') return <Skeleton lines={4} />;
  if (loaded.state === 'failed')
    return <ProblemMessage error={loaded.error} retry={() => void loaded.reload()} />;
  if (!loaded.data) return <Typography textColor="neutral600">{t('account.none')}</Typography>;
  const { email, confirmed, blocked, usedAt, app, passkeys, recoveryCodes } = loaded.data;
  const second = [
    app && t('account.app'),
    passkeys > 0 && t('account.passkeys', { count: passkeys }),
    t('account.codes', { count: recoveryCodes }),
  ];
  const any = app || passkeys > 0;
  const standing = blocked ? t('account.blocked') : !confirmed && t('account.unconfirmed');
  const facts: [string, ReactNode][] = [
    [t('account.email'), standing ? `${email} (${standing})` : email],
    [t('account.used'), usedAt ? moment(usedAt) : t('account.away')],
    [t('account.second'), any ? second.filter(Boolean).join(', ') : t('account.password')],
  ];
  return (
    <Card title={t('account')} hint={t('account.hint')}>
      <Facts>
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </Facts>
      {any && (
        <ResetFactors
          name={`${patient.firstName} ${patient.lastName}`}
          path={`${path}/second-step/reset`}
          done={loaded.reload}
        />
      )}
    </Card>
  );
};

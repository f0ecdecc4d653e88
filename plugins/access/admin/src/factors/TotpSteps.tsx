import { Button, Flex, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { type ReactNode, useState } from 'react';
import { styled } from 'styled-components';
import type { TotpSetUp } from '../../../shared/factors.ts';
import { Notice } from '../entry/Notice.tsx';
import { useSending } from '../entry/useSending.ts';
import { useWords } from '../kit/translations.ts';
import { CodeField } from './CodeField.tsx';
import { PasswordStep } from './PasswordStep.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';

/** Black on white in the dark too: cameras want it so. */
const Picture = styled.svg`
  width: 20rem;
  height: 20rem;
  border-radius: 8px;
  background: #ffffff;
`;
const Key = styled.code`
  font-size: 1.4rem;
  overflow-wrap: anywhere;
`;

const inFours = (key: string) => key.replace(/(.{4})(?=.)/g, '$1 ');

const FirstCode = ({ setUp, done }: { setUp: TotpSetUp; done: (codes: string[]) => void }) => {
  const t = useWords('factors');
  const { post } = useFetchClient();
  const [code, setCode] = useState('');
  const { busy, general, errorOf, submit } = useSending(
    () => ({ code: code.trim() === '' ? t('code.needed') : undefined }),
    async () => {
      const { data } = await post<{ data: { recoveryCodes: string[] } }>(
        '/access/staff/me/factors/totp/confirm',
        { setUp: setUp.setUp, code },
      );
      done(data.data.recoveryCodes);
    },
  );
  const { size, path } = setUp.picture;
  return (
    <form onSubmit={submit} noValidate>
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Typography>{t('totp.scan')}</Typography>
        <Flex justifyContent="center">
          <Picture viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t('totp.picture')}>
            <path d={path} fill="#000000" shapeRendering="crispEdges" />
          </Picture>
        </Flex>
        <Typography textColor="neutral600">
          {t('totp.by-hand')} <Key>{inFours(setUp.key)}</Key>
        </Typography>
        {general && <Notice danger>{general}</Notice>}
        <CodeField
          label={t('totp.first-code')}
          value={code}
          onChange={setCode}
          error={errorOf('code')}
        />
        <Button type="submit" loading={busy} fullWidth>
          {t('totp.confirm')}
        </Button>
      </Flex>
    </form>
  );
};

export interface StepsProperties {
  readonly done: () => void;
  /** Below the steps, until there is nothing to go back from. */
  readonly foot?: ReactNode;
}

/** Sets an authenticator app up: the password, the picture and its first code, then codes for a bad day. */
export const TotpSteps = ({ done, foot }: StepsProperties) => {
  const t = useWords('factors');
  const { post } = useFetchClient();
  const [setUp, setSetUp] = useState<TotpSetUp>();
  const [codes, setCodes] = useState<readonly string[]>();
  if (codes)
    return (
      <Flex direction="column" alignItems="stretch" gap={5}>
        <RecoveryCodes codes={codes} />
        <Button onClick={done} fullWidth>
          {t('codes.kept')}
        </Button>
      </Flex>
    );
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      {setUp ? (
        <FirstCode setUp={setUp} done={(made) => (made.length > 0 ? setCodes(made) : done())} />
      ) : (
        <PasswordStep
          what={t('totp.what')}
          label={t('next')}
          send={async (password) => {
            const { data } = await post<{ data: TotpSetUp }>('/access/staff/me/factors/totp', {
              password,
            });
            setSetUp(data.data);
          }}
        />
      )}
      {foot}
    </Flex>
  );
};

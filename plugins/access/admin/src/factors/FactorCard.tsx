import { Button, Flex, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import type { Factors } from '../../../shared/factors.ts';
import { useLoaded } from '../kit/loading.ts';
import { ProblemMessage } from '../kit/problems.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { useWords } from '../kit/translations.ts';
import { Card } from '../staff/Card.tsx';
import { FactorDialog } from './FactorDialog.tsx';
import { FactorList } from './FactorList.tsx';
import { PasskeySteps } from './PasskeySteps.tsx';
import { PasswordStep } from './PasswordStep.tsx';
import { canUsePasskeys } from './passkey.ts';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { TotpSteps } from './TotpSteps.tsx';

interface Answer {
  readonly data: Factors;
  readonly meta: { readonly required: boolean };
}

type Doing = 'totp' | 'passkey' | 'codes' | { readonly remove: string; readonly name: string };

const NewCodes = ({ done }: { done: () => void }) => {
  const t = useWords('factors');
  const { post } = useFetchClient();
  const [codes, setCodes] = useState<readonly string[]>();
  if (codes)
    return (
      <Flex direction="column" alignItems="stretch" gap={5}>
        <RecoveryCodes codes={codes} />
        <Button onClick={done}>{t('codes.kept')}</Button>
      </Flex>
    );
  const make = async (password: string) => {
    const { data } = await post<{ data: { recoveryCodes: string[] } }>(
      '/access/staff/me/factors/recovery-codes',
      { password },
    );
    setCodes(data.data.recoveryCodes);
  };
  return <PasswordStep what={t('codes.new.what')} label={t('codes.new')} send={make} />;
};

/** The second factors of one's own account. */
export const FactorCard = () => {
  const t = useWords('factors');
  const { get, post } = useFetchClient();
  const load = useCallback(async () => (await get<Answer>('/access/staff/me/factors')).data, [get]);
  const loaded = useLoaded(load);
  const [doing, setDoing] = useState<Doing>();
  const close = () => {
    setDoing(undefined);
    void loaded.reload();
  };
  if (loaded.state === 'loading')
    return (
      <Card title={t('title')}>
        <Skeleton lines={3} />
      </Card>
    );
  if (loaded.state === 'failed')
    return (
      <Card title={t('title')}>
        <ProblemMessage error={loaded.error} retry={() => void loaded.reload()} />
      </Card>
    );
  const { data: factors, meta } = loaded.data;
  const any = factors.totp !== null || factors.passkeys.length > 0;
  const remove = typeof doing === 'object' ? doing : undefined;
  return (
    <Card title={t('title')} hint={t(meta.required ? 'required' : 'hint')}>
      <FactorList factors={factors} remove={(id, name) => setDoing({ remove: id, name })} />
      <Flex gap={2} wrap="wrap">
        {!factors.totp && <Button onClick={() => setDoing('totp')}>{t('totp.add')}</Button>}
        {canUsePasskeys() && (
          <Button variant="secondary" onClick={() => setDoing('passkey')}>
            {t('passkey.add')}
          </Button>
        )}
        {any && (
          <Button variant="tertiary" onClick={() => setDoing('codes')}>
            {t('codes.new')}
          </Button>
        )}
      </Flex>
      {any && (
        <Typography textColor={factors.recoveryCodes < 3 ? 'warning700' : 'neutral600'}>
          {t('codes.left', { count: factors.recoveryCodes })}
        </Typography>
      )}
      {doing === 'totp' && (
        <FactorDialog title={t('totp.add')} close={close}>
          <TotpSteps done={close} />
        </FactorDialog>
      )}
      {doing === 'passkey' && (
        <FactorDialog title={t('passkey.add')} close={close}>
          <PasskeySteps done={close} />
        </FactorDialog>
      )}
      {doing === 'codes' && (
        <FactorDialog title={t('codes.new')} close={close}>
          <NewCodes done={close} />
        </FactorDialog>
      )}
      {remove && (
        <FactorDialog title={t('remove.title', { name: remove.name })} close={close}>
          <PasswordStep
            danger
            what={t('remove.what')}
            label={t('remove')}
            send={async (password) => {
              await post(`/access/staff/me/factors/${remove.remove}/remove`, { password });
              close();
            }}
          />
        </FactorDialog>
      )}
    </Card>
  );
};

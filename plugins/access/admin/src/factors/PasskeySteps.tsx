import { Button, Flex } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useState } from 'react';
import { LineField } from '../entry/LineField.tsx';
import { useWords } from '../kit/translations.ts';
import { PasswordStep } from './PasswordStep.tsx';
import { isGivenUp, makePasskey } from './passkey.ts';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import type { StepsProperties } from './TotpSteps.tsx';

interface Begun {
  readonly data: { readonly options: unknown; readonly ceremony: string };
}

/** Adds a passkey of this device or of a key at hand. */
export const PasskeySteps = ({ done, foot }: StepsProperties) => {
  const t = useWords('factors');
  const { post } = useFetchClient();
  const [name, setName] = useState('');
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
  const make = async (password: string) => {
    const path = '/access/staff/me/factors/passkeys';
    const { data: begun } = await post<Begun>(`${path}/begin`, { password });
    try {
      const made = await makePasskey(begun.data);
      const { data } = await post<{ data: { recoveryCodes: string[] } }>(path, {
        ...made,
        name: name.trim() || t('passkey.unnamed'),
      });
      if (data.data.recoveryCodes.length > 0) setCodes(data.data.recoveryCodes);
      else done();
    } catch (error) {
      if (!isGivenUp(error)) throw error;
    }
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <PasswordStep what={t('passkey.what')} label={t('passkey.make')} send={make}>
        <LineField
          label={t('passkey.name')}
          hint={t('passkey.name.hint')}
          name="name"
          required={false}
          value={name}
          onChange={setName}
        />
      </PasswordStep>
      {foot}
    </Flex>
  );
};

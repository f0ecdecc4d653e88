import { Button, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { KeptIdentity as Identity } from '../../../../audit/shared/index.ts';
import { ReasonDialog, useFormats, useWords } from '../kit/index.ts';

/** Who it was, for whom the law lets ask: sealed until somebody says why. */
export const KeptIdentity = ({ erasure }: { erasure: string }) => {
  const t = useWords('privacy');
  const { plainDate } = useFormats();
  const { post } = useFetchClient();
  const [asking, setAsking] = useState(false);
  const [identity, setIdentity] = useState<Identity>();
  const open = async (reason: string) => {
    const path = `/access/erasures/${erasure}/identity`;
    setIdentity((await post<{ data: Identity }>(path, { reason })).data.data);
  };
  if (identity) {
    const { firstName, lastName, dateOfBirth, nationalId } = identity;
    const facts = [`${firstName} ${lastName}`, dateOfBirth && plainDate(dateOfBirth), nationalId];
    return (
      <Typography tag="p" fontWeight="semiBold">
        {facts.filter(Boolean).join(' · ')}
      </Typography>
    );
  }
  return (
    <div>
      <Button variant="tertiary" onClick={() => setAsking(true)}>
        {t('identity')}
      </Button>
      {asking && (
        <ReasonDialog
          title={t('identity.title')}
          what={t('identity.hint')}
          confirm={t('identity.confirm')}
          onClose={() => setAsking(false)}
          send={open}
        />
      )}
    </div>
  );
};

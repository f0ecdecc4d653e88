import { Button, Flex, Typography } from '@strapi/design-system';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { Link } from 'react-router-dom';
import type { Erasure, LegalHold } from '../../../../audit/shared/index.ts';
import { useFormats, useLoaded, useNotifyProblem, useWords } from '../kit/index.ts';
import { ErasureState } from './ErasureState.tsx';
import { Line, Lines } from './Lines.tsx';
import { Obstacle } from './Obstacle.tsx';

/** Whether this patient asked to be erased; the desk writes it down for those without the portal. */
export const PatientErasure = ({ patient }: { patient: string }) => {
  const t = useWords('privacy');
  const { moment } = useFormats();
  const { get, post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const notifyProblem = useNotifyProblem();
  const [busy, setBusy] = useState(false);
  const path = `/access/patients/${patient}/erasures`;
  const loaded = useLoaded(
    useCallback(
      async () =>
        (await get<{ data: { erasures: Erasure[]; hold: LegalHold | null } }>(path)).data.data,
      [get, path],
    ),
  );
  if (loaded.state !== 'ready') return null;
  const { erasures, hold } = loaded.data;
  const open = erasures.some(({ state }) => state === 'asked' || state === 'done');
  const ask = async () => {
    setBusy(true);
    try {
      await post(path, {});
      toggleNotification({ type: 'success', message: t('erasure.noted') });
      await loaded.reload();
    } catch (failure) {
      notifyProblem(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Flex tag="section" direction="column" alignItems="stretch" gap={4} aria-labelledby="erasing">
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <Typography variant="delta" fontWeight="semiBold" tag="h2" id="erasing">
            {t('erasing')}
          </Typography>
          <Typography textColor="neutral600" tag="p" style={{ maxWidth: '64ch' }}>
            {t('erasing.hint')}
          </Typography>
        </Flex>
        {!open && (
          <Button variant="secondary" loading={busy} onClick={() => void ask()}>
            {t('erasure.note')}
          </Button>
        )}
      </Flex>
      {hold && <Obstacle title={t('held')} text={t('held.by', { ...hold })} />}
      {erasures.length > 0 && (
        <Lines>
          {erasures.map(({ id, state, way, askedAt }) => (
            <Line key={id}>
              <div>
                <Link to={`/plugins/access/privacy/${id}`}>
                  {t(`way.${way}`, { at: moment(askedAt) })}
                </Link>
              </div>
              <ErasureState state={state} />
            </Line>
          ))}
        </Lines>
      )}
    </Flex>
  );
};

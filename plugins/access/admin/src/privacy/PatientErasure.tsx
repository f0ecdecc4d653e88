import { Button, Flex, Typography } from '@strapi/design-system';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { Link } from 'react-router-dom';
import type { Erasure, LegalHold } from '../../../../audit/shared/index.ts';
import {
  type PatientTabProps,
  ReasonDialog,
  useFormats,
  useLoaded,
  useNotifyProblem,
  useWords,
} from '../kit/index.ts';
import { ErasureState } from './ErasureState.tsx';
import { Line, Lines } from './Lines.tsx';
import { Obstacle } from './Obstacle.tsx';

/**
 * Whether this patient asked to be erased, or may not be; the desk writes the wish down for those without the portal.
 */
export const PatientErasure = ({ patient }: PatientTabProps) => {
  const { documentId, firstName, lastName } = patient;
  const t = useWords('privacy');
  const { moment } = useFormats();
  const { get, post, put } = useFetchClient();
  const { toggleNotification } = useNotification();
  const notifyProblem = useNotifyProblem();
  const [busy, setBusy] = useState(false);
  const [holding, setHolding] = useState(false);
  const path = `/access/patients/${documentId}/erasures`;
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
  const attempt = async (work: () => Promise<unknown>, done: string) => {
    setBusy(true);
    try {
      await work();
      toggleNotification({ type: 'success', message: t(done) });
      setHolding(false);
      await loaded.reload();
    } catch (failure) {
      notifyProblem(failure);
    } finally {
      setBusy(false);
    }
  };
  const ask = () => attempt(() => post(path, {}), 'erasure.noted');
  const keep = (reason: string | null) =>
    attempt(
      () => put(`/access/patients/${documentId}/legal-hold`, { reason }),
      reason === null ? 'hold.lifted' : 'hold.put',
    );
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
        <Flex gap={2} wrap="wrap">
          <Button
            variant="tertiary"
            disabled={busy}
            onClick={() => (hold ? void keep(null) : setHolding(true))}
          >
            {t(hold ? 'hold.lift' : 'hold')}
          </Button>
          {!open && (
            <Button variant="secondary" loading={busy} onClick={() => void ask()}>
              {t('erasure.note')}
            </Button>
          )}
        </Flex>
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
      {holding && (
        <ReasonDialog
          title={t('hold.title', { name: `${firstName} ${lastName}` })}
          what={t('hold.hint')}
          confirm={t('hold.confirm')}
          onClose={() => setHolding(false)}
          send={keep}
        />
      )}
    </Flex>
  );
};

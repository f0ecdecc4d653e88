import { Button, Flex, Typography } from '@strapi/design-system';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { Link } from 'react-router-dom';
import type { CorrectionRow } from '../../../../audit/shared/index.ts';
import { ReasonDialog, useLoaded, useNotifyProblem, useWords } from '../kit/index.ts';
import { DueDate } from './ErasureState.tsx';
import { Line, Lines } from './Lines.tsx';

/** What patients say is wrong about them, and what would stand there. */
export const Corrections = () => {
  const t = useWords('privacy');
  const { get, post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const notifyProblem = useNotifyProblem();
  const [busy, setBusy] = useState(false);
  const [refusing, setRefusing] = useState<string>();
  const loaded = useLoaded(
    useCallback(
      async () => (await get<{ data: CorrectionRow[] }>('/access/corrections')).data.data,
      [get],
    ),
  );
  if (loaded.state !== 'ready' || loaded.data.length === 0) return null;
  const answer = async (id: string, how: 'accept' | 'refuse', body: object) => {
    setBusy(true);
    try {
      await post(`/access/corrections/${id}/${how}`, body);
      toggleNotification({
        type: 'success',
        message: t(how === 'accept' ? 'correction.accepted' : 'correction.refused'),
      });
      setRefusing(undefined);
    } catch (failure) {
      notifyProblem(failure);
    } finally {
      setBusy(false);
      await loaded.reload();
    }
  };
  return (
    <section aria-labelledby="corrections">
      <Typography variant="delta" fontWeight="semiBold" tag="h2" id="corrections">
        {t('corrections')}
      </Typography>
      <Lines style={{ marginBlockStart: '1.2rem' }}>
        {loaded.data.map(({ id, patient, changes, dueOn }) => (
          <Line key={id}>
            <div>
              <Link to={`/plugins/access/patients/${patient.documentId}`}>{patient.name}</Link>
              {changes.map(({ field, now, wanted }) => (
                <span key={field}>
                  {t(`field.${field}`)}: <del>{now ?? t('field.empty')}</del> → <ins>{wanted}</ins>
                </span>
              ))}
              <span>
                {t('due')}: <DueDate date={dueOn} />
              </span>
            </div>
            <Flex tag="span" gap={2}>
              <Button loading={busy} onClick={() => void answer(id, 'accept', {})}>
                {t('correction.accept')}
              </Button>
              <Button variant="secondary" disabled={busy} onClick={() => setRefusing(id)}>
                {t('refuse')}
              </Button>
            </Flex>
          </Line>
        ))}
      </Lines>
      {refusing && (
        <ReasonDialog
          title={t('correction.refuse')}
          what={t('correction.refuse.hint')}
          confirm={t('refuse.confirm')}
          onClose={() => setRefusing(undefined)}
          send={(reason) => answer(refusing, 'refuse', { reason })}
        />
      )}
    </section>
  );
};

import { Button, Field } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { problemOf, ReasonDialog, useWords } from '../kit/index.ts';

interface Properties {
  /** After it, for a page that may show that very record. */
  readonly opened?: () => void;
}

/** Opens the record of somebody whom one may not know of otherwise, and goes there. */
export const OpenRecord = ({ opened }: Properties) => {
  const t = useWords('scope');
  const { post } = useFetchClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const [name, setName] = useState('');
  const [born, setBorn] = useState('');
  const goTo = (patient: string) => {
    setAsking(false);
    navigate(`/plugins/access/patients/${patient}`);
    opened?.();
  };
  const send = async (reason: string) => {
    try {
      const { data } = await post<{ data: { patient: string } }>('/access/openings', {
        name: name.trim(),
        dateOfBirth: born,
        reason,
      });
      goTo(data.data.patient);
    } catch (error) {
      const { code, details } = problemOf(error);
      if (code !== 'IN_SCOPE_ALREADY') throw error;
      goTo(String(details.patient));
    }
  };
  return (
    <>
      <Button variant="danger-light" startIcon={<WarningCircle />} onClick={() => setAsking(true)}>
        {t('open')}
      </Button>
      {asking && (
        <ReasonDialog
          title={t('open.title')}
          what={t('open.what')}
          confirm={t('open.do')}
          complete={name.trim().length > 2 && born !== ''}
          hint={t('reason.hint')}
          least={10}
          most={500}
          onClose={() => setAsking(false)}
          send={send}
        >
          <Field.Root name="name" required hint={t('open.name.hint')}>
            <Field.Label>{t('open.name')}</Field.Label>
            <Field.Input
              autoComplete="off"
              maxLength={200}
              value={name}
              onChange={(event: { currentTarget: HTMLInputElement }) =>
                setName(event.currentTarget.value)
              }
            />
            <Field.Hint />
          </Field.Root>
          <Field.Root name="dateOfBirth" required>
            <Field.Label>{t('open.born')}</Field.Label>
            <Field.Input
              type="date"
              value={born}
              onChange={(event: { currentTarget: HTMLInputElement }) =>
                setBorn(event.currentTarget.value)
              }
            />
          </Field.Root>
        </ReasonDialog>
      )}
    </>
  );
};

import { type PatientSummary, useFormats, useNotifyProblem, useWords } from '@enamel/access/admin';
import { Button, Dialog, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { Link as LinkIcon } from '@strapi/icons';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';

interface FormLink {
  readonly url: string;
  readonly expiresAt: string;
}

/** A visit that is still to come; the form is asked for it. */
const nextVisit = ({ visits }: PatientSummary) =>
  visits
    .filter(
      ({ status, startsAt }) =>
        (status === 'pending' || status === 'confirmed') && Date.parse(startsAt) > Date.now(),
    )
    .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))[0];

/** Makes a link to the history form, to hand over or to write to the patient. */
export const SendForm = ({ patient }: { patient: PatientSummary }) => {
  const t = useWords('intake');
  const { date } = useFormats();
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const notifyProblem = useNotifyProblem();
  const [link, setLink] = useState<FormLink>();
  const [asking, setAsking] = useState(false);

  const ask = async () => {
    setAsking(true);
    try {
      const visit = nextVisit(patient);
      const { data } = await post<{ data: FormLink }>('/intake/links', {
        patient: patient.documentId,
        ...(visit ? { appointment: visit.documentId } : {}),
      });
      setLink(data.data);
    } catch (error) {
      notifyProblem(error);
    } finally {
      setAsking(false);
    }
  };
  const copy = async (url: string) => {
    try {
      await navigator.clipboard.writeText(url);
      toggleNotification({ type: 'success', message: t('link.copied') });
    } catch {
      toggleNotification({ type: 'warning', message: t('link.copy-yourself') });
    }
  };
  const letter = link
    ? `mailto:${patient.email ?? ''}?subject=${encodeURIComponent(t('link.subject'))}&body=${encodeURIComponent(link.url)}`
    : '';

  return (
    <>
      <Button startIcon={<LinkIcon />} loading={asking} onClick={() => void ask()}>
        {t('send')}
      </Button>
      <Dialog.Root open={link !== undefined} onOpenChange={(open) => !open && setLink(undefined)}>
        <Dialog.Content>
          <Dialog.Header>{t('link.title')}</Dialog.Header>
          <Dialog.Body>
            {link && (
              <Flex direction="column" alignItems="stretch" gap={4} width="100%">
                <Typography tag="p">{t('link.hint', { date: date(link.expiresAt) })}</Typography>
                <Field.Root>
                  <Field.Label>{t('link.address')}</Field.Label>
                  <TextInput readOnly value={link.url} onFocus={(event) => event.target.select()} />
                </Field.Root>
                <Flex gap={2} wrap="wrap">
                  <Button variant="secondary" onClick={() => void copy(link.url)}>
                    {t('link.copy')}
                  </Button>
                  {patient.email && (
                    <Button variant="tertiary" tag="a" href={letter}>
                      {t('link.mail')}
                    </Button>
                  )}
                </Flex>
              </Flex>
            )}
          </Dialog.Body>
          <Dialog.Footer>
            <Dialog.Cancel>
              <Button fullWidth variant="tertiary">
                {t('close')}
              </Button>
            </Dialog.Cancel>
          </Dialog.Footer>
        </Dialog.Content>
      </Dialog.Root>
    </>
  );
};

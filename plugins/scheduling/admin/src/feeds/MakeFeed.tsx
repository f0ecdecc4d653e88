import { useNotifyProblem, useWords } from '@enamel/access/admin';
import {
  Button,
  Field,
  Flex,
  Modal,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { type FormEvent, useId, useState } from 'react';
import type { NewFeed, StaffFeedsAnswer } from '../../../shared/feeds.ts';
import { NewLink } from './NewLink.tsx';

interface Properties {
  readonly owners: StaffFeedsAnswer['meta']['owners'];
  readonly done: () => Promise<void>;
}

/** Makes a link: whose calendar, then the address, which is shown this once. */
export const MakeFeed = ({ owners, done }: Properties) => {
  const t = useWords('scheduling');
  const { post } = useFetchClient();
  const notifyProblem = useNotifyProblem();
  const form = useId();
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<NewFeed>();
  const owner = owners.length === 1 ? owners[0] : owners.find((one) => one.documentId === chosen);

  const show = (next: boolean) => {
    setOpen(next);
    setAsked(false);
    setMade(undefined);
    setChosen('');
  };
  const make = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!owner) return;
    setBusy(true);
    try {
      const order = { kind: owner.kind, owner: owner.documentId };
      setMade((await post<{ data: NewFeed }>('/scheduling/calendar-feeds', order)).data.data);
      await done();
    } catch (error) {
      notifyProblem(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Modal.Root open={open} onOpenChange={show}>
      <Modal.Trigger>
        <Button startIcon={<Plus />}>{t('feeds.make')}</Button>
      </Modal.Trigger>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{t('feeds.make')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {made ? (
            <NewLink url={made.url} />
          ) : (
            <form id={form} onSubmit={(event) => void make(event)} noValidate>
              <Flex direction="column" alignItems="stretch" gap={4}>
                <Typography>{t('feeds.what')}</Typography>
                {owners.length === 1 ? (
                  <Typography fontWeight="bold">{owner?.name}</Typography>
                ) : (
                  <Field.Root name="owner" required error={asked && !owner ? t('needed') : false}>
                    <Field.Label>{t('feeds.whose')}</Field.Label>
                    <SingleSelect
                      value={chosen}
                      placeholder={t('feeds.choose')}
                      onChange={(value) => setChosen(String(value))}
                    >
                      {owners.map(({ kind, documentId, name }) => (
                        <SingleSelectOption key={documentId} value={documentId}>
                          {`${name} · ${t(`feeds.kind.${kind}`)}`}
                        </SingleSelectOption>
                      ))}
                    </SingleSelect>
                    <Field.Error />
                  </Field.Root>
                )}
              </Flex>
            </form>
          )}
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={() => show(false)}>
            {t('close')}
          </Button>
          {!made && (
            <Button type="submit" form={form} loading={busy}>
              {t('feeds.make')}
            </Button>
          )}
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};

import { useAct, useWords } from '@enamel/access/admin';
import { Button, Field, Flex, Modal, NumberInput, Toggle, Typography } from '@strapi/design-system';
import { type FormEvent, useId, useState } from 'react';
import { type OfferSettings, offerMinutes } from '../../../shared/wait-list.ts';
import { useSayMode } from './useSayMode.ts';
import { useWaitList } from './useWaitList.ts';

interface Properties {
  readonly settings: OfferSettings;
  readonly onClose: (changed?: boolean) => void;
}

const { least, most } = offerMinutes;

export const OfferModeDialog = ({ settings, onClose }: Properties) => {
  const t = useWords('waitlist');
  const say = useSayMode();
  const form = useId();
  const waitList = useWaitList();
  const { busy, act } = useAct('waitlist');
  const [automatic, setAutomatic] = useState(settings.automatic);
  const [minutes, setMinutes] = useState<number | undefined>(settings.minutes);
  const [tried, setTried] = useState(false);
  const wrong =
    minutes === undefined || !Number.isInteger(minutes) || minutes < least || minutes > most;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong) return;
    const worked = await act(async () => {
      await waitList.settings({ automatic, minutes });
      return t('changed');
    });
    if (worked) onClose(true);
  };

  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{t('mode.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <form id={form} onSubmit={(event) => void submit(event)} noValidate>
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Field.Root name="automatic">
                <Field.Label>{t('mode.switch')}</Field.Label>
                <Toggle
                  checked={automatic}
                  onLabel={t('mode.on')}
                  offLabel={t('mode.off')}
                  onChange={({ target }) => setAutomatic(target.checked)}
                />
              </Field.Root>
              <Field.Root
                name="minutes"
                hint={t('mode.minutes.hint')}
                {...(tried && wrong ? { error: t('mode.minutes.wrong', { least, most }) } : {})}
              >
                <Field.Label>{t('mode.minutes')}</Field.Label>
                <NumberInput
                  {...(minutes === undefined ? {} : { value: minutes })}
                  onValueChange={setMinutes}
                />
                <Field.Hint />
                <Field.Error />
              </Field.Root>
              <Typography aria-live="polite" textColor="neutral600">
                {say({ automatic, minutes: wrong ? settings.minutes : minutes })}
              </Typography>
            </Flex>
          </form>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={() => onClose()}>
            {t('leave')}
          </Button>
          <Button type="submit" form={form} loading={busy}>
            {t('edit.do')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};

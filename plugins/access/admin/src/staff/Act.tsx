import { Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { type ReactNode, useState } from 'react';
import { useNotifyProblem } from '../kit/problems.tsx';
import { useWords } from '../kit/translations.ts';

interface Properties {
  readonly label: string;
  readonly hint: string;
  readonly act: () => Promise<unknown>;
  /** What is said when it is done. */
  readonly done: string;
  /** What goes, for what cannot be undone: asked before. */
  readonly sure?: string;
  readonly icon?: ReactNode;
}

/** Something that can be done for a person, with what it does beside it. */
export const Act = ({ label, hint, act, done, sure, icon }: Properties) => {
  const t = useWords('staff');
  const { toggleNotification } = useNotification();
  const notifyProblem = useNotifyProblem();
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const run = async () => {
    setAsking(false);
    setBusy(true);
    try {
      await act();
      toggleNotification({ type: 'success', message: done });
    } catch (error) {
      notifyProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Flex justifyContent="space-between" alignItems="center" gap={4} wrap="wrap">
      <Flex flex="1 1 28rem">
        <Typography textColor="neutral600">{hint}</Typography>
      </Flex>
      <Button
        variant={sure ? 'danger-light' : 'secondary'}
        startIcon={icon}
        loading={busy}
        onClick={() => (sure ? setAsking(true) : void run())}
      >
        {label}
      </Button>
      <Dialog.Root open={asking} onOpenChange={setAsking}>
        <Dialog.Content>
          <Dialog.Header>{label}</Dialog.Header>
          <Dialog.Body icon={<WarningCircle fill="danger600" />}>{sure}</Dialog.Body>
          <Dialog.Footer>
            <Dialog.Cancel>
              <Button fullWidth variant="tertiary">
                {t('cancel')}
              </Button>
            </Dialog.Cancel>
            <Dialog.Action>
              <Button fullWidth variant="danger" onClick={() => void run()}>
                {label}
              </Button>
            </Dialog.Action>
          </Dialog.Footer>
        </Dialog.Content>
      </Dialog.Root>
    </Flex>
  );
};

import { useWords } from '@enamel/access/admin';
import { Button, Dialog, IconButton } from '@strapi/design-system';
import { Trash, WarningCircle } from '@strapi/icons';
import { useState } from 'react';
import type { PatientFile } from '../../../shared/files.ts';

interface Properties {
  readonly file: PatientFile;
  readonly remove: () => Promise<void>;
}

export const RemoveFile = ({ file, remove }: Properties) => {
  const t = useWords('charting');
  const [asking, setAsking] = useState(false);
  return (
    <Dialog.Root open={asking} onOpenChange={setAsking}>
      <Dialog.Trigger>
        <IconButton label={t('files.remove.one', { name: file.name })} variant="ghost">
          <Trash />
        </IconButton>
      </Dialog.Trigger>
      <Dialog.Content>
        <Dialog.Header>{t('files.remove')}</Dialog.Header>
        <Dialog.Body icon={<WarningCircle fill="danger600" />}>
          {t('files.remove.sure', { name: file.name })}
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button fullWidth variant="tertiary">
              {t('files.cancel')}
            </Button>
          </Dialog.Cancel>
          <Dialog.Action>
            <Button fullWidth variant="danger" onClick={() => void remove()}>
              {t('files.remove')}
            </Button>
          </Dialog.Action>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
};

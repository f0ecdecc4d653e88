import { useMay, useWords } from '@enamel/access/admin';
import { Button, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { styled } from 'styled-components';
import type { OfferSettings } from '../../../shared/wait-list.ts';
import { OfferModeDialog } from './OfferModeDialog.tsx';
import { useSayMode } from './useSayMode.ts';

const Strip = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: space-between;
  gap: 0.8rem 1.6rem;
  p {
    flex: 1 1 28rem;
    max-width: 68ch;
  }
`;

interface Properties {
  readonly settings: OfferSettings;
  readonly onChanged: () => void;
}

/** How freed times are offered, and the way to change it for those who may. */
export const OfferMode = ({ settings, onChanged }: Properties) => {
  const t = useWords('waitlist');
  const say = useSayMode();
  const may = useMay();
  const [open, setOpen] = useState(false);
  return (
    <Strip>
      <Typography tag="p" textColor="neutral600">
        {say(settings)}
      </Typography>
      {may('plugin::content-manager.explorer.update', 'api::setting.setting') && (
        <Button variant="tertiary" onClick={() => setOpen(true)}>
          {t('mode.change')}
        </Button>
      )}
      {open && (
        <OfferModeDialog
          settings={settings}
          onClose={(changed) => {
            setOpen(false);
            if (changed) onChanged();
          }}
        />
      )}
    </Strip>
  );
};

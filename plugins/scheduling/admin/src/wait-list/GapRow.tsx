import { useAct, useFormats, useWords } from '@enamel/access/admin';
import { Button } from '@strapi/design-system';
import { useId, useState } from 'react';
import type { FreeGap } from '../../../shared/wait-list.ts';
import { GapFiller } from './GapFiller.tsx';
import { useWaitList } from './useWaitList.ts';

interface Properties {
  readonly gap: FreeGap;
  /** Whether it shows who could come from the start. */
  readonly opened: boolean;
  readonly onChanged: () => void;
}

/** One gap of the list; opened, it shows who could take it. */
export const GapRow = ({ gap, opened, onChanged }: Properties) => {
  const t = useWords('waitlist');
  const { moment, time } = useFormats();
  const [open, setOpen] = useState(opened);
  const panel = useId();
  const { busy, act } = useAct('waitlist');
  const waitList = useWaitList();
  const { id, start, end, minutes, location, practitioner, chair, offer } = gap;
  const when = `${moment(start, location.zone)}–${time(end, location.zone)}`;
  const change = async (work: () => Promise<string>) => {
    await act(work);
    onChanged();
  };
  return (
    <li>
      <span className="main">
        <strong>{t('gap', { when, minutes })}</strong>
        <span className="quiet">
          {t('gap.who', {
            practitioner: practitioner.name,
            chair: chair.name,
            location: location.name,
          })}
        </span>
        {offer && (
          <span>
            {t('gap.asked', {
              name: offer.patient.name,
              until: moment(offer.expiresAt, location.zone),
            })}
          </span>
        )}
      </span>
      {offer ? (
        <Button
          variant="secondary"
          disabled={busy}
          aria-label={t('withdraw.this', { name: offer.patient.name })}
          onClick={() =>
            void change(async () => {
              await waitList.withdraw(offer.id);
              return t('withdrawn');
            })
          }
        >
          {t('withdraw')}
        </Button>
      ) : (
        <>
          <Button
            variant={open ? 'tertiary' : 'default'}
            aria-expanded={open}
            aria-controls={panel}
            onClick={() => setOpen(!open)}
          >
            {t(open ? 'gap.hide' : 'gap.show')}
          </Button>
          <Button
            variant="tertiary"
            disabled={busy}
            aria-label={t('gap.dismiss.this', { when })}
            onClick={() =>
              void change(async () => {
                await waitList.dismiss(id);
                return t('gap.dismissed');
              })
            }
          >
            {t('gap.dismiss')}
          </Button>
        </>
      )}
      <div id={panel} style={{ flexBasis: '100%' }} hidden={!open || Boolean(offer)}>
        {open && !offer && <GapFiller gap={id} onDone={onChanged} />}
      </div>
    </li>
  );
};

import { useWords } from '@enamel/access/admin';
import { Button, IconButton, Typography } from '@strapi/design-system';
import { ArrowRight, ChevronLeft, ChevronRight, Plus } from '@strapi/icons';
import type { ReactNode } from 'react';
import type { CalendarAddress } from '../address.ts';
import { type View, views } from '../views.ts';
import { Choice } from './Choice.tsx';
import { DateField, Row } from './ToolbarFrame.tsx';

export interface ToolbarProperties {
  readonly title: string;
  readonly address: CalendarAddress;
  readonly view: View;
  readonly date: string;
  /** Chooses whose column is shown. */
  readonly who: ReactNode;
  readonly filters: ReactNode;
  readonly go: (change: Partial<CalendarAddress>) => void;
  readonly step: (direction: -1 | 1) => void;
  /** Absent for those who may not book. */
  readonly onBook: (() => void) | undefined;
  readonly onNextFree: (() => void) | undefined;
  /** What is needed now and then. */
  readonly more: ReactNode;
}

export const Toolbar = (properties: ToolbarProperties) => {
  const { title, address, view, date, who, filters, go, step } = properties;
  const { onBook, onNextFree, more } = properties;
  const t = useWords('scheduling');
  return (
    <>
      <Row>
        <Typography variant="alpha" tag="h1">
          {title}
        </Typography>
        <div className="turn">
          <IconButton label={t('before')} onClick={() => step(-1)}>
            <ChevronLeft />
          </IconButton>
          <DateField
            type="date"
            aria-label={t('date')}
            value={date}
            onChange={({ currentTarget }) =>
              currentTarget.value && go({ date: currentTarget.value })
            }
          />
          <IconButton label={t('after')} onClick={() => step(1)}>
            <ChevronRight />
          </IconButton>
          <Button variant="tertiary" onClick={() => go({ date: '' })}>
            {t('now')}
          </Button>
        </div>
        <div className="acts">
          {onNextFree && (
            <Button variant="tertiary" endIcon={<ArrowRight />} onClick={onNextFree}>
              {t('next-free')}
            </Button>
          )}
          {onBook && (
            <Button startIcon={<Plus />} onClick={onBook}>
              {t('book')}
            </Button>
          )}
          {more}
        </div>
      </Row>
      <Row role="toolbar" aria-label={t('calendar')}>
        <Choice
          label={t('view')}
          value={view}
          values={views}
          say={(one) => t(`view.${one}`)}
          onChoose={(one) => go({ view: one })}
        />
        <Choice
          label={t('by')}
          value={address.by}
          values={['practitioner', 'chair'] as const}
          say={(one) => t(`by.${one}`)}
          onChoose={(by) => go({ by, who: '' })}
        />
        {who}
        {filters}
      </Row>
    </>
  );
};

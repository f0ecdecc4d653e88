import { useWords } from '@enamel/access/admin';
import { Button, IconButton, Typography } from '@strapi/design-system';
import { ArrowRight, ChevronLeft, ChevronRight, Plus, Question } from '@strapi/icons';
import type { ReactNode } from 'react';
import type { CalendarAddress } from './address.ts';
import { Choice } from './Choice.tsx';
import { DateField, Row, Sieve } from './ToolbarFrame.tsx';
import { type View, views } from './views.ts';

interface Properties {
  readonly title: string;
  readonly address: CalendarAddress;
  readonly view: View;
  readonly date: string;
  readonly narrow: boolean;
  /** Chooses whose column is shown. */
  readonly who: ReactNode;
  readonly filters: ReactNode;
  readonly go: (change: Partial<CalendarAddress>) => void;
  readonly step: (direction: -1 | 1) => void;
  /** Absent for those who may not book. */
  readonly onBook: (() => void) | undefined;
  readonly onNextFree: (() => void) | undefined;
  readonly onHelp: () => void;
}

export const Toolbar = (properties: Properties) => {
  const { title, address, view, date, narrow, who, filters, go, step } = properties;
  const { onBook, onNextFree, onHelp } = properties;
  const t = useWords('scheduling');
  return (
    <>
      <Row>
        <Typography variant="alpha" tag="h1">
          {title}
        </Typography>
        <div className="acts">
          {!narrow && (
            <IconButton label={t('help')} onClick={onHelp} variant="ghost">
              <Question />
            </IconButton>
          )}
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
        </div>
      </Row>
      <Row role="toolbar" aria-label={t('calendar')}>
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
        <Choice
          label={t('view')}
          value={view}
          values={narrow ? views.filter((one) => one !== 'week') : views}
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
        {narrow ? (
          <Sieve>
            <summary>{t('filters')}</summary>
            <div>{filters}</div>
          </Sieve>
        ) : (
          filters
        )}
      </Row>
    </>
  );
};

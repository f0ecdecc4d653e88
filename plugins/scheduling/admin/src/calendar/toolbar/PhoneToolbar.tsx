import { useWords } from '@enamel/access/admin';
import { IconButton } from '@strapi/design-system';
import { ChevronLeft, ChevronRight, Filter, Plus } from '@strapi/icons';
import { styled } from 'styled-components';
import { views } from '../views.ts';
import { Choice } from './Choice.tsx';
import type { ToolbarProperties } from './Toolbar.tsx';
import { DateField, Row, Sieve } from './ToolbarFrame.tsx';

const Dated = styled.div`
  position: relative;
  flex: 1 1 0;
  min-width: 0;
  text-align: center;
  border-radius: 4px;
  h1 {
    font-size: 1.7rem;
    font-weight: 700;
    line-height: 1.2;
    color: ${({ theme }) => theme.colors.neutral800};
  }
  input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    opacity: 0;
  }
  &:focus-within {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

const Tools = styled(Row)`
  flex-wrap: nowrap;
  gap: 0.6rem;
  &:has(details[open]) {
    flex-wrap: wrap;
  }
  .who {
    flex: 1 1 0;
    min-width: 0;
  }
`;

/** The toolbar where there is room for two rows: the day on top, how it is shown below; the rest is folded away. */
export const PhoneToolbar = (properties: ToolbarProperties) => {
  const { title, address, view, date, who, filters, more, go, step, onBook } = properties;
  const t = useWords('scheduling');
  return (
    <>
      <Row>
        <IconButton label={t('before')} onClick={() => step(-1)}>
          <ChevronLeft />
        </IconButton>
        <Dated>
          <h1>{title}</h1>
          <DateField
            type="date"
            aria-label={t('date')}
            value={date}
            onClick={({ currentTarget }) => currentTarget.showPicker?.()}
            onChange={({ currentTarget }) =>
              currentTarget.value && go({ date: currentTarget.value })
            }
          />
        </Dated>
        <IconButton label={t('after')} onClick={() => step(1)}>
          <ChevronRight />
        </IconButton>
        {onBook && (
          <IconButton label={t('book')} variant="default" onClick={onBook}>
            <Plus />
          </IconButton>
        )}
        {more}
      </Row>
      <Tools role="toolbar" aria-label={t('calendar')}>
        <Choice
          label={t('view')}
          value={view}
          values={views.filter((one) => one !== 'week')}
          say={(one) => t(`view.${one}`)}
          onChoose={(one) => go({ view: one })}
        />
        <div className="who">{who}</div>
        <Sieve>
          <summary aria-label={t('filters')}>
            <Filter aria-hidden width="16" height="16" fill="currentColor" />
          </summary>
          <div>
            <Choice
              label={t('by')}
              value={address.by}
              values={['practitioner', 'chair'] as const}
              say={(one) => t(`by.${one}`)}
              onChoose={(by) => go({ by, who: '' })}
            />
            {filters}
          </div>
        </Sieve>
      </Tools>
    </>
  );
};

import { useWords } from '@enamel/access/admin';
import { Button, Flex, IconButton, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { ChevronLeft, ChevronRight, Plus, Question } from '@strapi/icons';
import { styled } from 'styled-components';
import type { ResourcesAnswer } from '../../../shared/calendar.ts';
import type { CalendarAddress } from './address.ts';
import type { Sheet } from './blocks.ts';

const Bar = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0.8rem 1.2rem;
`;

const Choice = styled.fieldset`
  margin: 0;
  padding: 0;
  min-width: 0;
  display: inline-flex;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 6px;
  overflow: hidden;
  button {
    padding: 0.8rem 1.4rem;
    min-height: 3.2rem;
    font-size: 1.3rem;
    background: ${({ theme }) => theme.colors.neutral0};
    color: ${({ theme }) => theme.colors.neutral700};
    border: none;
    cursor: pointer;
  }
  button + button {
    border-inline-start: 1px solid ${({ theme }) => theme.colors.neutral200};
  }
  button[aria-pressed='true'] {
    background: ${({ theme }) => theme.colors.primary100};
    color: ${({ theme }) => theme.colors.primary700};
    font-weight: 600;
  }
  button:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
`;

const DateField = styled.input`
  height: 3.2rem;
  padding: 0 0.8rem;
  border-radius: 4px;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  color-scheme: inherit;
  font: inherit;
  font-size: 1.3rem;
`;

interface Properties {
  readonly sheet: Sheet | undefined;
  readonly address: CalendarAddress;
  readonly date: string;
  readonly locations: ResourcesAnswer['data']['locations'];
  readonly narrow: boolean;
  readonly who: string;
  readonly go: (change: Partial<CalendarAddress>) => void;
  readonly step: (direction: -1 | 1) => void;
  /** Absent for those who may not book. */
  readonly onBook: (() => void) | undefined;
  readonly onHelp: () => void;
}

const all = 'all';

export const Toolbar = (properties: Properties) => {
  const { sheet, address, date, locations, narrow, who, go, step, onBook, onHelp } = properties;
  const t = useWords('scheduling');
  const choice = <K extends 'view' | 'by'>(name: K, values: readonly CalendarAddress[K][]) => (
    <Choice>
      <legend style={{ position: 'absolute', clipPath: 'inset(50%)' }}>{t(name)}</legend>
      {values.map((value) => (
        <button
          key={value}
          type="button"
          aria-pressed={address[name] === value}
          onClick={() => go(name === 'by' ? { by: value as never, who: '' } : { [name]: value })}
        >
          {t(`${name}.${value}`)}
        </button>
      ))}
    </Choice>
  );
  const columns = (address.by === 'chair' ? sheet?.chairs : sheet?.practitioners) ?? [];
  return (
    <Bar role="toolbar" aria-label={t('calendar')}>
      <Flex gap={1}>
        <IconButton label={t('before')} onClick={() => step(-1)}>
          <ChevronLeft />
        </IconButton>
        <DateField
          type="date"
          aria-label={t('date')}
          value={date}
          onChange={({ currentTarget }) => currentTarget.value && go({ date: currentTarget.value })}
        />
        <IconButton label={t('after')} onClick={() => step(1)}>
          <ChevronRight />
        </IconButton>
      </Flex>
      <Button variant="tertiary" onClick={() => go({ date: '' })}>
        {t('now')}
      </Button>
      {!narrow && choice('view', ['day', 'week'])}
      {choice('by', ['practitioner', 'chair'])}
      <SingleSelect
        aria-label={t(`who.${address.by}`)}
        size="S"
        value={who || all}
        onChange={(value) => go({ who: value === all ? '' : String(value) })}
      >
        {!narrow && (
          <SingleSelectOption value={all}>{t(`who.${address.by}.all`)}</SingleSelectOption>
        )}
        {columns.map(({ documentId, name }) => (
          <SingleSelectOption key={documentId} value={documentId}>
            {name.trim()}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      {locations.length > 1 && sheet && (
        <SingleSelect
          aria-label={t('location')}
          size="S"
          value={sheet.location}
          onChange={(value) => go({ location: String(value), who: '', visit: '' })}
        >
          {locations.map(({ documentId, name }) => (
            <SingleSelectOption key={documentId} value={documentId}>
              {name}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      )}
      <Flex gap={2} style={{ marginInlineStart: 'auto' }}>
        {!narrow && (
          <IconButton label={t('help')} onClick={onHelp} variant="ghost">
            <Question />
          </IconButton>
        )}
        {onBook && (
          <Button startIcon={<Plus />} onClick={onBook}>
            {t('book')}
          </Button>
        )}
      </Flex>
    </Bar>
  );
};

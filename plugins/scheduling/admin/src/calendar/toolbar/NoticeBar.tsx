import { useMay, useWords } from '@enamel/access/admin';
import { Button } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { permissions } from '../../../../shared/permissions.ts';
import type { CalendarAddress } from '../address.ts';
import type { Sheet } from '../board/blocks.ts';
import { useOwnName } from '../useOwnName.ts';
import type { Notice } from './notice.ts';

const Bar = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0.4rem 1.6rem;
  padding: 0.8rem 1.6rem;
  border-radius: 8px;
  font-size: 1.4rem;
  color: ${({ theme }) => theme.colors.neutral800};
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  p {
    flex: 1 1 24rem;
  }
  a {
    color: ${({ theme }) => theme.colors.primary700};
  }
`;

interface Properties {
  readonly notice: Notice;
  readonly sheet: Sheet;
  readonly go: (change: Partial<CalendarAddress>) => void;
  /** Absent for those who may not book. */
  readonly onNextFree: (() => void) | undefined;
}

/** Why there is little to see, and what can be done about it. */
export const NoticeBar = ({ notice, sheet, go, onNextFree }: Properties) => {
  const t = useWords('scheduling');
  const may = useMay();
  const name = useOwnName();
  const { kind } = notice;
  const holidays = sheet.holidays.map((holiday) => name(holiday.name)).join(', ');
  const span = sheet.days > 1 ? 'days' : 'day';
  const text =
    kind === 'hidden'
      ? t('notice.hidden', { count: notice.count })
      : kind === 'nobody'
        ? [holidays && `${holidays}.`, t(`notice.nobody.${span}`)].filter(Boolean).join(' ')
        : t(`notice.${kind}`);
  const mayHours = may(permissions.allHours) || may(permissions.ownHours);
  return (
    <Bar role="status">
      <p>{text}</p>
      {kind === 'hidden' && (
        <Button variant="tertiary" onClick={() => go({ type: '', status: '' })}>
          {t('notice.all')}
        </Button>
      )}
      {kind === 'stranger' && (
        <Button variant="tertiary" onClick={() => go({ who: '' })}>
          {t('notice.everyone')}
        </Button>
      )}
      {kind === 'nobody' && onNextFree && (
        <Button variant="tertiary" onClick={onNextFree}>
          {t('next-free')}
        </Button>
      )}
      {(kind === 'nobody' || kind === 'no-columns') && mayHours && (
        <Link to="/plugins/scheduling/hours">{t('notice.hours')}</Link>
      )}
    </Bar>
  );
};

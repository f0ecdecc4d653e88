import { WarningCircle } from '@strapi/icons';
import { styled } from 'styled-components';
import type { PatientAlert } from '../../../shared/patients.ts';
import { useWords } from './translations.ts';

const List = styled.ul`
  display: flex;
  flex-wrap: wrap;
  gap: 0.8rem;
  li {
    display: inline-flex;
    align-items: center;
    gap: 0.6rem;
    padding: 0.6rem 1rem;
    border-radius: 999px;
    font-size: 1.3rem;
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
    color: ${({ theme }) => theme.colors.neutral800};
  }
  li[data-grave='true'] {
    color: ${({ theme }) => theme.colors.danger700};
    background: ${({ theme }) => theme.colors.danger100};
    border-color: ${({ theme }) => theme.colors.danger200};
    font-weight: 600;
  }
  svg path {
    fill: currentColor;
  }
`;

/** What everyone who treats this patient must know: icon and words, the grave ones first. */
export const AlertList = ({ alerts }: { alerts: readonly PatientAlert[] }) => {
  const t = useWords('access');
  if (alerts.length === 0) return null;
  const sorted = [...alerts].sort(
    (a, b) => Number(b.severity === 'high') - Number(a.severity === 'high'),
  );
  return (
    <List aria-label={t('alerts')}>
      {sorted.map(({ kind, text, severity }) => (
        <li key={`${kind} ${text}`} data-grave={severity === 'high'}>
          <WarningCircle width="16" height="16" aria-hidden />
          <span title={t(`alert.${kind}`)}>{text}</span>
        </li>
      ))}
    </List>
  );
};

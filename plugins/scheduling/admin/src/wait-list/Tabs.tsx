import { useWords } from '@enamel/access/admin';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';

const Bar = styled.nav`
  display: flex;
  gap: 2.4rem;
  border-block-end: 1px solid ${({ theme }) => theme.colors.neutral200};
  a {
    padding: 0.8rem 0 1rem;
    min-height: 3.2rem;
    font-size: 1.4rem;
    color: ${({ theme }) => theme.colors.neutral600};
    text-decoration: none;
    border-block-end: 2px solid transparent;
  }
  a:hover {
    color: ${({ theme }) => theme.colors.neutral800};
  }
  a[aria-current] {
    font-weight: 600;
    color: ${({ theme }) => theme.colors.primary600};
    border-block-end-color: ${({ theme }) => theme.colors.primary600};
  }
`;

/** Those who wait, and the times that are free. */
export const Tabs = () => {
  const t = useWords('waitlist');
  const root = '/plugins/scheduling/wait-list';
  return (
    <Bar aria-label={t('tabs')}>
      <NavLink to={root} end>
        {t('tab.list')}
      </NavLink>
      <NavLink to={`${root}/gaps`}>{t('tab.gaps')}</NavLink>
    </Bar>
  );
};

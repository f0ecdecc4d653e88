import type { ReactNode } from 'react';
import { createGlobalStyle, styled, useTheme } from 'styled-components';
import odontogram from '../../../shared/odontogram/odontogram.css?inline';

// Strapi's page links no style sheet of a plugin.
const Sheet = createGlobalStyle`${odontogram}`;

const Look = styled.div`
  min-width: 0;
  display: grid;
  gap: 1.6rem;
  --odo-accent: ${({ theme }) => theme.colors.primary600};
  --odo-wash: ${({ theme }) => theme.colors.primary100};
  font-size: 1.3rem;
`;

/** Whether a `#rrggbb` is nearer to black. */
const isDark = (colour: string): boolean =>
  [1, 3, 5].reduce((sum, i) => sum + Number.parseInt(colour.slice(i, i + 2), 16), 0) < 384;

/** The drawing in the clinic's colours, by the panel's light or dark theme. */
export const ChartLook = ({ children }: { children: ReactNode }) => {
  const { colors } = useTheme();
  return (
    <Look className={isDark(colors.neutral0) ? 'odontogram-dark' : ''}>
      <Sheet />
      {children}
    </Look>
  );
};

import { useWords } from '@enamel/access/admin';
import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { InvoicePage } from '../../../shared/index.ts';

const Figure = styled.div`
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: 8px;
  padding: 1.2rem 1.6rem;
  min-width: 18rem;
  font-variant-numeric: tabular-nums;
`;

interface Properties {
  readonly sums: InvoicePage['meta']['sums'];
  readonly money: (minor: number, currency?: string) => string;
}

/** What the invoices that the filters let through come to. */
export const Sums = ({ sums, money }: Properties) => {
  const t = useWords('billing');
  return (
    <Flex gap={4} wrap="wrap" aria-live="polite">
      {sums.flatMap(({ currency, invoiced, outstanding }) =>
        [['sum.outstanding', outstanding] as const, ['sum.invoiced', invoiced] as const].map(
          ([name, amount]) => (
            <Figure key={`${name} ${currency}`}>
              <Typography variant="pi" textColor="neutral600" tag="p">
                {t(name)}
              </Typography>
              <Typography variant="beta" tag="p">
                {money(amount, currency)}
              </Typography>
            </Figure>
          ),
        ),
      )}
    </Flex>
  );
};

import { rows, type Transaction } from '@enamel/kernel/server';

/**
 * The next number of a prefix and year. The counter's row stays locked until the transaction ends, so numbers follow
 * one another without gaps. The first one of a year goes on from the invoices that are there.
 */
export const nextSequence = async (
  trx: Transaction,
  prefix: string,
  year: number,
): Promise<number> => {
  const series = `${prefix}-${year}-`;
  await rows(
    trx,
    `insert into invoice_counters (prefix, year, last)
     select :prefix, :year, coalesce(max(substr(number, length(:series) + 1)::integer), 0)
     from invoices
     where starts_with(number, :series) and substr(number, length(:series) + 1) ~ '^[0-9]{1,9}$'
     on conflict do nothing`,
    { prefix, year, series },
  );
  const [row] = await rows<{ last: number }>(
    trx,
    'update invoice_counters set last = last + 1 where prefix = ? and year = ? returning last',
    [prefix, year],
  );
  return row?.last ?? 1;
};

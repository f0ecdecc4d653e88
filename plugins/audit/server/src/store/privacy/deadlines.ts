import { rows } from '@enamel/kernel/server';
import type { PrivacyDeadlines } from '../../../../shared/index.ts';

/** What patients asked for and nobody has answered. */
export const findDeadlines = async (on: Parameters<typeof rows>[0]): Promise<PrivacyDeadlines> => {
  const found = await rows<{ what: keyof PrivacyDeadlines; count: number; next: string | null }>(
    on,
    `select 'erasures' as what, count(*)::int as count, min(due_on)::text as next
     from privacy_erasures where state = 'asked'
     union all
     select 'corrections', count(*)::int, min(due_on)::text from privacy_corrections where state = 'asked'`,
  );
  const of = (name: keyof PrivacyDeadlines) => {
    const { count = 0, next = null } = found.find(({ what }) => what === name) ?? {};
    return { count, next };
  };
  return { erasures: of('erasures'), corrections: of('corrections') };
};

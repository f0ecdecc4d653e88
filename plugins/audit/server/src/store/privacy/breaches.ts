import { rows } from '@enamel/kernel/server';
import type { OpenBreach } from '../../../../shared/index.ts';

/** Breaches of which the authority has not been told, the most pressing first. */
export const untoldBreaches = (on: Parameters<typeof rows>[0]): Promise<OpenBreach[]> =>
  rows<OpenBreach>(
    on,
    `select document_id as "documentId", title, to_char(notify_by, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "notifyBy"
     from data_breaches where status = 'open' and authority_notified_at is null order by notify_by limit 20`,
  );

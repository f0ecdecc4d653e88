import { rows } from './transaction.ts';

type Connection = Parameters<typeof rows>[0];

/** Whether an API token of either kind has this digest and goes on, with a minute for clocks that differ. */
export const isProgramToken = async (on: Connection, digest: string): Promise<boolean> =>
  (
    await rows(
      on,
      `select from strapi_api_tokens
       where access_key = ? and (expires_at is null or expires_at > now() - interval '1 minute')`,
      [digest],
    )
  ).length > 0;

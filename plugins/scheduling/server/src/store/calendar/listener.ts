import pg from 'pg';

interface Listener {
  readonly heard: (payload: string) => void;
  /** Listening again after the connection was lost. */
  readonly resumed: () => void;
  readonly failed: (error: Error) => void;
}

const pause = 2_000;

/** Listens to a channel on a connection of its own, and again whenever that is lost. @returns what ends it */
export const listen = (url: string, channel: string, listener: Listener): (() => Promise<void>) => {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let over = false;
  const connect = async (again: boolean): Promise<void> => {
    const mine = new pg.Client({ connectionString: url, application_name: 'enamel-calendar' });
    client = mine;
    const lost = (error: Error) => {
      if (over || client !== mine) return;
      client = undefined;
      listener.failed(error);
      mine.end().catch(listener.failed);
      timer = setTimeout(() => void connect(true), pause);
    };
    mine.on('error', lost);
    mine.on('end', () => lost(new Error('The connection was closed.')));
    mine.on('notification', ({ payload }) => listener.heard(payload ?? '{}'));
    try {
      await mine.connect();
      await mine.query(`listen ${channel}`);
      if (again) listener.resumed();
    } catch (error) {
      lost(error as Error);
    }
  };
  void connect(false);
  return async () => {
    over = true;
    clearTimeout(timer);
    await client?.end();
  };
};

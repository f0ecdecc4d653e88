interface Connection {
  query(sql: string, done: (error: Error | null) => void): unknown;
}

/**
 * What a new connection is told, as a knex pool's `afterCreate`. PostgreSQL compiles a statement to machine code, anew at each run,
 * when it guesses that it is costly: that takes ten times as long as any statement of ours does.
 */
export const settleConnection = (
  connection: Connection,
  done: (error: Error | null, connection: Connection) => void,
): void => {
  connection.query('set jit = off', (error) => done(error, connection));
};

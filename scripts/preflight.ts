/** What must hold before anything starts; everything wrong is named at once. */
import { resolve } from 'node:path';
import { type Environment, EnvironmentError, readEnvironment } from '@enamel/config';
import { canConnect, portIsFree } from './processes.ts';
import { demoSecrets } from './secrets.ts';

export interface Preflight {
  readonly environment: Environment;
  /** The complete set of variables for our child processes. */
  readonly variables: Record<string, string>;
  readonly stateFolder: string;
}

const withoutEmpty = (variables: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));

const placeProblems = async (environment: Environment): Promise<string[]> => {
  const problems: string[] = [];
  const ports: [string, number][] = [
    ['PORT', environment.PORT],
    ['PORTAL_PORT', environment.PORTAL_PORT],
  ];
  if (environment.DATABASE_URL) {
    const { hostname, port } = new URL(environment.DATABASE_URL);
    if (!(await canConnect(hostname, Number(port || 5432))))
      problems.push(
        `DATABASE_URL cannot be reached: nothing answers at ${hostname}:${port || 5432}`,
      );
  } else ports.push(['PG_PORT', environment.PG_PORT]);
  for (const [name, port] of ports) {
    const twin = ports.find(([other, same]) => same === port && other !== name);
    if (twin) problems.push(`${name} and ${twin[0]} are both ${port}: give each a port of its own`);
    else if (!(await portIsFree(port)))
      problems.push(`${name} ${port} is in use: end what listens there or choose another port`);
  }
  return [...new Set(problems)];
};

/** @throws {EnvironmentError} with one line for each problem. Nothing has been started then. */
export const preflight = async (
  root: string,
  given: Record<string, string>,
): Promise<Preflight> => {
  const stateFolder = resolve(root, given.STATE_DIR || '.enamel');
  const production = given.NODE_ENV === 'production';
  const variables = {
    DEMO_DATA: production ? 'false' : 'true',
    ...(production ? {} : demoSecrets(stateFolder)),
    ...withoutEmpty(given),
    STATE_DIR: stateFolder,
  };
  const environment = readEnvironment(variables);
  const problems = await placeProblems(environment);
  if (problems.length > 0) throw new EnvironmentError(problems);
  return { environment, variables, stateFolder };
};

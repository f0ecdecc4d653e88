import { forbidden } from '@enamel/kernel';
import type { Core } from '@strapi/strapi';

interface Tokens {
  getByAccessKey: (digest: string) => Promise<unknown>;
  create: (token: unknown) => Promise<unknown>;
  regenerate: (id: unknown) => Promise<unknown>;
  countAll: () => Promise<number>;
}

const refuse = async (): Promise<never> => {
  throw forbidden(
    'ADMIN_TOKENS_ONLY',
    'A token of this kind would open every record in nobody’s name. Please make an admin token: it can what its owner can.',
  );
};

/**
 * Strapi's tokens of the content API belong to nobody, know no roles and no scope, and pass the routes of plugins unseen.
 * They open nothing here; programs use admin tokens, which act for a member of staff.
 */
export const closeContentApiTokens = (strapi: Core.Strapi): void => {
  const tokens = strapi.service('admin::api-token-content-api') as unknown as Tokens;
  Object.assign(tokens, {
    getByAccessKey: async () => null,
    create: refuse,
    regenerate: refuse,
    // Strapi makes two of its own where there are none.
    countAll: async () => 1,
  } satisfies Tokens);
};

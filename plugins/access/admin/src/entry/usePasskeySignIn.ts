import { useFetchClient } from '@strapi/strapi/admin';
import { isGivenUp, usePasskey } from '../factors/passkey.ts';
import { begin, deviceId } from './begin.ts';
import { useSending } from './useSending.ts';

const path = '/access/staff/sign-in/passkey';

/** Signs in by a passkey: as the answer to a challenge, else alone. Who closes the browser's window is told nothing. */
export const usePasskeySignIn = (rememberMe: boolean, challenge?: string) => {
  const { post } = useFetchClient();
  return useSending(
    () => ({}),
    async () => {
      const { data: begun } = await post<{ data: { options: unknown; ceremony: string } }>(
        `${path}/begin`,
        challenge ? { challenge } : {},
      );
      try {
        const proof = await usePasskey(begun.data);
        const { data } = await post<{ data: { token: string } }>(path, {
          ...proof,
          rememberMe,
          deviceId: deviceId(),
        });
        begin(data.data.token, rememberMe);
      } catch (error) {
        if (!isGivenUp(error)) throw error;
      }
    },
  );
};

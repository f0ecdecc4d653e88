import { problemOf, useIntl, useLoaded, useMay, useWords } from '@enamel/access/admin';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import {
  type FileCategory,
  type FileLink,
  filePermissions,
  type PatientFile,
} from '../../../shared/files.ts';
import { useChartProblem } from '../chart/use-words.ts';

/** What is larger does not even leave. */
const mostBytes = 20 * 1024 * 1024;

/** What a server's refusal says of one file, in the panel's language where we know the reason. */
const useReason = () => {
  const t = useWords('charting');
  return (error: unknown): string => {
    const { code, message } = problemOf(error);
    const key = `problem.${code}`;
    const known = t(key);
    return known === key ? message : known;
  };
};

/** The files of a patient and what can be done with them. */
export const useFiles = (patient: string) => {
  const t = useWords('charting');
  const { get, post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const may = useMay();
  const tellProblem = useChartProblem();
  const reasonOf = useReason();
  const root = `/charting/patients/${patient}/files`;
  const loaded = useLoaded(
    useCallback(async () => (await get<{ data: PatientFile[] }>(root)).data.data, [get, root]),
  );

  /** An address of the file, for now; undefined when it cannot be had. */
  const addressOf = async ({ documentId }: PatientFile): Promise<string | undefined> => {
    try {
      const { data } = await post<{ data: FileLink }>(`${root}/${documentId}/link`, {});
      return data.data.address;
    } catch (error) {
      tellProblem(error);
      return undefined;
    }
  };

  const takeHome = async (file: PatientFile) => {
    const address = await addressOf(file);
    if (address)
      Object.assign(document.createElement('a'), { href: address, download: file.name }).click();
  };

  /** @returns why it was refused, undefined when it was kept */
  const add = async (file: File, category: FileCategory): Promise<string | undefined> => {
    if (file.size > mostBytes) return t('problem.FILE_NOT_ALLOWED');
    const form = new FormData();
    form.append('category', category);
    form.append('file', file);
    try {
      await post(root, form);
      return undefined;
    } catch (error) {
      return reasonOf(error);
    }
  };

  const remove = async ({ documentId, name }: PatientFile) => {
    try {
      await post(`${root}/${documentId}/remove`, {});
      toggleNotification({ type: 'success', message: t('files.removed', { name }) });
    } catch (error) {
      tellProblem(error);
    }
    await loaded.reload();
  };

  return {
    loaded,
    writes: may(filePermissions.write),
    removes: may(filePermissions.remove),
    addressOf,
    takeHome,
    add,
    remove,
  };
};

export type FileWork = ReturnType<typeof useFiles>;

/** `1.2 MB` in the panel's language. */
export const useSize = () => {
  const { locale } = useIntl();
  return (bytes: number): string => {
    const large = bytes >= 1_000_000;
    return new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: large ? 'megabyte' : 'kilobyte',
      maximumFractionDigits: large ? 1 : 0,
    }).format(Math.max(1, bytes / (large ? 1_000_000 : 1_000)));
  };
};

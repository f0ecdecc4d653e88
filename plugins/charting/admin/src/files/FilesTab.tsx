import {
  EmptyState,
  type PatientTabProps,
  ProblemMessage,
  Skeleton,
  useWords,
} from '@enamel/access/admin';
import { Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { PatientFile } from '../../../shared/files.ts';
import { AddFiles } from './AddFiles.tsx';
import { FileTable } from './FileTable.tsx';
import { Picture, type Shown } from './Picture.tsx';
import { useFiles } from './use-files.ts';

const isPicture = ({ kind }: PatientFile) => kind === 'png' || kind === 'jpeg';

/** Pictures and papers of a patient. */
export const FilesTab = ({ patient }: PatientTabProps) => {
  const t = useWords('charting');
  const work = useFiles(patient.documentId);
  const [shown, setShown] = useState<Shown>();
  const { loaded } = work;
  if (loaded.state === 'failed')
    return <ProblemMessage error={loaded.error} retry={() => void loaded.reload()} />;
  if (loaded.state === 'loading') return <Skeleton lines={5} />;
  const open = async (file: PatientFile) => {
    if (!isPicture(file)) return work.takeHome(file);
    const address = await work.addressOf(file);
    if (address) setShown({ file, address });
  };
  return (
    <>
      <Flex justifyContent="space-between" alignItems="center" gap={4} wrap="wrap" marginBottom={4}>
        <Typography textColor="neutral600" tag="p">
          {t('files.hint')}
        </Typography>
        {work.writes && <AddFiles work={work} />}
      </Flex>
      {loaded.data.length === 0 ? (
        <EmptyState title={t('files.none')} hint={work.writes ? t('files.none.hint') : undefined} />
      ) : (
        <FileTable files={loaded.data} work={work} open={(file) => void open(file)} />
      )}
      {shown && (
        <Picture
          shown={shown}
          takeHome={() => void work.takeHome(shown.file)}
          close={() => setShown(undefined)}
        />
      )}
    </>
  );
};

import { useWords } from '@enamel/access/admin';
import {
  Button,
  Field,
  Flex,
  Modal,
  SingleSelect,
  SingleSelectOption,
} from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { type FormEvent, useId, useState } from 'react';
import { styled } from 'styled-components';
import { type FileCategory, fileCategories } from '../../../shared/files.ts';
import type { FileWork } from './use-files.ts';

const accepted = '.png,.jpg,.jpeg,.pdf,.dcm';

const Chooser = styled.input`
  width: 100%;
  padding: 1.2rem;
  border: 1px dashed ${({ theme }) => theme.colors.neutral300};
  border-radius: 4px;
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.4rem;
  &::file-selector-button {
    margin-inline-end: 1.2rem;
    padding: 0.8rem 1.6rem;
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
    border-radius: 4px;
    background: ${({ theme }) => theme.colors.neutral100};
    color: ${({ theme }) => theme.colors.neutral800};
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
`;

interface Properties {
  readonly work: FileWork;
  readonly done: () => void;
  readonly id: string;
  readonly setBusy: (busy: boolean) => void;
}

const Form = ({ work, done, id, setBusy }: Properties) => {
  const t = useWords('charting');
  const { toggleNotification } = useNotification();
  const [chosen, setChosen] = useState<readonly File[]>([]);
  const [category, setCategory] = useState<FileCategory>('x-ray');
  const [problem, setProblem] = useState<string>();

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (chosen.length === 0) return setProblem(t('files.needed'));
    setBusy(true);
    const refused: { file: File; reason: string }[] = [];
    for (const file of chosen) {
      const reason = await work.add(file, category);
      if (reason) refused.push({ file, reason });
    }
    setBusy(false);
    await work.loaded.reload();
    const count = chosen.length - refused.length;
    if (count > 0) toggleNotification({ type: 'success', message: t('files.kept', { count }) });
    if (refused.length === 0) return done();
    setChosen(refused.map(({ file }) => file));
    setProblem(refused.map(({ file, reason }) => `${file.name}: ${reason}`).join('\n'));
  };

  return (
    <form id={id} onSubmit={(event) => void send(event)} noValidate>
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Field.Root name="files" error={problem ?? false} hint={t('files.accepted')} required>
          <Field.Label>{t('files.choose')}</Field.Label>
          <Chooser
            id={`${id}-files`}
            aria-label={t('files.choose')}
            aria-describedby={`${id}-hint`}
            type="file"
            multiple
            accept={accepted}
            onChange={({ target }) => {
              const files = [...(target.files ?? [])];
              setChosen(files);
              if (files.every(({ name }) => /\.pdf$/i.test(name))) setCategory('letter');
              setProblem(undefined);
            }}
          />
          <span id={`${id}-hint`}>
            <Field.Hint />
            <Field.Error />
          </span>
        </Field.Root>
        <Field.Root name="category">
          <Field.Label>{t('files.category')}</Field.Label>
          <SingleSelect
            value={category}
            onChange={(value) => setCategory(String(value) as FileCategory)}
          >
            {fileCategories.map((one) => (
              <SingleSelectOption key={one} value={one}>
                {t(`files.category.${one}`)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      </Flex>
    </form>
  );
};

/** Adds pictures and papers, several at once. */
export const AddFiles = ({ work }: { work: FileWork }) => {
  const t = useWords('charting');
  const id = useId();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  return (
    <Modal.Root open={open} onOpenChange={setOpen}>
      <Modal.Trigger>
        <Button startIcon={<Plus aria-hidden />}>{t('files.add')}</Button>
      </Modal.Trigger>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{t('files.add')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Form id={id} work={work} done={() => setOpen(false)} setBusy={setBusy} />
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{t('files.cancel')}</Button>
          </Modal.Close>
          <Button type="submit" form={id} loading={busy}>
            {t('files.add')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};

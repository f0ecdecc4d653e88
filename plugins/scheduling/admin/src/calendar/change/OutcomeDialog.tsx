import { useProblemText, useWords } from '@enamel/access/admin';
import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import type { Sheet } from '../board/blocks.ts';
import { VisitLines } from '../book/VisitLines.tsx';
import { useWhen } from '../useWhen.ts';
import type { Outcome } from './useManyChanges.ts';

interface Properties {
  readonly outcome: Outcome;
  readonly sheet: Sheet;
  readonly onClose: () => void;
}

/** Which visits were changed, and which stay and why. */
export const OutcomeDialog = ({ outcome, sheet, onClose }: Properties) => {
  const t = useWords('scheduling');
  const problemText = useProblemText();
  const when = useWhen(sheet);
  const { what, changed, stayed } = outcome;
  const why = (code: string, message: string) => {
    const own = t(`problem.${code}`);
    return own.startsWith('problem.')
      ? problemText({ status: 409, code, message, details: {} })
      : own;
  };
  const lines = [
    ...changed.map(({ documentId, start }) => ({
      key: documentId,
      start,
      text: t(`outcome.${what}`),
      good: true,
    })),
    ...stayed.map(({ documentId, start, code, message }) => ({
      key: documentId,
      start,
      text: t('outcome.stays', { why: why(code, message) }),
      good: false,
    })),
  ].sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('close')}>
          <Modal.Title>{t('outcome')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography>{t(`many.${what}`, { count: changed.length })}</Typography>
            <VisitLines
              lines={lines.map(({ start, ...line }) => ({ ...line, when: when(start) }))}
            />
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button onClick={onClose}>{t('close')}</Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};

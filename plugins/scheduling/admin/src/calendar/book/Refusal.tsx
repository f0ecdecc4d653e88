import { type Problem, useMay, useProblemText, useWords } from '@enamel/access/admin';
import { Box, Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useState } from 'react';
import type { SlotView } from '../../../../shared/booking.ts';
import { permissions } from '../../../../shared/permissions.ts';
import type { Sheet } from '../board/blocks.ts';
import { useWhen } from '../useWhen.ts';
import { alternativesIn, mayBeOverbooked } from './refusals.ts';

interface Properties {
  readonly problem: Problem;
  readonly sheet: Sheet;
  readonly busy: boolean;
  readonly onChoose: ((slot: SlotView) => void) | undefined;
  readonly onOverbook: ((reason: string) => void) | undefined;
}

/** Why a time was refused, the nearest free ones as buttons, and the way to overbook for those who may. */
export const Refusal = ({ problem, sheet, busy, onChoose, onOverbook }: Properties) => {
  const t = useWords('scheduling');
  const text = useProblemText();
  const may = useMay();
  const when = useWhen(sheet);
  const [reason, setReason] = useState('');
  const own = t(`problem.${problem.code}`);
  const alternatives = onChoose ? alternativesIn(problem) : [];
  const nameOf = (practitioner: string) =>
    sheet.practitioners.find(({ documentId }) => documentId === practitioner)?.name ?? '';
  return (
    <Box role="alert" background="danger100" borderColor="danger200" padding={4} hasRadius>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Flex gap={2}>
          <WarningCircle fill="danger700" aria-hidden />
          <Typography fontWeight="semiBold" textColor="danger700">
            {own.startsWith('problem.') ? text(problem) : own}
          </Typography>
        </Flex>
        {alternatives.length > 0 && (
          <>
            <Typography textColor="neutral800">{t('alternatives')}</Typography>
            <Flex gap={2} wrap="wrap">
              {alternatives.map((slot) => (
                <Button
                  key={slot.start + slot.practitioner}
                  variant="secondary"
                  size="L"
                  disabled={busy}
                  onClick={() => onChoose?.(slot)}
                >
                  {`${when(slot.start)} · ${nameOf(slot.practitioner)}`}
                </Button>
              ))}
            </Flex>
          </>
        )}
        {onOverbook && mayBeOverbooked(problem) && may(permissions.overbook) && (
          <details>
            <summary>
              <Typography textColor="neutral800">{t('overbook')}</Typography>
            </summary>
            <Flex direction="column" alignItems="stretch" gap={2} paddingTop={2}>
              <Field.Root name="overbookReason" required>
                <Field.Label>{t('overbook.reason')}</Field.Label>
                <Textarea
                  value={reason}
                  onChange={(event) => setReason(event.currentTarget.value)}
                />
              </Field.Root>
              <div>
                <Button
                  variant="danger-light"
                  disabled={busy || !reason.trim()}
                  onClick={() => onOverbook(reason.trim())}
                >
                  {t('overbook.do')}
                </Button>
              </div>
            </Flex>
          </details>
        )}
      </Flex>
    </Box>
  );
};

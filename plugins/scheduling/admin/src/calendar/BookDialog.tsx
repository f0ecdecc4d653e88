import { useWords } from '@enamel/access/admin';
import { Button, Flex, Modal } from '@strapi/design-system';
import { type FormEvent, useId } from 'react';
import type { CalendarAppointment } from '../../../shared/calendar.ts';
import type { Sheet } from './blocks.ts';
import type { Draft } from './booking.ts';
import { Refusal } from './Refusal.tsx';
import { useBooking } from './useBooking.ts';
import { type VisitTypes, WhatFields } from './WhatFields.tsx';
import { WhoFields } from './WhoFields.tsx';

interface Properties {
  readonly sheet: Sheet;
  readonly types: VisitTypes;
  readonly start: Partial<Draft>;
  readonly onClose: () => void;
  readonly onBooked: (visit: CalendarAppointment) => void;
}

export const BookDialog = ({ sheet, types, start, onClose, onBooked }: Properties) => {
  const t = useWords('scheduling');
  const form = useId();
  const booking = useBooking(sheet, start, onBooked);
  const { problem, busy, choose, book } = booking;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    book();
  };
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{t('book.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <form id={form} onSubmit={submit} noValidate>
            <Flex direction="column" alignItems="stretch" gap={4}>
              {problem && (
                <Refusal
                  problem={problem}
                  sheet={sheet}
                  busy={busy}
                  onChoose={choose}
                  onOverbook={book}
                />
              )}
              <WhoFields booking={booking} />
              <WhatFields sheet={sheet} types={types} booking={booking} />
            </Flex>
          </form>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('leave')}
          </Button>
          <Button type="submit" form={form} loading={busy}>
            {t('book.do')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};

import { useFormats, useWords } from '@enamel/access/admin';
import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import type { StrandedVisit } from '../../../shared/hours.ts';

interface Properties {
  readonly visits: readonly StrandedVisit[];
  readonly busy: boolean;
  readonly onSave: (accepted: readonly string[]) => void;
  readonly onClose: () => void;
}

/** What a change would leave outside the hours, before it is saved. */
export const StrandedDialog = ({ visits, busy, onSave, onClose }: Properties) => {
  const t = useWords('desk');
  const { moment } = useFormats();
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{t('stranded', { count: visits.length })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography tag="p">{t('stranded.hint')}</Typography>
            <ul>
              {visits.map((visit) => (
                <li key={visit.documentId} style={{ paddingBlock: '0.8rem' }}>
                  {visit.known ? (
                    <Link
                      target="_blank"
                      style={{ color: 'inherit', fontWeight: 600 }}
                      to={`/plugins/scheduling/calendar?${new URLSearchParams({
                        date: visit.start.slice(0, 10),
                        location: visit.location,
                        visit: visit.documentId,
                      })}`}
                    >
                      {moment(visit.start, visit.zone)}
                    </Link>
                  ) : (
                    <Typography fontWeight="semiBold">{moment(visit.start, visit.zone)}</Typography>
                  )}
                  <Typography tag="p" textColor="neutral600">
                    {[visit.patient, visit.type, visit.practitioner, visit.locationName]
                      .filter(Boolean)
                      .join(' · ')}
                  </Typography>
                </li>
              ))}
            </ul>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('stranded.back')}
          </Button>
          <Button
            variant="danger"
            loading={busy}
            onClick={() => onSave(visits.map(({ documentId }) => documentId))}
          >
            {t('stranded.save')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};

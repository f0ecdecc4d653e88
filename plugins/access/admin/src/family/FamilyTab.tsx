import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState } from 'react';
import type { Housemate, Relation } from '../../../shared/family.ts';
import { useAct } from '../kit/act.ts';
import {
  EmptyState,
  type PatientTabProps,
  ProblemMessage,
  Skeleton,
  useMay,
  useWords,
} from '../kit/index.ts';
import { AddRelation } from './AddRelation.tsx';
import { People } from './People.tsx';
import { RelationRow } from './RelationRow.tsx';
import { useFamily } from './useFamily.ts';

/** Who belongs to the patient, who acts for whom, and who shares a number or an address. */
export const FamilyTab = ({ patient }: PatientTabProps) => {
  const t = useWords('family');
  const may = useMay()('plugin::access.patients.write');
  const family = useFamily(patient.documentId);
  const { busy, act } = useAct('family');
  const [adding, setAdding] = useState<Housemate | 'anybody' | null>(null);
  const { loaded } = family;
  if (loaded.state === 'loading') return <Skeleton lines={5} />;
  if (loaded.state === 'failed')
    return <ProblemMessage error={loaded.error} retry={() => void loaded.reload()} />;
  const { relations, housemates, consentAge, minor } = loaded.data;
  const guarded = relations.some(({ kind, confirmed }) => kind === 'guardian' && confirmed);
  const remove = (relation: Relation) =>
    act(async () => {
      await family.remove(relation.id);
      return t('removed');
    });
  const confirm = (relation: Relation) =>
    act(async () => {
      await family.confirm(relation.id);
      return t('confirmed');
    });
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
        <Typography textColor="neutral600" tag="p" style={{ maxWidth: '68ch' }}>
          {t('hint', { age: consentAge })}
          {minor && !guarded && ` ${t('hint.unguarded')}`}
        </Typography>
        {may && (
          <Button startIcon={<Plus />} onClick={() => setAdding('anybody')}>
            {t('add')}
          </Button>
        )}
      </Flex>
      {relations.length === 0 && <EmptyState title={t('none')} hint={t('none.hint')} />}
      {relations.length > 0 && (
        <People label={t('family')}>
          {relations.map((relation) => (
            <RelationRow
              key={`${relation.id} ${relation.relative.documentId}`}
              of={relation}
              busy={busy}
              onRemove={may ? () => void remove(relation) : undefined}
              onConfirm={may ? () => void confirm(relation) : undefined}
            />
          ))}
        </People>
      )}
      {housemates.length > 0 && (
        <section>
          <Typography variant="delta" tag="h2" paddingBottom={3} style={{ display: 'block' }}>
            {t('housemates')}
          </Typography>
          <People label={t('housemates')}>
            {housemates.map((mate) => (
              <RelationRow
                key={mate.documentId}
                of={mate}
                busy={busy}
                onAdd={may ? () => setAdding(mate) : undefined}
              />
            ))}
          </People>
        </section>
      )}
      {adding && (
        <AddRelation
          patient={patient}
          minor={minor}
          relative={adding === 'anybody' ? null : adding}
          onAdd={family.add}
          onClose={() => setAdding(null)}
        />
      )}
    </Flex>
  );
};

import { type Problem, problemOf, useLoaded } from '@enamel/access/admin';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import type {
  HoursAnswer,
  HoursCheckAnswer,
  StrandedVisit,
  TimeOffEntry,
} from '../../../shared/hours.ts';
import { useTellProblem } from '../desk-words/problems.ts';
import { entriesOf, plansOf, spansOf, type WeekPlan } from './week.ts';

/** Named before it has a document, so that its row stays its own. */
export type OffEntry = TimeOffEntry & { readonly key: string };

interface HoursDraft {
  readonly plans: readonly WeekPlan[];
  readonly timeOff: readonly OffEntry[];
}

/** Hours of one person or the house: what is stored, what is being written, and what that would strand. */
export const useHours = (whose: string) => {
  const { get, post, put } = useFetchClient();
  const tellProblem = useTellProblem();
  const load = useCallback(
    async () =>
      (await get<HoursAnswer>(`/scheduling/hours${whose ? `?whose=${whose}` : ''}`)).data.data,
    [get, whose],
  );
  const loaded = useLoaded(load);
  const stored = loaded.state === 'ready' ? loaded.data : undefined;
  const [draft, setDraft] = useState<HoursDraft>();
  const [stranded, setStranded] = useState<readonly StrandedVisit[]>();
  const [busy, setBusy] = useState(false);
  const [standing, setStanding] = useState<'' | 'unsaved' | 'saved'>('');
  useEffect(() => {
    setDraft(
      stored && {
        plans: plansOf(stored.entries),
        timeOff: stored.timeOff.map((off, at) => ({ ...off, key: off.documentId ?? String(at) })),
      },
    );
  }, [stored]);

  useEffect(() => setStanding(''), [load]);
  useEffect(() => {
    if (standing !== 'unsaved') return;
    const keep = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', keep);
    return () => window.removeEventListener('beforeunload', keep);
  }, [standing]);

  const change = (next: Partial<HoursDraft>) => {
    setStanding('unsaved');
    setDraft((old) => old && { ...old, ...next });
  };
  const unclear = draft?.plans.some(({ days }) => days.some((day) => !spansOf(day))) ?? false;

  const body = () =>
    stored &&
    draft && {
      whose: stored.whose,
      version: stored.version,
      entries: entriesOf(draft.plans, stored.entries),
      timeOff: draft.timeOff.map(({ key: _key, ...off }) => off),
    };
  const during = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (failure) {
      const problem: Problem = problemOf(failure);
      if (problem.code === 'VISITS_STRANDED')
        setStranded(problem.details.stranded as readonly StrandedVisit[]);
      else tellProblem(failure);
    } finally {
      setBusy(false);
    }
  };
  const write = (accepted: readonly string[]) =>
    during(async () => {
      await put('/scheduling/hours', { ...body(), accepted });
      setStranded(undefined);
      await loaded.reload();
      setStanding('saved');
    });
  /** Saves at once when nobody would be stranded; else their visits are shown first. */
  const save = () =>
    during(async () => {
      const { data } = await post<HoursCheckAnswer>('/scheduling/hours/check', body());
      if (data.data.stranded.length > 0) setStranded(data.data.stranded);
      else await write([]);
    });
  return {
    loaded,
    stored,
    draft,
    change,
    unclear,
    save,
    write,
    stranded,
    setStranded,
    busy,
    standing,
  };
};

import { useLoaded, useWords } from '@enamel/access/admin';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ResourcesAnswer } from '../../../shared/calendar.ts';
import type { DayAnswer, DayVisit } from '../../../shared/day.ts';
import type { AppointmentStatus } from '../../../shared/statuses.ts';
import { useLive } from '../calendar/live.ts';
import { useTellProblem } from '../desk-words/problems.ts';

const tick = 30_000;

/** The server's present, half a minute exact. `told` is what it said last. */
const useServerNow = (told: string | undefined): number => {
  const [now, setNow] = useState(Date.now());
  const lead = useRef(0);
  useEffect(() => {
    if (told) lead.current = Date.parse(told) - Date.now();
    setNow(Date.now() + lead.current);
    const timer = setInterval(() => setNow(Date.now() + lead.current), tick);
    return () => clearInterval(timer);
  }, [told]);
  return now;
};

/** Today at a location, kept up to date, and the moves of its visits. */
export const useRoom = (location: string) => {
  const t = useWords('desk');
  const { get, post } = useFetchClient();
  const tellProblem = useTellProblem();
  const [busy, setBusy] = useState(false);
  /** The last visit that was moved here, and what is said about it. */
  const [moved, setMoved] = useState<{ readonly visit: string; readonly text: string }>();

  const load = useCallback(
    async () =>
      (await get<DayAnswer>(`/scheduling/waiting-room?${new URLSearchParams({ location })}`)).data
        .data,
    [get, location],
  );
  const loaded = useLoaded(load);
  const { reload } = loaded;
  const room = loaded.state === 'ready' ? loaded.data : undefined;
  useLive(room?.location.documentId, () => void reload());

  const readPlaces = useCallback(
    async () => (await get<ResourcesAnswer>('/scheduling/resources')).data.data.locations,
    [get],
  );
  const places = useLoaded(readPlaces);

  const move = async (visit: DayVisit, to: AppointmentStatus, chair?: string) => {
    setBusy(true);
    const path = `/scheduling/appointments/${visit.documentId}`;
    try {
      if (to === 'seated') await post(`${path}/seat`, chair ? { chair } : {});
      else await post(`${path}/status`, { to });
      setMoved({
        visit: visit.documentId,
        text: t('room.moved', { name: visit.patient?.name ?? '', state: t(`room.now.${to}`) }),
      });
    } catch (failure) {
      tellProblem(failure);
    } finally {
      setBusy(false);
      void reload();
    }
  };

  return {
    loaded,
    reload,
    room,
    now: useServerNow(room?.now),
    locations: places.state === 'ready' ? places.data : [],
    move,
    moved,
    busy,
  };
};

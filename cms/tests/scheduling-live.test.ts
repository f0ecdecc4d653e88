import { io, type Socket } from 'socket.io-client';
import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { staffToken, staffTokenAt } from '../../tests/support/people.ts';
import { idOf } from '../../tests/support/schedule.ts';
import { east, openTwoPlaces, people, west } from '../../tests/support/two-places.ts';

const now = '2027-03-29T06:30:00Z';
const day = '2027-03-29';

interface Window {
  readonly socket: Socket;
  readonly heard: unknown[];
  /** Resolves once so much was heard. */
  until(count: number): Promise<unknown[]>;
}

describe('the line that tells open calendars', () => {
  let clinic: Clinic;
  const tokens: Record<string, string> = {};
  const windows: Window[] = [];
  beforeAll(async () => {
    clinic = await openClinic({ variables: { CLOCK_START: now } });
    await openTwoPlaces(clinic, day);
    tokens.desk = await staffTokenAt(clinic, 'front-desk', west);
    tokens.far = await staffTokenAt(clinic, 'front-desk', east);
    tokens.nowhere = await staffTokenAt(clinic, 'front-desk');
    tokens.dentist = await staffTokenAt(clinic, 'dentist', west);
    tokens.assistant = await staffTokenAt(clinic, 'assistant', west);
    tokens.admin = await staffToken(clinic, 'clinic-admin');
  });
  afterEach(() => {
    for (const { socket } of windows.splice(0)) socket.close();
  });
  afterAll(() => clinic.close());

  const open = async (who: string): Promise<Window> => {
    const socket = io(clinic.url, {
      path: '/scheduling/live',
      auth: { token: tokens[who] },
      transports: ['websocket'],
      reconnection: false,
    });
    const heard: unknown[] = [];
    let look = () => {};
    socket.on('calendar.changed', (news: unknown) => {
      heard.push(news);
      look();
    });
    await new Promise<void>((resolve, reject) => {
      socket.on('connect', resolve);
      socket.on('connect_error', reject);
    });
    const until = (count: number) =>
      new Promise<unknown[]>((resolve) => {
        look = () => heard.length >= count && resolve([...heard]);
        look();
      });
    const window = { socket, heard, until };
    windows.push(window);
    return window;
  };
  const as = (who: string, method: 'post' | 'put', path: string, body: object) =>
    request(clinic.url)[method](path).set('Authorization', `Bearer ${tokens[who]}`).send(body);
  const book = async (place: 'West' | 'East', time: string): Promise<string> => {
    const { body } = await as('admin', 'post', '/scheduling/appointments', {
      patient: idOf(place === 'West' ? people.west : people.east),
      appointmentType: idOf(`${place} look`),
      location: idOf(place),
      practitioner: idOf(place === 'West' ? 'Wanda' : 'Emil'),
      start: `${day}T${time}:00+03:00`,
    }).expect(201);
    return body.data.documentId;
  };
  const assign = async (who: string, ...places: readonly string[]) => {
    const { rows } = await clinic.db.query('select id from admin_users where email = $1', [
      `front-desk-of-${who}@enamel.test`,
    ]);
    await as('admin', 'put', `/access/staff-places/${rows[0].id}`, {
      everywhere: false,
      places,
    }).expect(200);
  };

  const bind = (role: string, noun: string, ...conditions: readonly string[]) =>
    clinic.db.query(
      `update admin_permissions set conditions = $3 where subject = $2
         and action = 'plugin::content-manager.explorer.read' and id in (
         select l.permission_id from admin_permissions_role_lnk l join admin_roles r on r.id = l.role_id
         where r.code = $1)`,
      [
        role,
        `api::${noun}.${noun}`,
        JSON.stringify(conditions.map((name) => `plugin::access.${name}`)),
      ],
    );
  const [atWest, atEast, anywhere] = [{ location: west }, { location: east }, { location: null }];

  test('tells staff of their own locations, and names no visit', async () => {
    const [desk, far, admin] = [await open('desk'), await open('far'), await open('admin')];
    await book('East', '13:00');
    await book('West', '13:00');
    await book('East', '14:00');
    expect(await admin.until(3)).toEqual([atEast, atWest, atEast]);
    expect(await far.until(2)).toEqual([atEast, atEast]);
    expect(await desk.until(1)).toEqual([atWest]);
  });

  test('tells whoever has their own schedule alone no more than whose calendar changed', async () => {
    await bind('dentist', 'appointment', 'own-locations', 'own-schedule');
    await bind('assistant', 'patient', 'own-patients');
    const [dentist, assistant] = [await open('dentist'), await open('assistant')];
    await book('East', '15:00');
    await book('West', '15:00');
    // Their calendar shows the time as taken, so it is to be fetched; by whom and for whom it is taken is not told.
    expect(await dentist.until(1)).toEqual([atWest]);
    // Patients bind them, not places: they may open both calendars.
    expect(await assistant.until(2)).toEqual([atEast, atWest]);
    await bind('dentist', 'appointment', 'own-locations');
    await bind('assistant', 'patient', 'own-locations');
  });

  test('tells the place that a visit leaves, and that of a visit that is deleted', async () => {
    const visit = await book('West', '16:00');
    const [desk, far] = [await open('desk'), await open('far')];
    await as('admin', 'put', `/api/appointments/${visit}`, {
      data: {
        location: east,
        practitioner: idOf('Emil'),
        chair: idOf('East chair 2'),
        appointmentType: idOf('East look'),
      },
    }).expect(200);
    expect(await desk.until(1)).toEqual([atWest]);
    expect(await far.until(1)).toContainEqual(atEast);
    const before = far.heard.length;
    await clinic.db.query('delete from appointments where document_id = $1', [visit]);
    await book('West', '16:30');
    expect((await far.until(before + 1)).slice(before)).toEqual([atEast]);
    expect(await desk.until(2)).toEqual([atWest, atWest]);
  });

  test('tells of the places where its owner works now', async () => {
    const [desk, nowhere] = [await open('desk'), await open('nowhere')];
    await book('East', '11:30');
    await book('West', '11:30');
    expect(await desk.until(1)).toEqual([atWest]);
    await assign(west, east);
    await assign('nowhere', west, east);
    // What they missed is fetched: until then whoever works nowhere had heard nothing.
    expect(await desk.until(2)).toEqual([atWest, anywhere]);
    expect(await nowhere.until(1)).toEqual([anywhere]);
    await book('West', '12:00');
    await book('East', '12:30');
    expect(await desk.until(3)).toEqual([atWest, anywhere, atEast]);
    expect(await nowhere.until(3)).toEqual([anywhere, atWest, atEast]);
    await assign(west, west);
  }, 45_000);

  test('ends for whoever may not see the calendar any more', async () => {
    const assistant = await open('assistant');
    const ended = new Promise<string>((resolve) => {
      assistant.socket.on('disconnect', resolve);
    });
    await clinic.db.query(
      `delete from admin_permissions where action = 'plugin::scheduling.calendar.read' and id in (
         select l.permission_id from admin_permissions_role_lnk l join admin_roles r on r.id = l.role_id
         where r.code = 'assistant')`,
    );
    expect(await ended).toBe('io server disconnect');
  }, 45_000);
});

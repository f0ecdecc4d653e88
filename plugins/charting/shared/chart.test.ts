import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chartOf, type Mark, type ToothState } from './chart.ts';
import { momentsOf, statusAt } from './history.ts';
import type { Finding, Treatment } from './records.ts';
import type { Surface } from './surfaces.ts';
import { mayMove, undoRefusal } from './treatment-states.ts';

let count = 0;

const finding = (
  part: Partial<Finding> & Pick<Finding, 'tooth' | 'kind' | 'foundAt'>,
): Finding => ({
  documentId: `finding-${++count}`,
  surfaces: [],
  notes: null,
  resolvedAt: null,
  supersededBy: null,
  practitioner: null,
  ...part,
});

const treatment = (
  part: Partial<Treatment> & Pick<Treatment, 'procedure' | 'status'>,
): Treatment => ({
  documentId: `treatment-${++count}`,
  description: null,
  tooth: null,
  surfaces: [],
  totalPrice: 0,
  discount: 0,
  date: null,
  createdAt: '2026-03-02T08:00:00.000Z',
  completedAt: null,
  notes: null,
  practitioner: null,
  supersededBy: null,
  invoice: null,
  steps: [],
  ...part,
});

const on = (teeth: readonly ToothState[], number: string): ToothState =>
  teeth.find(({ tooth }) => tooth === number) as ToothState;

const look = (state: ToothState): Record<string, string> =>
  Object.fromEntries(
    [
      ...Object.entries(state.surfaces),
      ['crown', state.crown],
      ['root', state.root],
      ['removal', state.removal],
      ['implant', state.implant],
      ['whole', state.whole],
    ]
      .filter(([, marks]) => (marks as Mark[]).length > 0)
      .map(([field, marks]) => [field, (marks as Mark[]).join('+')]),
  );

const mo: Surface[] = ['M', 'O'];

test('an empty record draws 32 sound teeth', () => {
  const teeth = chartOf({ findings: [], treatments: [] });
  assert.equal(teeth.length, 32);
  assert.ok(teeth.every((state) => state.presence === 'present'));
  assert.deepEqual(look(on(teeth, '46')), {});
});

test('caries, the filling planned for it and the filling done, each at its time', () => {
  const caries = finding({
    tooth: '46',
    kind: 'caries',
    surfaces: mo,
    foundAt: '2026-03-01T08:00:00.000Z',
  });
  const filling = treatment({
    tooth: '46',
    procedure: 'filling',
    surfaces: mo,
    status: 'completed',
    completedAt: '2026-03-09T10:00:00.000Z',
    steps: [
      { from: null, to: 'planned', at: '2026-03-02T08:00:00.000Z' },
      { from: 'planned', to: 'in-progress', at: '2026-03-09T09:00:00.000Z' },
      { from: 'in-progress', to: 'completed', at: '2026-03-09T10:00:00.000Z' },
    ],
  });
  const at = (instant?: string) =>
    look(on(chartOf({ findings: [caries], treatments: [filling], at: instant }), '46'));
  assert.deepEqual(at('2026-02-28T00:00:00Z'), {});
  assert.deepEqual(at('2026-03-01T12:00:00Z'), { M: 'finding', O: 'finding' });
  assert.deepEqual(at('2026-03-05T00:00:00Z'), { M: 'finding+planned', O: 'finding+planned' });
  assert.deepEqual(at('2026-03-09T09:30:00Z'), {
    M: 'finding+in-progress',
    O: 'finding+in-progress',
  });
  assert.deepEqual(at('2026-03-09T10:00:00Z'), { M: 'done', O: 'done' });
  assert.deepEqual(at(), { M: 'done', O: 'done' });
});

test('a filling answers only the surfaces it covers', () => {
  const teeth = chartOf({
    findings: [
      finding({ tooth: '36', kind: 'caries', surfaces: mo, foundAt: '2026-03-01T08:00:00.000Z' }),
    ],
    treatments: [
      treatment({
        tooth: '36',
        procedure: 'filling',
        surfaces: ['O'],
        status: 'completed',
        completedAt: '2026-03-02T08:00:00.000Z',
      }),
    ],
  });
  assert.deepEqual(look(on(teeth, '36')), { O: 'done', M: 'finding' });
});

test('new caries beside an old filling shows both', () => {
  const teeth = chartOf({
    findings: [
      finding({
        tooth: '36',
        kind: 'caries',
        surfaces: ['O'],
        foundAt: '2026-03-05T08:00:00.000Z',
      }),
    ],
    treatments: [
      treatment({
        tooth: '36',
        procedure: 'filling',
        surfaces: ['O'],
        status: 'existing',
        date: '2020-01-01',
      }),
    ],
  });
  assert.deepEqual(look(on(teeth, '36')), { O: 'done+finding' });
});

test('an extraction ends a tooth and what was on it; an implant takes its place', () => {
  const caries = finding({ tooth: '26', kind: 'caries', foundAt: '2026-01-01T08:00:00.000Z' });
  const old = treatment({
    tooth: '26',
    procedure: 'filling',
    surfaces: ['O'],
    status: 'existing',
    date: '2019-05-01',
  });
  const crownPlan = treatment({
    tooth: '26',
    procedure: 'crown',
    status: 'planned',
    createdAt: '2026-01-02T08:00:00.000Z',
  });
  const extraction = treatment({
    tooth: '26',
    procedure: 'extraction',
    status: 'completed',
    completedAt: '2026-02-01T08:00:00.000Z',
  });
  const implant = treatment({
    tooth: '26',
    procedure: 'implant',
    status: 'planned',
    createdAt: '2026-02-02T08:00:00.000Z',
  });
  const treatments = [old, crownPlan, extraction, implant];
  const gone = on(chartOf({ findings: [caries], treatments }), '26');
  assert.equal(gone.presence, 'missing');
  assert.deepEqual(look(gone), { implant: 'planned' });
  assert.deepEqual(gone.findings, []);

  const placed: Treatment = {
    ...implant,
    status: 'completed',
    completedAt: '2026-05-01T08:00:00.000Z',
  };
  const crowned = treatment({
    tooth: '26',
    procedure: 'crown',
    status: 'completed',
    completedAt: '2026-08-01T08:00:00.000Z',
  });
  const after = on(chartOf({ findings: [], treatments: [extraction, placed, crowned] }), '26');
  assert.equal(after.presence, 'implant');
  assert.deepEqual(look(after), { crown: 'done', implant: 'done' });
  const before = on(
    chartOf({ findings: [], treatments: [extraction, placed], at: '2026-03-01T00:00:00Z' }),
    '26',
  );
  assert.equal(before.presence, 'missing');
});

test('a planned extraction leaves the tooth standing', () => {
  const state = on(
    chartOf({
      findings: [],
      treatments: [treatment({ tooth: '18', procedure: 'extraction', status: 'planned' })],
    }),
    '18',
  );
  assert.equal(state.presence, 'present');
  assert.deepEqual(look(state), { removal: 'planned' });
});

test('missing, impacted, root and whole-tooth findings', () => {
  const foundAt = '2026-03-01T08:00:00.000Z';
  const teeth = chartOf({
    findings: [
      finding({ tooth: '14', kind: 'missing', foundAt }),
      finding({ tooth: '48', kind: 'impacted', foundAt }),
      finding({ tooth: '11', kind: 'periapical-lesion', foundAt }),
      finding({ tooth: '12', kind: 'watch', foundAt }),
      finding({ tooth: '13', kind: 'fracture', foundAt }),
      finding({ tooth: '15', kind: 'missing', foundAt, resolvedAt: foundAt }),
    ],
    treatments: [],
  });
  assert.equal(on(teeth, '14').presence, 'missing');
  assert.equal(on(teeth, '48').presence, 'unerupted');
  assert.deepEqual(look(on(teeth, '11')), { root: 'finding' });
  assert.deepEqual(look(on(teeth, '12')), { whole: 'finding' });
  assert.deepEqual(look(on(teeth, '13')), { crown: 'finding' });
  assert.equal(on(teeth, '15').presence, 'present');
});

test('a root canal answers the apex, a crown what was on the crown', () => {
  const foundAt = '2026-03-01T08:00:00.000Z';
  const done = { status: 'completed', completedAt: '2026-03-02T08:00:00.000Z' } as const;
  const teeth = chartOf({
    findings: [
      finding({ tooth: '11', kind: 'periapical-lesion', foundAt }),
      finding({ tooth: '11', kind: 'fracture', foundAt }),
      finding({ tooth: '21', kind: 'fracture', foundAt }),
      finding({ tooth: '21', kind: 'mobility', foundAt }),
    ],
    treatments: [
      treatment({ tooth: '11', procedure: 'root-canal', ...done }),
      treatment({ tooth: '21', procedure: 'crown', ...done }),
      treatment({ tooth: '31', procedure: 'veneer', ...done }),
      treatment({ tooth: '36', procedure: 'sealant', ...done }),
      treatment({ procedure: 'cleaning', ...done }),
      treatment({ tooth: '37', procedure: 'radiograph', ...done }),
    ],
  });
  assert.deepEqual(look(on(teeth, '11')), { root: 'done', crown: 'finding' });
  assert.deepEqual(look(on(teeth, '21')), { crown: 'done', root: 'finding' });
  assert.deepEqual(look(on(teeth, '31')), { F: 'done' });
  assert.deepEqual(look(on(teeth, '36')), { O: 'done' });
  assert.deepEqual(look(on(teeth, '37')), {});
});

test('a completed treatment that was taken back shows only while it stood', () => {
  const undone = treatment({
    tooth: '46',
    procedure: 'crown',
    status: 'inactive',
    steps: [
      { from: null, to: 'planned', at: '2026-03-02T08:00:00.000Z' },
      { from: 'planned', to: 'completed', at: '2026-03-02T09:00:00.000Z' },
      { from: 'completed', to: 'inactive', at: '2026-03-02T09:05:00.000Z' },
    ],
  });
  assert.equal(statusAt(undone, '2026-03-02T09:01:00Z'), 'completed');
  assert.equal(statusAt(undone, '2026-03-02T09:06:00Z'), 'inactive');
  assert.deepEqual(look(on(chartOf({ findings: [], treatments: [undone] }), '46')), {});
});

test('an imported treatment is told by its dates', () => {
  const done = treatment({
    procedure: 'filling',
    status: 'completed',
    createdAt: '2026-03-02T08:00:00.000Z',
    completedAt: '2026-03-10T08:00:00.000Z',
  });
  assert.equal(statusAt(done, '2026-03-01T00:00:00Z'), undefined);
  assert.equal(statusAt(done, '2026-03-05T00:00:00Z'), 'planned');
  assert.equal(statusAt(done, '2026-03-11T00:00:00Z'), 'completed');
  const moved = treatment({
    procedure: 'crown',
    status: 'completed',
    steps: [{ from: 'planned', to: 'completed', at: '2026-04-01T08:00:00.000Z' }],
  });
  assert.equal(statusAt(moved, '2026-03-20T00:00:00Z'), 'planned');
  assert.equal(statusAt(moved, '2026-04-20T00:00:00Z'), 'completed');
});

test('the moments of change are told once, oldest first', () => {
  const foundAt = '2026-03-01T08:00:00.000Z';
  const moments = momentsOf(
    [
      finding({ tooth: '46', kind: 'caries', foundAt }),
      finding({ tooth: '47', kind: 'caries', foundAt, resolvedAt: '2026-03-20T08:00:00.000Z' }),
    ],
    [treatment({ procedure: 'filling', status: 'planned' })],
  );
  assert.deepEqual(moments, [foundAt, '2026-03-02T08:00:00.000Z', '2026-03-20T08:00:00.000Z']);
});

test('mixed dentition is told position by position', () => {
  const teeth = chartOf({ findings: [], treatments: [], age: 8 });
  const presence = (number: string) => on(teeth, number)?.presence;
  assert.equal(presence('11'), 'present');
  assert.equal(presence('55'), 'present');
  assert.equal(presence('15'), 'unerupted');
  assert.equal(presence('16'), 'present');
  assert.equal(presence('17'), 'unerupted');
  assert.equal(on(teeth, '51'), undefined);
});

test('a premolar that is charted has taken the place of its deciduous molar', () => {
  const foundAt = '2026-03-01T08:00:00.000Z';
  const early = chartOf({
    findings: [finding({ tooth: '14', kind: 'caries', surfaces: ['O'], foundAt })],
    treatments: [],
    age: 9,
  });
  assert.equal(on(early, '14').presence, 'present');
  assert.equal(on(early, '54'), undefined);
  assert.equal(on(early, '64').presence, 'present');
});

test('a grown-up keeps a deciduous tooth that is charted until it is lost', () => {
  const filling = treatment({
    tooth: '85',
    procedure: 'filling',
    surfaces: ['O'],
    status: 'existing',
    date: '2010-01-01',
  });
  const kept = chartOf({ findings: [], treatments: [filling], age: 30 });
  assert.equal(kept.length, 33);
  assert.equal(on(kept, '45').presence, 'unerupted');
  assert.equal(on(kept, '85').presence, 'present');
  const planned = chartOf({
    findings: [],
    treatments: [treatment({ tooth: '75', procedure: 'extraction', status: 'planned' })],
    age: 30,
  });
  assert.equal(on(planned, '75').presence, 'present');
  const lost = treatment({
    tooth: '85',
    procedure: 'extraction',
    status: 'completed',
    completedAt: '2026-03-02T08:00:00.000Z',
  });
  assert.equal(chartOf({ findings: [], treatments: [filling, lost], age: 30 }).length, 32);
});

test('a treatment moves only along its life', () => {
  assert.ok(mayMove('planned', 'in-progress'));
  assert.ok(mayMove('planned', 'completed'));
  assert.ok(mayMove('in-progress', 'completed'));
  assert.ok(!mayMove('completed', 'planned'));
  assert.ok(!mayMove('completed', 'inactive'));
  assert.ok(!mayMove('existing', 'completed'));
  assert.ok(mayMove('inactive', 'planned'));
});

test('only its author takes back a completed treatment, on the same day, unbilled', () => {
  const done = { status: 'completed', completedBy: 'staff 7', invoiced: false } as const;
  const undo = { by: 'staff 7', on: '2026-03-02' };
  assert.equal(undoRefusal(done, '2026-03-02', undo), undefined);
  assert.equal(undoRefusal(done, '2026-03-01', undo), 'another-day');
  assert.equal(undoRefusal(done, '2026-03-02', { ...undo, by: 'staff 8' }), 'not-the-author');
  assert.equal(undoRefusal({ ...done, invoiced: true }, '2026-03-02', undo), 'invoiced');
  assert.equal(undoRefusal({ ...done, status: 'planned' }, null, undo), 'not-completed');
});

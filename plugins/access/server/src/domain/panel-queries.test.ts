import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { keepTaken, panelQueries, pathNotAllowed, unsoundQuery } from './panel-queries.ts';

const kept = (route: string, query: Record<string, unknown>) => {
  keepTaken(query, panelQueries[route]);
  return query;
};

describe("a query to one of Strapi's own routes", () => {
  test('keeps what the route takes', () => {
    const picker = 'content-manager relations.findAvailable';
    assert.deepEqual(kept(picker, { _q: 'pop', page: '1', fields: '*', populate: '*' }), {
      _q: 'pop',
      page: '1',
    });
    assert.deepEqual(kept('admin role.findAll', { sort: 'id:ASC', populate: 'users' }), {
      sort: 'id:ASC',
    });
    assert.deepEqual(kept('admin user.create', { populate: '*' }), {});
    assert.deepEqual(kept('a-plugin-to-come nouns.find', { filters: {} }), {});
  });

  test('populates what the panel does, whatever it asks for', () => {
    assert.deepEqual(kept('upload admin-file.find', { populate: 'related' }), {});
    assert.deepEqual(kept('upload admin-folder.find', { populate: '*' }), {
      populate: { parent: true },
    });
  });

  test('is refused for its shape', () => {
    const cases: [Record<string, unknown>, string | undefined][] = [
      [{ _q: { a: '1' } }, '_q'],
      [{ page: 'x' }, 'page'],
      [{ pageSize: ['1'] }, 'pageSize'],
      [{ _filter: '$between' }, '_filter'],
      [{ filters: { $and: '1' } }, 'filters.$and'],
      [{ filters: { $or: [''] } }, 'filters.$or'],
      [{ filters: { mime: { $not: { $contains: ['image', 'video'] } } } }, undefined],
      [{ _q: 'x', page: '2', idsToOmit: ['1'], locale: null, _filter: '$containsi' }, undefined],
    ];
    for (const [query, field] of cases) assert.equal(unsoundQuery(query)?.field, field);
  });

  test('filters and sorts by what the row says, else by what the role reads', () => {
    const files = panelQueries['upload admin-file.find'];
    const never = () => false;
    assert.equal(pathNotAllowed({ filters: { folder: { id: '1' } } }, files, never), undefined);
    assert.deepEqual(pathNotAllowed({ filters: { related: { id: '1' } } }, files, never), [
      'related',
    ]);
    const lists = panelQueries['content-manager collection-types.find'];
    const query = { sort: 'lastName', filters: { notes: 'x' } };
    assert.deepEqual(
      pathNotAllowed(query, lists, ([name]) => name !== 'notes'),
      ['notes'],
    );
  });
});

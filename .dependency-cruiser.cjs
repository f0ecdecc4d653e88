// House rules: imports run one way only. kernel ← audit ← access ← scheduling ← siblings ← {insights, gateway}.
const order = [
  ['kernel', []],
  ['audit', ['kernel']],
  ['access', ['kernel', 'audit']],
  ['scheduling', ['kernel', 'audit', 'access']],
  ['intake', ['kernel', 'audit', 'access', 'scheduling']],
  ['charting', ['kernel', 'audit', 'access', 'scheduling']],
  ['billing', ['kernel', 'audit', 'access', 'scheduling']],
  ['reminders', ['kernel', 'audit', 'access', 'scheduling']],
];

const oneWay = order.map(([plugin, allowed]) => ({
  name: `${plugin}-looks-down-only`,
  severity: 'error',
  from: { path: `^plugins/${plugin}/`, pathNot: '/tests/' },
  to: { path: '^plugins/', pathNot: `^plugins/(${[plugin, ...allowed].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...oneWay,
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'the-domain-is-pure',
      comment:
        'A domain imports the kernel, other pure files and nothing that reaches a clock, the environment or SQL.',
      severity: 'error',
      from: { path: '^plugins/[^/]+/(server/src/domain|shared)/', pathNot: '\\.test\\.tsx?$' },
      to: {
        path: '(^plugins/[^/]+/server/src/(store|services|controllers|routes)/|^config/|node_modules/(@strapi|knex|pg)/|^(node:)?(fs|net|http|child_process)$)',
      },
    },
    {
      name: 'the-portal-speaks-http',
      severity: 'error',
      from: { path: '^portal/' },
      to: {
        path: '^(cms|database|plugins)/',
        pathNot: '^plugins/(charting|kernel)/shared/',
      },
    },
    {
      name: 'sides-do-not-mix',
      severity: 'error',
      from: { path: '/admin/src/' },
      to: { path: '/server/src/(store|services|controllers|routes)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|build|coverage|\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
};

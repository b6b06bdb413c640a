// The import rules of docs/architecture.md. Arrows point one way:
// app → http and domains → storage → core, and between domains only through index.ts.

const domains = [
  'accounts',
  'auth',
  'catalog',
  'events',
  'wallet',
  'vault',
  'orders',
  'suppliers',
  'reports',
  'requests',
  'webhooks',
  'delivery',
  'bulk',
  'jobs',
  'health',
]

/** What each domain may import besides accounts, which every domain may: each row belongs to one. */
const neighbours = {
  accounts: [],
  auth: [],
  catalog: [],
  events: [],
  wallet: ['events'],
  vault: [],
  suppliers: ['catalog', 'vault'],
  orders: ['catalog', 'wallet', 'vault', 'suppliers', 'events', 'delivery', 'webhooks'],
  reports: ['wallet', 'orders', 'catalog', 'delivery', 'webhooks'],
  webhooks: ['events'],
  delivery: ['vault', 'events', 'catalog'],
  requests: [],
  bulk: ['catalog', 'orders', 'wallet', 'events'],
  jobs: [],
  health: ['wallet'],
}

const server = '^packages/server/src'
const isTest = '\\.test\\.ts$'

function onlyNeighbours(domain) {
  const allowed = ['accounts', domain, ...neighbours[domain]].join('|')
  return {
    name: `${domain}-knows-its-neighbours`,
    comment: `${domain} may import ${['accounts', ...neighbours[domain]].join(', ')} and no other domain.`,
    severity: 'error',
    from: { path: `${server}/${domain}/`, pathNot: isTest },
    to: { path: `${server}/(${domains.join('|')})/`, pathNot: `${server}/(${allowed})/` },
  }
}

export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two modules that import each other are one module in two files.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'through-the-door',
      comment: 'A domain is entered through its index.ts.',
      severity: 'error',
      from: { path: `${server}/([^/]+)/`, pathNot: isTest },
      to: {
        path: `${server}/(${domains.join('|')}|http)/`,
        pathNot: [`${server}/$1/`, `${server}/[^/]+/index\\.ts$`],
      },
    },
    ...domains.map(onlyNeighbours),
    {
      name: 'core-knows-nothing',
      severity: 'error',
      from: { path: `${server}/core/`, pathNot: isTest },
      to: { path: `${server}/(?!core/)` },
    },
    {
      name: 'storage-knows-core',
      severity: 'error',
      from: { path: `${server}/storage/`, pathNot: isTest },
      to: { path: `${server}/(?!core/|storage/)` },
    },
    {
      name: 'http-knows-no-domain',
      comment: 'http gets its routes from app; of the domains it knows who a caller is.',
      severity: 'error',
      from: { path: `${server}/http/`, pathNot: isTest },
      to: { path: `${server}/(?!http/|core/|accounts/index\\.ts)` },
    },
    {
      name: 'nothing-knows-how-it-is-wired',
      comment: 'Only the program itself puts its parts together.',
      severity: 'error',
      from: { path: `${server}/(${domains.join('|')}|http|storage|core)/`, pathNot: isTest },
      to: { path: `${server}/(wiring/|app\\.ts|routes\\.ts)` },
    },
    {
      name: 'only-the-edge-knows-http',
      comment: 'Services and models are used by more than HTTP.',
      severity: 'error',
      from: {
        path: `${server}/(${domains.join('|')})/`,
        pathNot: [`/(routes|manage)\\.ts$`, `/index\\.ts$`, isTest],
      },
      to: { path: `${server}/http/` },
    },
    {
      name: 'models-are-pure',
      comment: 'No clock, no chance, no I/O in a model.',
      severity: 'error',
      from: { path: `${server}/[^/]+/(model|quote|postings)\\.ts$` },
      to: {
        path: [`${server}/storage/`, `/(store|service)\\.ts$`],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'sql-lives-in-stores',
      severity: 'error',
      from: {
        path: `${server}/(${domains.join('|')})/`,
        pathNot: [`/(store|filter|verify)\\.ts$`, isTest],
      },
      to: { path: '^node_modules/(kysely|pg)/' },
    },
    {
      name: 'sdk-stands-alone',
      comment: 'The wire is the contract between the packages.',
      severity: 'error',
      from: { path: '^packages/sdk/src' },
      to: { path: '^packages/(server|cli)/' },
    },
    {
      name: 'server-stands-alone',
      severity: 'error',
      from: { path: '^packages/server/src' },
      to: { path: '^packages/(sdk|cli)/' },
    },
    {
      name: 'dashboard-knows-the-sdk',
      comment: 'The dashboard talks to a server as any other program does.',
      severity: 'error',
      from: { path: '^packages/dashboard/' },
      to: { path: '^packages/', pathNot: '^packages/(dashboard|sdk)/' },
    },
    {
      name: 'rooms-of-the-dashboard-are-apart',
      comment: 'What two rooms need is a building block in components or app.',
      severity: 'error',
      from: { path: '^packages/dashboard/src/pages/([^/]+)/' },
      to: { path: '^packages/dashboard/src/pages/', pathNot: '^packages/dashboard/src/pages/$1/' },
    },
    {
      name: 'building-blocks-know-no-room',
      severity: 'error',
      from: { path: '^packages/dashboard/src/(components|texts)/' },
      to: { path: '^packages/dashboard/src/pages/' },
    },
    {
      name: 'scenarios-are-black-box',
      severity: 'error',
      from: { path: '^(scenarios|bench)/' },
      to: { path: '^packages/', pathNot: '^packages/server/test/' },
    },
    {
      name: 'no-test-code-in-production',
      severity: 'error',
      from: {
        pathNot: [
          ...[isTest, '/test/', '/testing/', '^scenarios/', '^bench/'],
          // Its pictures are taken of the server that its tests start.
          '^packages/dashboard/scripts/',
        ],
      },
      to: { path: [isTest, '/test/', '/testing/'] },
    },
    {
      name: 'only-what-is-declared',
      severity: 'error',
      // The dashboard is bundled: whoever runs it installs none of what it is made of.
      from: { path: '^packages/[^/]+/src', pathNot: [isTest, '^packages/dashboard/'] },
      to: {
        pathNot: '^packages/',
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'],
      },
    },
    { name: 'nothing-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/dist/', '/node_modules/.vite'] },
    // TypeScript 7 has no API that dependency-cruiser could parse with.
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'types', 'import', 'node', 'default'],
      extensions: ['.ts', '.js', '.cjs', '.json'],
    },
  },
}

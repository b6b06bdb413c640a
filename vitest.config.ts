import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['source', 'node', 'default'] },
  ssr: { resolve: { conditions: ['source', 'node', 'default'] } },
  test: {
    include: ['packages/**/*.test.ts', 'scenarios/**/*.test.ts', 'bench/**/*.test.ts'],
    globalSetup: ['packages/server/test/cluster.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Two cores are common; more workers only make the servers under test wait for each other.
    maxWorkers: 2,
    // On a shared machine whole processes are now and then starved past a deadline. The report
    // names what needed its second try; on a developer's machine there is none.
    retry: process.env.CI ? 1 : 0,
  },
})

import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { DEADLINE_MS, TEST_DEADLINE_MS } from './packages/server/test/until.ts'

/** Starts what takes minutes first, so that no worker is left alone with it at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const isLong = ({ moduleId }: TestSpecification) =>
      /\/(scenarios|(dashboard|server)\/test)\//.test(moduleId)
    const sorted = await super.sort(files)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

export default defineConfig({
  resolve: { conditions: ['source', 'node', 'default'] },
  ssr: { resolve: { conditions: ['source', 'node', 'default'] } },
  test: {
    include: ['packages/**/*.test.ts', 'scenarios/**/*.test.ts', 'bench/**/*.test.ts'],
    sequence: { sequencer: LongestFirst },
    globalSetup: ['packages/server/test/cluster.ts'],
    testTimeout: TEST_DEADLINE_MS,
    hookTimeout: TEST_DEADLINE_MS,
    expect: { poll: { timeout: DEADLINE_MS, interval: 20 } },
    // Two cores are common; more workers only make the servers under test wait for each other.
    maxWorkers: 2,
    // On a shared machine whole processes are now and then starved past a deadline. The report
    // names what needed its second try; on a developer's machine there is none.
    retry: process.env.CI ? 1 : 0,
  },
})

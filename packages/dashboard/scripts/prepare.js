// Builds the dashboard when the repository is installed (`npm ci`). An installation without
// development dependencies has nothing to build with; its dashboard comes with a release.
import { fileURLToPath } from 'node:url'

// Whoever builds, and in whatever environment: people get what is made for production.
process.env.NODE_ENV = 'production'

const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url))

const vite = await import('vite').catch((error) => {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
})
if (vite === undefined) console.info('The dashboard is not built: Vite is not installed.')
else await vite.build({ configFile, logLevel: 'warn' })

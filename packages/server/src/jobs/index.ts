export { createJobs } from './queue.ts'

import { program } from './program.ts'

// Who reads only the beginning, as `head` does, has enough; the work goes on to its end.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

await program.parseAsync()

import './node-setup.ts'
import { EXIT, runCommandLine } from './command-line.ts'

// The reader of the output, such as head or less, may have closed it.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(EXIT.failed)
})

const code = await runCommandLine(process.argv.slice(2), {
  isWatched: process.stderr.isTTY,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
})

// A connection that hangs must not keep the process alive. Pending output is written first.
process.stdout.write('', () => process.stderr.write('', () => process.exit(code)))

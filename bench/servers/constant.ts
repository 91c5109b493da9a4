import { readFileSync } from 'node:fs'
import { createServer, type OutgoingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import { listen } from './listen.ts'

// What node:http can do alone: the bytes of a file, held in memory, for an address with the path of its name, with the
// headers that the same answer has from this server.
const [folder = ''] = process.argv.slice(2)
const answers = new Map<string | undefined, { headers: OutgoingHttpHeaders; body: Buffer }>()

function read(address = '') {
  const [name = ''] = address.split('?')
  const body = readFileSync(join(folder, name))
  return { headers: JSON.parse(readFileSync(join(folder, `${name}.headers`), 'utf8')), body }
}

const server = createServer((request, response) => {
  const answer = answers.get(request.url) ?? read(request.url)
  answers.set(request.url, answer)
  response.writeHead(200, answer.headers)
  response.end(answer.body)
})
await listen(server)

// The client of G9, in a process of its own: asks for the head so many times over kept connections.
// `node askHead.ts PORT COUNT TAG TOKEN`
import { Agent, request } from 'node:http'

const [port = '', count = '', tag = '', token = ''] = process.argv.slice(2)
const connections = 8
const agent = new Agent({ keepAlive: true, maxSockets: connections })
const headers = { 'If-None-Match': tag, Authorization: `Bearer ${token}` }

function ask(): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port: Number(port), path: '/api/v1/sync/head', agent, headers },
      (response) => {
        response.resume()
        response.once('end', () => resolve(response.statusCode ?? 0))
      },
    )
    asked.once('error', reject)
    asked.end()
  })
}

let left = Number(count)
let unchanged = 0
await Promise.all(
  Array.from({ length: connections }, async () => {
    while (left-- > 0) if ((await ask()) === 304) unchanged++
  }),
)
agent.destroy()
process.stdout.write(String(unchanged))

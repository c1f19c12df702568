// Gathers the facts of 环境体检 from this page, its host and its server.
import type { ServerClient } from '../../server/serverClient.ts'
import type { HostFacts } from '../../workbook/liveWorkbook.ts'
import type { Memory } from '../services.ts'
import type { EnvironmentFacts, ServerFacts } from './examine.ts'

export interface EnvironmentPorts {
  readonly host: HostFacts | null
  readonly neededApi: string
  readonly agent: string
  readonly origin: string
  readonly client: ServerClient
  readonly memory: Memory
  readonly now: () => Date
}

const probeKey = 'tongbiao.probe'

export async function readEnvironment(ports: EnvironmentPorts): Promise<EnvironmentFacts> {
  const { host, neededApi, agent, origin, memory, now } = ports
  const server = await askServer(ports)
  memory.write(probeKey, '1')
  const hasStorage = memory.read(probeKey) === '1'
  memory.write(probeKey, null)
  return { host, neededApi, agent, origin, server, now: now(), hasStorage }
}

async function askServer({ client, now }: EnvironmentPorts): Promise<ServerFacts> {
  const began = now().getTime()
  const hello = await client.call('hello', null)
  if (!hello.ok) {
    const { error } = hello
    // An answer that is none of ours has a status or is no JSON; no answer at all says nothing.
    const isForeign = error.kind === 'network' && /^(HTTP|JSON)/.test(error.detail)
    return { answer: isForeign ? 'foreign' : 'unreachable' }
  }
  const isOurs = typeof hello.value === 'object' && typeof hello.value.serverTime === 'string'
  return isOurs ? { answer: 'fine', ms: now().getTime() - began, hello: hello.value } : { answer: 'foreign' }
}

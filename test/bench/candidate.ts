// The process in which one candidate runs once: `node candidate.ts MODULE_URL EXPORT INPUT`.
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { printSample, type Candidate, type Measure } from './goal.ts'

const [moduleUrl = '', name = '', input = ''] = process.argv.slice(2)
const module = (await import(moduleUrl)) as Readonly<Record<string, Candidate>>
const candidate = module[name]
if (!candidate) throw new Error(`${moduleUrl} exports no ${name}`)

let cpuMs = 0
let wallMs = 0
const measure: Measure = async (work) => {
  const cpu = process.cpuUsage()
  const start = performance.now()
  const value = await work()
  wallMs += performance.now() - start
  const used = process.cpuUsage(cpu)
  cpuMs += (used.user + used.system) / 1000
  return value
}
const found = await candidate(measure, input)
printSample({ cpuMs, wallMs, peakMb: peakMb(), found })
process.exit(0)

/** High-water mark of the resident set; where the system does not tell (not Linux), what libuv says. */
function peakMb(): number {
  try {
    const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))
    if (line) return Number(line[1]) / 1024
  } catch {
    // not Linux
  }
  return process.resourceUsage().maxRSS / 1024
}

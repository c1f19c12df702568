// HTTPS without asking anybody: a local authority and a certificate for this machine, made once and renewed in time.
import { X509Certificate } from 'node:crypto'
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { hostname, networkInterfaces } from 'node:os'
import { join } from 'node:path'

const dayMs = 86_400_000
const authorityDays = 3650
/** Browsers refuse more. */
const certificateDays = 397
const renewBeforeDays = 30

export interface ServerCertificate {
  /** PEM chain: certificate, then authority. */
  readonly cert: string
  readonly key: string
  /** PEM of the authority that clients have to trust. */
  readonly authority: string
}

/** @param now for validity */
export async function localCertificate(folder: string, now: Date): Promise<ServerCertificate> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const names = machineNames()
  const known = await loadCertificate(folder)
  if (known !== undefined && isGood(known.cert, names, now)) return known
  const authority = await readAuthority(folder, now)
  const { generate } = await import('selfsigned')
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(now.getTime() - dayMs),
    notAfterDate: new Date(now.getTime() + certificateDays * dayMs),
    ca: { cert: authority.cert, key: authority.key },
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          ...names.hosts.map((value) => ({ type: 2 as const, value })),
          ...names.addresses.map((ip) => ({ type: 7 as const, ip })),
        ],
      },
    ],
  })
  await writeFile(join(folder, 'server.crt'), endLine(made.cert))
  await writeSecret(join(folder, 'server.key'), endLine(made.private))
  return { cert: endLine(made.cert) + authority.cert, key: endLine(made.private), authority: authority.cert }
}

interface MachineNames {
  readonly hosts: readonly string[]
  readonly addresses: readonly string[]
}

function machineNames(): MachineNames {
  const own = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  const addresses = own.filter((entry) => entry.family === 'IPv4').map((entry) => entry.address)
  return { hosts: [...new Set(['localhost', hostname()])], addresses: [...new Set(['127.0.0.1', ...addresses])] }
}

function isGood(pem: string, names: MachineNames, now: Date): boolean {
  const certificate = new X509Certificate(pem)
  return (
    Date.parse(certificate.validTo) > now.getTime() + renewBeforeDays * dayMs &&
    names.hosts.every((host) => certificate.checkHost(host) !== undefined) &&
    names.addresses.every((ip) => certificate.checkIP(ip) !== undefined)
  )
}

async function loadCertificate(folder: string): Promise<ServerCertificate | undefined> {
  const [cert, key, authority] = await Promise.all(
    ['server.crt', 'server.key', 'ca.crt'].map((name) => readFile(join(folder, name), 'utf8').catch(() => '')),
  )
  return cert && key && authority ? { cert: endLine(cert) + authority, key, authority } : undefined
}

async function readAuthority(folder: string, now: Date): Promise<{ readonly cert: string; readonly key: string }> {
  const [cert, key] = await Promise.all(
    ['ca.crt', 'ca.key'].map((name) => readFile(join(folder, name), 'utf8').catch(() => '')),
  )
  const enough = now.getTime() + certificateDays * dayMs
  if (cert && key && Date.parse(new X509Certificate(cert).validTo) > enough) return { cert, key }
  const { generate } = await import('selfsigned')
  const made = await generate([{ name: 'commonName', value: `Tongbiao local CA (${hostname()})` }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(now.getTime() - dayMs),
    notAfterDate: new Date(now.getTime() + authorityDays * dayMs),
    extensions: [
      { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  })
  await writeFile(join(folder, 'ca.crt'), endLine(made.cert))
  await writeSecret(join(folder, 'ca.key'), endLine(made.private))
  return { cert: endLine(made.cert), key: endLine(made.private) }
}

/** Never readable by others, not even for a moment. */
async function writeSecret(path: string, text: string): Promise<void> {
  const fresh = `${path}.new`
  await writeFile(fresh, text, { mode: 0o600 })
  await chmod(fresh, 0o600)
  await rename(fresh, path)
}

/** selfsigned writes PEM without its last line end; joined blocks need it. */
function endLine(pem: string): string {
  return `${pem.trimEnd()}\n`
}

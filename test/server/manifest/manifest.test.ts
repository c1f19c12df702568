// manifest.xml: what Excel refuses in silence is found here, Microsoft's own reader reads it, and the server puts itself in.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { OfficeAddinManifest } from 'office-addin-manifest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkManifest } from '#server/manifest/checkManifest.ts'
import { nodesBelow, readManifest } from '#server/manifest/readManifest.ts'
import { placeholderOrigin, stampManifest } from '#server/manifest/stampManifest.ts'
import { openServerWorld, type ServerWorld } from '../serverWorld.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const manifest = readFileSync(`${root}manifest.xml`, 'utf8')

describe('the manifest', () => {
  it('has no fault', () => {
    expect(checkManifest(manifest)).toEqual([])
  })

  it('is read by office-addin-manifest as it is meant', async () => {
    const info = await OfficeAddinManifest.readManifestFile(`${root}manifest.xml`)
    expect(info).toMatchObject({
      displayName: '同表',
      defaultLocale: 'zh-CN',
      officeAppType: 'TaskPaneApp',
      hosts: ['Workbook'],
      permissions: 'ReadWriteDocument',
      defaultSettings: { sourceLocation: 'https://localhost:3000/taskpane.html' },
    })
  })

  it('points at files that are there', () => {
    const tree = readManifest(manifest)
    const addresses = tree
      ? [...nodesBelow(tree)].flatMap(({ attributes }) => attributes.get('DefaultValue') ?? [])
      : []
    const files = addresses
      .filter((address) => address.startsWith(placeholderOrigin))
      .map((address) => new URL(address).pathname)
    expect(new Set(files).size).toBeGreaterThan(12)
    const missing = files.filter(
      (path) => !existsSync(`${root}addin${path}`) && !existsSync(`${root}addin/public${path}`),
    )
    expect(missing).toEqual([])
  })

  it.each([
    ['an element in the wrong place', /<Version>.*<\/Version>\n/, '', 'OfficeApp has no Version.'],
    [
      'two elements changed about',
      /(<ProviderName>.*<\/ProviderName>)\s*(<DefaultLocale>.*<\/DefaultLocale>)/,
      '$2$1',
      'in the order',
    ],
    ['an id that is none', /<Id>.*<\/Id>/, '<Id>1</Id>', 'Id is no GUID'],
    ['an address without TLS', 'IconUrl DefaultValue="https:', 'IconUrl DefaultValue="http:', 'Not an https address'],
    [
      'another server',
      'SourceLocation DefaultValue="https://localhost:3000',
      'SourceLocation DefaultValue="https://a.example',
      'several servers',
    ],
    ['a resource that is not there', 'resid="Check.Tip"', 'resid="Check.Hint"', 'resid Check.Hint is not defined.'],
    ['an icon left out', /<bt:Image size="80" resid="Publish.80" \/>/, '', 'Tongbiao.Publish has no icon of 80'],
    ['a language left out', '<bt:Override Locale="zh-TW" Value="檢查" />', '', 'Check.Label is not in zh-TW.'],
    ['a text too long', 'Value="Tongbiao"', `Value="${'x'.repeat(126)}"`, 'longer than 125'],
    ['a function that cannot be called', '<FunctionName>check<', '<FunctionName>check it<', 'Not a function name'],
    ['two controls of one id', 'id="Tongbiao.Refresh"', 'id="Tongbiao.Check"', 'Id Tongbiao.Check stands twice.'],
    ['an end tag left out', '</Hosts>', '', 'well-formed'],
  ])('is refused with %s', (_, from, to, sentence) => {
    const broken = manifest.replace(from, to)
    expect(broken).not.toBe(manifest)
    expect(checkManifest(broken).join('\n')).toContain(sentence)
  })
})

describe('a server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tongbiao-manifest-'))
  const worlds: ServerWorld[] = []
  const open = async (environment: Record<string, string> = {}): Promise<ServerWorld> => {
    const world = await openServerWorld({ environment })
    worlds.push(world)
    return world
  }
  let encrypted: ServerWorld
  beforeAll(async () => {
    encrypted = await open({ TLS: 'on' })
  })
  afterAll(async () => {
    for (const world of worlds) await world.close()
    rmSync(folder, { recursive: true })
  })
  const ask = ({ app }: ServerWorld, headers: Record<string, string>) =>
    app.request('http://x/manifest.xml', { headers })

  it('gives the manifest with its own address in it, as the caller knows it', async () => {
    const answer = await ask(encrypted, { Host: 'Gonghui.example.cn:8443' })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/xml; charset=utf-8'])
    const stamped = await answer.text()
    expect(checkManifest(stamped)).toEqual([])
    expect(stamped).not.toContain(placeholderOrigin)
    writeFileSync(join(folder, 'manifest.xml'), stamped)
    const info = await OfficeAddinManifest.readManifestFile(join(folder, 'manifest.xml'))
    expect(info.defaultSettings?.sourceLocation).toBe('https://gonghui.example.cn:8443/taskpane.html')
  })

  it('says what to do where Excel would not take it, and believes no strange host', async () => {
    const plain = await open()
    const refused = await ask(plain, {
      Host: 'localhost:3000',
      'Accept-Language': 'zh-CN',
      'X-Forwarded-Proto': 'https',
    })
    expect(refused.status).toBe(409)
    expect(await refused.json()).toMatchObject({
      code: 'manifest.insecure',
      detail: expect.stringContaining('TLS=on') as string,
    })
    expect((await ask(encrypted, { Host: 'a"><b' })).status).toBe(409)
    expect(stampManifest(`<a href="${placeholderOrigin}"/>`, 'https://a"b')).toBe('<a href="https://a&#34;b"/>')
  })
})

// Files that must be refused (reliability.md §3.6 A) and the limits of the worker; HTTP-level ones (A5–A7, A35, A39) are tested at the server.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { utils, write } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { readFile } from '#server/workbook/readFile.ts'
import { fillPlaces, locales } from '#shared/kernel/words.ts'
import { fileWords } from '#shared/workbook/fileWords.ts'
import { refusedFiles, row, withStrings, xls } from '#test/fixtures/hostileFiles.ts'
import { buildPackage } from '#test/fixtures/sheetPackage.ts'
import { buildZip } from '#test/fixtures/zipFile.ts'

describe('files that are refused (§3.6 A)', () => {
  it.each(refusedFiles)('%s', async (_title, name, make, code) => {
    const bytes = make()
    const before = process.memoryUsage().rss
    const start = performance.now()
    const read = await readFile(bytes, name)
    expect(read.ok ? 'read' : read.error.code).toBe(code)
    expect(performance.now() - start).toBeLessThan(10_000)
    expect(process.memoryUsage().rss - before).toBeLessThan(256 * 1024 * 1024)
    if (!read.ok) {
      for (const locale of locales) {
        const sentence = fillPlaces(fileWords[code]?.[locale] ?? '', read.error.params)
        expect(sentence.length).toBeGreaterThan(10)
        expect(sentence).not.toMatch(/[{}]/)
      }
    }
    expect(({} as Record<string, unknown>)['ref']).toBeUndefined()
  })

  it('A10 refuses entries that lie over each other (Fifield)', async () => {
    const zip = Buffer.from(
      buildZip({
        entries: [
          { name: 'a.xml', data: 'first', method: 0 },
          { name: 'b.xml', data: 'second', method: 0 },
        ],
      }),
    )
    // The first entry's data is declared to reach over the second's header.
    const grown = 5 + 30 + 5
    for (const [signature, at] of [
      [0x04034b50, 18],
      [0x02014b50, 20],
    ] as const) {
      const start = zip.indexOf(Buffer.from(Uint32Array.of(signature).buffer))
      zip.writeUInt32LE(grown, start + at)
      zip.writeUInt32LE(grown, start + at + 4)
    }
    expect(await readFile(new Uint8Array(zip), 'a.xlsx')).toMatchObject({
      ok: false,
      error: { code: 'file.archive.overlap' },
    })
  })

  it('A20 makes no network call for an entity', async () => {
    let calls = 0
    const server = createServer((_request, response) => {
      calls++
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const port = (server.address() as AddressInfo).port
    const read = await readFile(withStrings(`<!DOCTYPE r SYSTEM "http://127.0.0.1:${port}/x.dtd"><sst/>`), 'a.xlsx')
    server.close()
    expect(read).toMatchObject({ ok: false, error: { code: 'file.xml.dtd' } })
    expect(calls).toBe(0)
  })

  it('A30 answers to a compound file in circles within a second of work, and to an SST that lies about its length', async () => {
    const file = Buffer.from(xls())
    const sst = file.indexOf(Buffer.from('fc00', 'hex'))
    file.writeUInt32LE(0xffffffff, sst + 4)
    file.writeUInt32LE(0xffffffff, sst + 8)
    const read = await readFile(new Uint8Array(file), 'a.xls')
    expect(read.ok || read.error.code === 'file.cfb.damaged').toBe(true)
  })

  it('A1–A39 throw nothing for any prefix or any flipped byte of a sound file', async () => {
    const sound = buildPackage({ strings: '<si><t>甲</t></si>', sheets: [{ xml: row('<c t="s"><v>0</v></c>') }] })
    for (let i = 0; i < sound.length; i += 7) {
      const flipped = Uint8Array.from(sound)
      flipped[i] = (flipped[i] ?? 0) ^ 0x55
      for (const bytes of [flipped, sound.subarray(0, i)])
        expect(typeof (await readFile(bytes, 'a.xlsx', { where: 'here' })).ok).toBe('boolean')
    }
  })
})

describe('limits of the worker', () => {
  it('stops after the time it is given, and says so', async () => {
    expect(await readFile(xls(), 'a.xls', { timeoutMs: 1 })).toMatchObject({
      ok: false,
      error: { code: 'file.timeout' },
    })
  })

  it('is killed when it takes more memory than it may, and says so', async () => {
    const book = utils.book_new()
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet(Array.from({ length: 20_000 }, (_, r) => Array.from({ length: 8 }, (__, c) => `${r}-${c}`))),
      '大',
    )
    const bytes = new Uint8Array(write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer)
    expect(await readFile(bytes, 'a.xls', { heapMb: 8 })).toMatchObject({ ok: false, error: { code: 'file.memory' } })
  }, 60_000)

  it('reads many files at once, two at a time', async () => {
    const reads = await Promise.all(Array.from({ length: 6 }, () => readFile(xls(), 'a.xls')))
    expect(reads.every((read) => read.ok)).toBe(true)
  })
})

// Passwords: scrypt at its real cost once, encodings, turns, and what may be a password (reliability.md §2.2).
import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { checkPassword } from '#server/auth/checkPassword.ts'
import { commonPasswords } from '#server/auth/commonPasswords.ts'
import { createHasher, productionCost } from '#server/auth/password.ts'
import { takeTurns } from '#server/auth/takeTurns.ts'

const random = (bytes: number) => randomBytes(bytes)
const cheap = { ln: 4, r: 8, p: 1 }

describe('hashing', () => {
  it('at the production cost (N = 2¹⁷, 128 MiB) a password verifies, another does not', async () => {
    expect(productionCost).toEqual({ ln: 17, r: 8, p: 1 })
    const hasher = createHasher({ cost: productionCost, random })
    const stored = await hasher.hash('正确的密码 correct horse')
    expect(stored.ok && stored.value).toMatch(/^\$scrypt\$ln=17,r=8,p=1\$[\w-]{22}\$[\w-]{43}$/)
    const encoded = stored.ok ? stored.value : ''
    expect(await hasher.verify('正确的密码 correct horse', encoded)).toEqual({ ok: true, value: 'right' })
    expect(await hasher.verify('正确的密码 correct horsf', encoded)).toEqual({ ok: true, value: 'wrong' })
  })

  it('says that a right password was hashed at another cost, so that it is hashed again', async () => {
    const old = await createHasher({ cost: cheap, random }).hash('x')
    expect(await createHasher({ cost: { ...cheap, ln: 5 }, random }).verify('x', old.ok ? old.value : '')).toEqual({
      ok: true,
      value: 'stale',
    })
  })

  it('an unknown user costs the same work and is always wrong', async () => {
    const hasher = createHasher({ cost: { ln: 13, r: 8, p: 1 }, random })
    const stored = await hasher.hash('x')
    const time = async (encoded: string | undefined) => {
      const started = performance.now()
      expect(await hasher.verify('y', encoded)).toEqual({ ok: true, value: 'wrong' })
      return performance.now() - started
    }
    await time(undefined)
    const known = await Promise.all([time(stored.ok ? stored.value : ''), time(stored.ok ? stored.value : '')])
    const unknown = await Promise.all([time(undefined), time(undefined)])
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 4)
  })

  it('two at a time, fifty wait, the next is told that the server is busy', async () => {
    const turns = takeTurns({ atOnce: 2, waiting: 50 })
    let running = 0
    let most = 0
    let open = (): void => {}
    const gate = new Promise<void>((resolve) => (open = resolve))
    const work = async (): Promise<void> => {
      most = Math.max(most, ++running)
      await gate
      running--
    }
    const asked = Array.from({ length: 53 }, () => turns.take(work))
    expect(await asked[52]).toEqual({ ok: false, error: 'busy' })
    open()
    expect((await Promise.all(asked)).filter(({ ok }) => ok)).toHaveLength(52)
    expect(most).toBe(2)
    const failing = turns.take(() => Promise.reject(new Error('x')))
    await expect(failing).rejects.toThrow('x')
    expect(await turns.take(() => Promise.resolve(1))).toEqual({ ok: true, value: 1 })
  })
})

describe('what may be a password', () => {
  const why = (password: string, context: readonly string[] = ['王会计', 'xuruoyun', '示范市机械厂工会']) =>
    checkPassword(password, context)?.refused

  it.each([
    ['1234567', 'password.short'],
    ['a'.repeat(257), 'password.long'],
    ['中'.repeat(86), 'password.long'],
    ['password1', 'password.common'],
    ['P@ssw0rd', 'password.common'],
    ['Qwerty123!', 'password.common'],
    ['88888888', 'password.common'],
    ['abababab', 'password.common'],
    ['abcdefgh', 'password.common'],
    ['1qaz2wsx', 'password.common'],
    ['20261121', 'password.common'],
    ['ｐａｓｓｗｏｒｄ', 'password.common'],
    ['xuruoyun7', 'password.context'],
    ['工会2026工会', 'password.context'],
    ['tongbiao88', 'password.context'],
    ['        ', 'password.common'],
  ])('"%s" is refused: %s', (password, code) => {
    expect(why(password)).toBe(code)
  })

  it.each([
    '梧桐树下三只白猫',
    'correct horse battery',
    'xK9#mQ2$vL',
    '会计室窗台上的仙人掌',
    '   窗外   有  雨 ',
    'a'.repeat(20) + 'Zb9',
  ])('"%s" is taken, with no rule of composition', (password) => {
    expect(why(password)).toBeUndefined()
  })

  it('has a list whose entries are in the form they are compared in', () => {
    for (const word of commonPasswords) expect(word).toBe(word.normalize('NFKC').toLowerCase())
    expect(commonPasswords.size).toBeGreaterThan(300)
  })
})

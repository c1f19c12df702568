// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { AppPane } from '#addin/panes/AppPane.tsx'
import { ErrorBoundary } from '#addin/panes/ErrorBoundary.tsx'
import { samplePartition, samplePush, sampleUnits, sampleUser } from '../samples.ts'
import { draw, sentBody } from '../render.tsx'

const session = { token: 't1', expiresAt: '2026-10-22T00:00:00.000Z', user: sampleUser }
const answers = {
  'GET /api/v1/setup': { initialised: true },
  'POST /api/v1/session': session,
  'GET /api/v1/partitions': [samplePartition],
  'GET /api/v1/units': sampleUnits,
  'GET /api/v1/pushes': [
    {
      pushId: samplePush.pushId,
      sheets: ['u2/sample/2026'],
      receipt: 'R231',
      at: samplePush.at,
      by: '王会计',
      source: 'import',
      fileName: '样表.xls',
      counts: samplePush.counts,
      undone: false,
    },
  ],
}

beforeEach(() => {
  location.hash = ''
})

async function signIn(given: Parameters<typeof draw>[1] = answers) {
  const drawn = draw(<AppPane />, given)
  const user = userEvent.setup()
  await user.type(await screen.findByLabelText('用户名'), 'wang')
  await user.type(screen.getByLabelText('密码'), 'secret{Enter}')
  return { ...drawn, user }
}

describe('the frame', () => {
  it('asks for name and password before it asks the server', async () => {
    const { asks } = draw(<AppPane />, answers)
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: '登录' }))
    expect(screen.getByText('请填写用户名和密码。')).toBeTruthy()
    expect(asks.every((ask) => ask.method === 'GET')).toBe(true)
  })

  it('shows my sheets with totals, last change and the number of decisions in words', async () => {
    await signIn()
    expect(await screen.findByText('1 个单位，1 张表，共有 2 处要您处理。')).toBeTruthy()
    expect(screen.getByText('58,000.00')).toBeTruthy()
    expect(screen.getByText('2 处待确认')).toBeTruthy()
    expect(screen.getByRole('link', { name: '2026 年度样表' }).getAttribute('href')).toBe('#/sheet/u2/sample/2026')
  })

  it('leads an empty home to the next step', async () => {
    await signIn({ ...answers, 'GET /api/v1/partitions': [] })
    expect(await screen.findByRole('heading', { name: '还没有表' })).toBeTruthy()
    expect(screen.getByRole('button', { name: '下载模板' })).toBeTruthy()
  })

  it('changes language without losing the page', async () => {
    const { user } = await signIn()
    await user.selectOptions(await screen.findByLabelText('语言'), 'en')
    expect(await screen.findByRole('heading', { name: 'My sheets' })).toBeTruthy()
    await user.selectOptions(screen.getByLabelText('Language'), 'zh-Hant')
    expect(await screen.findByRole('button', { name: '登出' })).toBeTruthy()
    await waitFor(() => expect(document.documentElement.lang).toBe('zh-Hant'))
  })

  it('asks to sign in again when the session ends, over the page that stays', async () => {
    const { expire } = await signIn()
    await screen.findByRole('heading', { name: '我的表' })
    expire()
    expect(await screen.findByText('登录已过期。请重新登录，刚才的工作还在。')).toBeTruthy()
    expect(screen.getByText('2026 年度样表').closest('[hidden]')).toBeTruthy()
  })

  it('sets up the first account with the one-time code, after checking what was typed', async () => {
    const { asks } = draw(<AppPane />, {
      ...answers,
      'GET /api/v1/setup': { initialised: false },
      'POST /api/v1/setup': session,
    })
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: '建立账号并登录' }))
    expect(screen.getAllByText('请填写这一项。')).toHaveLength(4)
    await user.type(screen.getByLabelText('一次性设置码'), 'ABCD-EFGH-JKLM')
    await user.type(screen.getByLabelText('姓名'), '赵管理')
    await user.type(screen.getByLabelText('用户名'), 'zhao')
    await user.type(screen.getByLabelText('密码'), 'a long sentence')
    await user.type(screen.getByLabelText('再输一次密码'), 'a long sentence')
    await user.type(screen.getByLabelText('最上级单位名称'), '示例市总工会')
    await user.click(screen.getByRole('button', { name: '建立账号并登录' }))
    expect(await screen.findByRole('heading', { name: '我的表' })).toBeTruthy()
    expect(sentBody(asks.find((ask) => ask.url === '/api/v1/setup' && ask.method === 'POST'))).toMatchObject({
      code: 'ABCD-EFGH-JKLM',
      unitKind: 'primary',
    })
  })

  it('undoes a push in three baskets, rehearsed first', async () => {
    const line = (id: string, label: string) => ({ id, p: 'u2/sample/2026', label, fields: ['amount'] })
    const report = {
      result: null,
      restored: [
        { ...line('a', '甲'), values: { amount: { from: 9_000_000, to: 8_600_000 } } },
        { ...line('d', '丁'), fields: [], whole: 'delete' },
      ],
      kept: [line('b', '乙')],
      refused: [
        { ...line('c', '丙'), reason: 'period-locked' },
        { ...line('e', '戊'), fields: [], reason: 'moved' },
        { ...line('f', '己'), fields: [], reason: 'moved' },
      ],
    }
    const { user, asks } = await signIn({ ...answers, [`POST /api/v1/pushes/${samplePush.pushId}/undo`]: report })
    await user.click(await screen.findByRole('link', { name: '回执与撤销' }))
    await user.click(await screen.findByRole('button', { name: '撤销 R231' }))
    expect(await screen.findByText('恢复原样 2 条')).toBeTruthy()
    expect(screen.getByText(/90,000\.00 → 86,000\.00$/)).toBeTruthy()
    expect(screen.getByText('涉及：整行删除（当时新增的）')).toBeTruthy()
    expect(screen.getByText(/^该年度已结账/).textContent).toBe('该年度已结账丙')
    expect(screen.getByText(/^这是流转的一步/).textContent).toContain('戊、己')
    await user.click(screen.getByRole('checkbox', { name: /乙/ }))
    await user.click(screen.getByRole('button', { name: '撤销 3 条' }))
    await screen.findByText(/^已撤销/)
    const bodies = asks.filter((ask) => ask.url.endsWith('/undo')).map((ask) => sentBody(ask))
    expect(bodies.at(0)).toEqual({ dryRun: true, force: [] })
    expect(bodies.at(-1)).toEqual({ dryRun: false, force: ['b'] })
  })

  it('keeps the rest when a page breaks, and gives a reference', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {}) // React reports the break there as well
    const Broken = () => {
      throw new Error('oops')
    }
    const words = {
      crashed: '这一页出了错',
      crashedHint: '',
      reload: '重新打开',
      reference: (id: string) => `编号 ${id}`,
    }
    draw(
      <ErrorBoundary resetKey="a" newReference={() => 'ref-1'} words={words}>
        <Broken />
      </ErrorBoundary>,
    )
    expect(screen.getByRole('alert').textContent).toContain('编号 ref-1')
  })
})

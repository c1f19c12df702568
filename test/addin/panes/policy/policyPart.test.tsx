// @vitest-environment jsdom
// The policy on the administrator's page: by layer, side by side, confirmed only after reading, loaded with all faults, assigned.
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { AdminPane } from '#addin/panes/admin/AdminPane.tsx'
import { CrossSheets } from '#addin/panes/records/CrossSheets.tsx'
import type { PolicyInfo, SeriesAnswer } from '#shared/contract/policyResources.ts'
import { encodePack } from '#shared/policy/packFile.ts'
import { shippedPacks } from '#shared/policy/packs/index.ts'
import type { LinkedStanding } from '#shared/validation/linkedStanding.ts'
import { draw, sentBody } from '../../render.tsx'
import { sampleSheet, sampleUnits, sampleUser } from '../../samples.ts'

const digest = 'd'.repeat(64)
const policy: PolicyInfo = {
  version: 3,
  packs: shippedPacks.map((pack) => ({
    file: encodePack(pack),
    digest,
    origin: 'shipped',
    confirmed: pack.id === 'fujian-2018' ? { at: '2026-03-01T00:00:00.000Z', by: '赵管理' } : null,
    units: pack.id === 'anhui-2025' ? ['u1'] : [],
    loosens: [],
  })),
  holidays: [],
  facts: [],
  events: [{ at: '2026-03-01T00:00:00.000Z', by: '赵管理', action: 'confirm', subject: 'fujian-2018', detail: '{}' }],
}
const anhui = '安徽省基层工会经费收支管理实施办法'
const fujian = '福建省基层工会经费收支管理实施办法（2018）'

function open(more: Parameters<typeof draw>[1] = {}) {
  const drawn = draw(<AdminPane />, {
    'GET /api/v1/units': sampleUnits,
    'GET /api/v1/users': [sampleUser],
    'GET /api/v1/policy': policy,
    ...more,
  })
  return { ...drawn, user: userEvent.setup() }
}

describe('policy packs on the page', () => {
  it('shows them by layer with their state, and what one says with its source', async () => {
    const { user } = open()
    expect(await screen.findByRole('heading', { name: '国家' })).toBeTruthy()
    expect(screen.getByText('已确认（赵管理，2026-03-01）')).toBeTruthy()
    expect(screen.getByText('全部单位')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: `查看 ${anhui}` }))
    const shown = screen.getByRole('region', { name: anhui })
    expect(within(shown).getByText(/节日慰问：每人每年不超过 2,200 元/)).toBeTruthy()
    expect(within(shown).getAllByText(/二手来源，待核/).length).toBeGreaterThan(3)
  })

  it('sets two side by side', async () => {
    const { user } = open()
    await user.click(await screen.findByRole('checkbox', { name: `对比 ${fujian}` }))
    await user.click(screen.getByRole('checkbox', { name: `对比 ${anhui}` }))
    const table = screen.getByRole('heading', { name: '两个政策包对比' }).parentElement as HTMLElement
    const row = within(table).getByText('节日慰问：每人每年不超过 1,300 元').closest('tr') as HTMLElement
    expect(within(row).getByText('节日慰问：每人每年不超过 2,200 元')).toBeTruthy()
    expect(within(row).getByText('左边更严')).toBeTruthy()
  })

  it('confirms only what was read, and says before what follows', async () => {
    const { user, asks } = open({ 'PUT /api/v1/policy/packs/anhui-2025/confirmation': policy })
    await user.click(await screen.findByRole('button', { name: `查看 ${anhui}` }))
    expect(screen.getByText(/会被阻止，直到改正/)).toBeTruthy()
    const confirm = screen.getByRole('button', { name: '确认这个政策包' })
    await user.click(confirm)
    expect(asks.some(({ method }) => method === 'PUT')).toBe(false)
    await user.click(screen.getByRole('checkbox', { name: '我已对照原文逐条核对' }))
    await user.click(confirm)
    await waitFor(() => expect(sentBody(asks.find(({ method }) => method === 'PUT'))).toEqual({ digest }))
  })

  it('lists every fault of a file that is refused', async () => {
    const { user } = open({
      'POST /api/v1/policy/packs': {
        type: '',
        title: '',
        status: 422,
        detail: '文件有 1 处不对，没有装入。',
        code: 'policy.file',
        requestId: 'r1',
        findings: [
          { code: 'pack.amount', severity: 'error', location: {}, params: { path: 'limits[0].max', written: '十元' } },
        ],
      },
    })
    const input = await screen.findByLabelText('选择文件（.json）', { selector: 'input' })
    await user.upload(input, new File(['{"limits":[]}'], 'pack.json', { type: 'application/json' }))
    expect(await screen.findByText(/limits\[0\]\.max：“十元”不是金额/)).toBeTruthy()
  })

  it('assigns packs and facts to a unit', async () => {
    const { user, asks } = open({ 'PUT /api/v1/units/u1/policy': policy })
    await user.type(await screen.findByLabelText('人均留成收入（元/年）'), '2400.5')
    await user.click(screen.getByRole('checkbox', { name: /^福建省/ }))
    await user.click(screen.getByRole('button', { name: '保存适用范围' }))
    await waitFor(() =>
      expect(sentBody(asks.find(({ url }) => url === '/api/v1/units/u1/policy'))).toEqual({
        packs: ['anhui-2025', 'fujian-2018'],
        facts: { retainedPerHead: 240_050, nature: null },
      }),
    )
  })
})

describe('what reaches beyond one sheet', () => {
  it('shows used elsewhere, this sheet, together and the bound, and an issue against the one before', async () => {
    const standing: LinkedStanding = {
      rule: 'sample/limit',
      owner: 'sample',
      group: ['甲'],
      year: 2026,
      money: true,
      relation: 'atMost',
      total: '30001',
      own: '10001',
      bound: '30000',
      citation: { source: '省办法', clause: '第一条', certainty: 'secondary' },
      finding: { code: 'sample/limit', severity: 'error', location: {}, params: {} },
    }
    const fine = Array.from({ length: 250 }, (_, at) => ({ ...standing, group: [`人 ${at}`], finding: null }))
    const series: SeriesAnswer = {
      issues: ['春节', '端午'],
      difference: {
        issue: '端午',
        previous: '春节',
        added: [{ name: '甲', before: null, after: 300 }],
        removed: [],
        changed: [{ name: '乙', before: 100, after: 200 }],
        unchanged: 7,
        total: 500,
        previousTotal: 100,
      },
    }
    const sheet = { ...sampleSheet, series: { person: ['code'], issue: ['note'], amount: 'amount', name: 'name' } }
    draw(<CrossSheets place={{ unit: 'u1', kind: 'sample', year: '2026' }} sheet={sheet} />, {
      'GET /api/v1/partitions/u1/sample/2026/linked': [standing, ...fine],
      'GET /api/v1/partitions/u1/sample/2026/series': series,
    })
    const row = (await screen.findByRole('rowheader')).closest('tr') as HTMLElement
    expect([...row.querySelectorAll('td')].map((cell) => cell.textContent)).toEqual([
      '甲',
      '200.00',
      '100.01',
      '300.01',
      '300.00',
      '省办法 第一条',
    ])
    expect(await screen.findByText('其余 7 人与上期一致')).toBeTruthy()
    expect(screen.getByText('1.00 → 2.00')).toBeTruthy()
    expect(screen.getByText('新增 1 人')).toBeTruthy()
    expect(screen.queryByText(/^减少/)).toBeNull()
    // what is in order is one sentence, and its lines come when asked for, a hundred at a time
    expect(screen.getByText('其余 250 项都符合。')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: '逐项查看' }))
    expect(screen.getAllByRole('rowheader')).toHaveLength(100)
    await userEvent.click(screen.getByRole('button', { name: '再看 100 项' }))
    expect(screen.getAllByRole('rowheader')).toHaveLength(200)
    await userEvent.click(screen.getByRole('button', { name: '再看 51 项' }))
    expect(screen.getAllByRole('rowheader')).toHaveLength(251)
  })
})

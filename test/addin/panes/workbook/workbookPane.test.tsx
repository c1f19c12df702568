// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { FilePane } from '#addin/panes/file/FilePane.tsx'
import { FileProvider, useFileState } from '#addin/session/useFile.ts'
import { sampleAnalysis, samplePreview, samplePush, sampleReport, sampleUnits } from '../../samples.ts'
import { draw, sentBody } from '../../render.tsx'

function Desk() {
  return (
    <FileProvider value={useFileState()}>
      <FilePane />
    </FileProvider>
  )
}

const answers = {
  'POST /api/v1/imports': { ...sampleAnalysis, carriesBase: true, tables: [] },
  'POST /api/v1/workbooks': samplePreview,
  'POST /api/v1/workbooks/w1/publish': sampleReport,
  'GET /api/v1/workbooks/w1/file': new Blob(['x']),
  'GET /api/v1/units': sampleUnits,
  'GET /api/v1/partitions/u2/sample/2026/records': {
    p: 'u2/sample/2026',
    point: samplePush.head,
    rows: [
      {
        id: '0198c000-0000-7000-8000-000000000002',
        rv: '1-0',
        state: 'draft',
        values: { code: '50402', name: '送温暖', amount: 2_500_000 },
      },
    ],
    findings: [],
  },
}

async function drop(more: Readonly<Record<string, unknown>> = {}) {
  const drawn = draw(<Desk />, { ...answers, ...more })
  const user = userEvent.setup()
  await user.upload(screen.getByLabelText('选择文件', { selector: 'input' }), new File(['x'], '样表.xlsx'))
  await screen.findByRole('heading', { name: '工作簿里改了什么' })
  return { ...drawn, user }
}

const lastPublish = (asks: Awaited<ReturnType<typeof drop>>['asks']) =>
  sentBody(asks.findLast((ask) => ask.url.endsWith('/publish')))

describe('an edited workbook', () => {
  it('tells mine, theirs and what both changed, with who and when', async () => {
    await drop()
    expect(
      screen.getByText('您新增 1 条，修改 1 条，缺少 1 条，其余 5 条没动。另有 2 处双方都改了，没有计入。'),
    ).toBeTruthy()
    expect(screen.getByRole('region', { name: '2 处双方都改了，请您定' })).toBeTruthy()
    const card = await screen.findByRole('group', { name: '第 1 处，共 2 处：50402 送温暖 的金额' })
    expect(card.textContent).toContain('李干事')
    expect(screen.getByRole('region', { name: '这期间别人改了 1 条，已并入' }).textContent).toContain('25,000.00')
  })

  it('is decided by the keys 1–4, one card after the other; both changes are computed in plain sight', async () => {
    const { user, asks } = await drop()
    const card = screen.getByRole('group', { name: /^第 1 处/ })
    expect(card.textContent).toContain('28,000.00')
    expect(card.textContent).toContain('20,000.00 + 5,000.00 + 3,000.00')
    card.querySelector('input')?.focus()
    await user.keyboard('4')
    await waitFor(() => expect(document.activeElement?.closest('fieldset')?.textContent).toContain('第 2 处'))
    await user.keyboard('2')
    await user.click(screen.getByRole('button', { name: '试上报' }))
    await screen.findByRole('region', { name: '试上报的结果（尚未写入）' })
    await user.click(screen.getByRole('button', { name: '上报' }))
    await screen.findByRole('heading', { name: '上报完成' })
    expect(lastPublish(asks)).toMatchObject({
      dryRun: false,
      resolutions: [
        { column: 'amount', choice: 'both' },
        { column: null, choice: 'mine' },
      ],
      confirmedDeletes: [],
    })
  })

  it('cannot be sent while something is undecided', async () => {
    const { user, asks } = await drop()
    expect(screen.getByText('还有 2 处没有定，请先选择。')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '试上报' }))
    expect(asks.some((ask) => ask.url.endsWith('/publish'))).toBe(false)
  })

  it('deletes a missing row only when it is ticked by name', async () => {
    const { user, asks } = await drop()
    for (const input of screen.getAllByRole('radio', { name: /对方|放弃我的修改/ })) await user.click(input)
    await user.click(screen.getByRole('checkbox', { name: '删除 50403 已删项' }))
    await user.click(screen.getByRole('button', { name: '试上报' }))
    await screen.findByRole('region', { name: '试上报的结果（尚未写入）' })
    expect(lastPublish(asks)).toMatchObject({
      dryRun: true,
      confirmedDeletes: ['0198c000-0000-7000-8000-000000000003'],
    })
  })

  it('H9: lets what may not be sent any more be kept, and cleared', async () => {
    const dropped = [
      { p: 'u2/sample/2026', sheetName: '旧表', leaving: 3, unsent: samplePreview.sheets[0]?.mine.slice(0, 2) },
    ]
    const finding = {
      code: 'sync/sheet-dropped',
      severity: 'warning',
      location: {},
      params: { sheet: '旧表', rows: 3, unsent: 2 },
    }
    const preview = { ...samplePreview, sheets: [], dropped, findings: [finding] }
    const { user, asks, saved } = await drop({ 'POST /api/v1/workbooks': preview })
    expect(screen.getByText(/您已不能查看“旧表”里的记录。其中 3 行/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '导出这些改动' }))
    expect(saved).toEqual(['旧表未上报的改动.csv'])
    await user.click(screen.getByRole('checkbox', { name: '已经留存，从工作簿里清除' }))
    await user.click(screen.getByRole('button', { name: '试上报' }))
    await screen.findByRole('region', { name: '试上报的结果（尚未写入）' })
    expect(lastPublish(asks)).toMatchObject({ clearDropped: ['u2/sample/2026'] })
  })

  it('D5: rows that lost their ids are found again by key when a person says so', async () => {
    const [sheet] = samplePreview.sheets
    const preview = {
      ...samplePreview,
      sheets: [{ ...sheet, mine: [], conflicts: [], matches: [{ row: 5, id: 'x' }] }],
    }
    const { user, asks } = await drop({ 'POST /api/v1/workbooks': preview })
    await user.click(screen.getByRole('checkbox', { name: /按关键列重新对上 1 行/ }))
    await user.click(screen.getByRole('button', { name: '试上报' }))
    await screen.findByRole('region', { name: '试上报的结果（尚未写入）' })
    expect(lastPublish(asks)).toMatchObject({ acceptMatches: true })
  })

  it('H14: of another server is compared by value only when a person chooses so', async () => {
    const problem = {
      type: '',
      title: '',
      status: 409,
      detail: '另一台服务器',
      code: 'workbook.other-server',
      requestId: 'r1',
    }
    const { asks } = draw(<Desk />, { ...answers, 'POST /api/v1/workbooks': problem })
    const user = userEvent.setup()
    await user.upload(screen.getByLabelText('选择文件', { selector: 'input' }), new File(['x'], '样表.xlsx'))
    await user.click(await screen.findByRole('button', { name: '按内容对照' }))
    await waitFor(() => expect(asks.at(-1)?.url).toContain('compare=value'))
  })

  it('comes back refreshed with the receipt, which prints', async () => {
    const { user, saved } = await drop()
    for (const input of screen.getAllByRole('radio', { name: /对方|放弃我的修改/ })) await user.click(input)
    await user.click(screen.getByRole('button', { name: '试上报' }))
    await user.click(await screen.findByRole('button', { name: '上报' }))
    await user.click(await screen.findByRole('button', { name: '下载更新后的工作簿' }))
    await user.click(screen.getByRole('button', { name: '打印回执' }))
    await waitFor(() => expect(saved).toEqual(['样表.xlsx', 'printed']))
  })
})

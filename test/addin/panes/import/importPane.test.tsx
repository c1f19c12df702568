// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { FilePane } from '#addin/panes/file/FilePane.tsx'
import { FileProvider, useFileState } from '#addin/session/useFile.ts'
import { sampleAnalysis, sampleReport, sampleTable, sampleUnits } from '../../samples.ts'
import { draw, sentBody } from '../../render.tsx'

function Desk() {
  return (
    <FileProvider value={useFileState()}>
      <FilePane />
    </FileProvider>
  )
}

const answers = {
  'POST /api/v1/imports': sampleAnalysis,
  'GET /api/v1/units': sampleUnits,
  'POST /api/v1/imports/i1/plan': sampleTable,
  'POST /api/v1/imports/i1/rehearse': sampleReport,
  'POST /api/v1/imports/i1/apply': sampleReport,
}

async function drop(given: Parameters<typeof draw>[1] = answers) {
  const drawn = draw(<Desk />, given)
  const user = userEvent.setup()
  await user.upload(screen.getByLabelText('选择文件', { selector: 'input' }), new File(['x'], '样表.xls'))
  return { ...drawn, user }
}

describe('a dropped file', () => {
  it('is described in sentences whose numbers add up', async () => {
    await drop()
    const summary = await screen.findByText(/这是 2026 年度样表，有 2 行数据。/)
    expect(summary.closest('output')?.textContent).toContain('1 行合计')
    expect(summary.closest('output')?.textContent).toContain('表中的合计与明细一致')
    expect(summary.closest('output')?.textContent).toContain('有 1 处需要您看一下')
  })

  it('is shown with the role of every row in words', async () => {
    await drop()
    const grid = await screen.findByRole('grid')
    const roles = within(grid)
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.querySelector('[data-cell$=",0"]')?.textContent)
    expect(roles).toEqual(['标题', '表头', '数据', '数据', '合计'])
  })

  it('is corrected in place: to the cell, a new value, and back to the finding', async () => {
    const { user, asks } = await drop()
    const toCell = await screen.findByRole('button', { name: '看 C3' })
    await user.click(toCell)
    await waitFor(() => expect(document.activeElement?.getAttribute('data-cell')).toBe('2,3'))
    await user.keyboard('{Enter}')
    const input = await screen.findByLabelText('修改 C3（金额）')
    await user.clear(input)
    await user.type(input, '３万6千{Enter}')
    await user.clear(input)
    await user.type(input, '36,000{Enter}')
    await waitFor(() => expect(asks.filter((ask) => ask.url.endsWith('/plan')).length).toBeGreaterThan(0))
    expect(sentBody(asks.findLast((ask) => ask.url.endsWith('/plan')))).toMatchObject({
      plan: { corrections: [{ row: 3, column: 'amount', value: 3_600_000 }] },
      unitId: 'u2',
      year: 2026,
    })
    await user.click(screen.getByRole('button', { name: '回到问题' }))
    expect(document.activeElement).toBe(toCell)
  })

  it('takes the fix of a whole group, and a changed header', async () => {
    const { user, asks } = await drop()
    await user.click(await screen.findByRole('button', { name: '按建议改这 2 处' }))
    await user.selectOptions(screen.getByLabelText('“测算依据”对应到'), '说明')
    await waitFor(() => {
      const body = sentBody(asks.findLast((ask) => ask.url.endsWith('/plan'))) as {
        plan: { mappings: { target: string }[]; corrections: object[] }
      }
      expect(body.plan.mappings[3]?.target).toBe('note')
      expect(body.plan.corrections).toHaveLength(2)
    })
  })

  it('is rehearsed in sentences with numbers before it can be imported, then gives a receipt', async () => {
    const { user } = await drop()
    expect(screen.queryByRole('button', { name: /^导入/ })).toBeNull()
    await user.click(await screen.findByRole('button', { name: '试上报' }))
    const result = await screen.findByRole('region', { name: '试上报的结果（尚未写入）' })
    expect(result.textContent).toContain('将新增 2 条，修改 1 条，3 条与服务器相同，不变')
    expect(result.textContent).toContain('合计 58,000.00 元')
    await user.click(screen.getByRole('button', { name: '导入 3 条' }))
    expect(await screen.findByText('R231')).toBeTruthy()
    expect(screen.getByText('新增 2 条，修改 1 条，删除 0 条')).toBeTruthy()
    expect(screen.getAllByText('58,000.00')).toHaveLength(2)
  })

  it('forgets a rehearsal as soon as anything changes', async () => {
    const { user } = await drop()
    await user.click(await screen.findByRole('button', { name: '试上报' }))
    await screen.findByRole('button', { name: '导入 3 条' })
    await user.click(screen.getByRole('button', { name: '看过了，2 处照原样' }))
    expect(screen.queryByRole('button', { name: '导入 3 条' })).toBeNull()
    expect(screen.getByText('内容改过了，请重新试上报。')).toBeTruthy()
  })

  it('without a table says so, and stays ready for another', async () => {
    await drop({ ...answers, 'POST /api/v1/imports': { ...sampleAnalysis, tables: [] } })
    expect((await screen.findByRole('alert')).textContent).toContain('没有在这个文件里找到表格')
    expect(screen.getByRole('button', { name: '选择文件' })).toBeTruthy()
  })

  it('that is refused shows the sentence and the reference of the server', async () => {
    const problem = {
      type: '',
      title: '',
      status: 422,
      detail: '文件有密码，请去掉密码后再放入。',
      code: 'file.encrypted',
      requestId: 'req-9',
    }
    await drop({ ...answers, 'POST /api/v1/imports': problem })
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('文件有密码，请去掉密码后再放入。')
    expect(alert.textContent).toContain('req-9')
  })
})

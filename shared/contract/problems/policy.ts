// Refusals about the policy.
import { problem, type ProblemDefinition } from '../problem.ts'

export const policyProblems = {
  'policy.file': problem(
    422,
    '文件有 {count} 处不对，没有装入。请按下面的说明改好再装。',
    '檔案有 {count} 處不對，沒有裝入。請按下面的說明改好再裝。',
    'The file has {count} faults and was not loaded. Correct them as listed below and load it again.',
  ),
  'policy.no-pack': problem(
    422,
    '没有编号为“{pack}”的政策包。请先装入。',
    '沒有編號為「{pack}」的政策包。請先裝入。',
    'There is no policy pack “{pack}”. Load it first.',
  ),
  'policy.changed': problem(
    409,
    '“{pack}”在您查看之后已经更换。请重新打开，看过新内容再确认。',
    '「{pack}」在您查看之後已經更換。請重新打開，看過新內容再確認。',
    '“{pack}” has been replaced since you looked at it. Open it again and confirm what it says now.',
  ),
  'policy.loosens': problem(
    403,
    '“{pack}”里的“{clause}”（{standard} 元）比上级规定宽：{higher}（{documentNo}）“{higherClause}”是 {allowed} 元。下级只能从严，不能放宽（V5）。确需放宽的，请先取得上级新的文号，由管理员装入上级的新政策包。',
    '「{pack}」裡的「{clause}」（{standard} 元）比上級規定寬：{higher}（{documentNo}）「{higherClause}」是 {allowed} 元。下級只能從嚴，不能放寬（V5）。確需放寬的，請先取得上級新的文號，由管理員裝入上級的新政策包。',
    '“{pack}” is looser in “{clause}” ({standard} yuan) than the higher rule: {higher} ({documentNo}), “{higherClause}”, {allowed} yuan. A lower layer may only tighten (V5). If it must be looser, obtain a new document of the higher level and have an administrator load its pack.',
  ),
} as const satisfies Readonly<Record<string, ProblemDefinition>>

// Every refusal of the server: code → HTTP status and the sentence people read. Closed list; what, where, what to do next.
import { accessProblems } from './problems/access.ts'
import { accountProblems } from './problems/account.ts'
import { fileProblems } from './problems/file.ts'
import { policyProblems } from './problems/policy.ts'
import { requestProblems } from './problems/request.ts'
import { serverProblems } from './problems/server.ts'
import { syncProblems } from './problems/sync.ts'
import { words, type Words } from '../kernel/words.ts'

export const problemWords = {
  ...requestProblems,
  ...accessProblems,
  ...accountProblems,
  ...syncProblems,
  ...serverProblems,
  ...fileProblems,
  ...policyProblems,
} as const

export type ProblemCode = keyof typeof problemWords

/** Short titles by status, the same for every problem of that status. */
export const problemTitles: Readonly<Record<number, Words>> = {
  400: words('请求有误', '請求有誤', 'Bad request'),
  401: words('需要登录', '需要登入', 'Sign in needed'),
  403: words('没有权限', '沒有權限', 'Not allowed'),
  404: words('没有找到', '沒有找到', 'Not found'),
  405: words('方法不对', '方法不對', 'Method not allowed'),
  406: words('格式不支持', '格式不支援', 'Not acceptable'),
  408: words('接收超时', '接收逾時', 'Timed out'),
  409: words('状态不符', '狀態不符', 'Conflict'),
  410: words('已过期', '已過期', 'Gone'),
  413: words('内容过大', '內容過大', 'Too large'),
  414: words('网址过长', '網址過長', 'Address too long'),
  415: words('类型不支持', '類型不支援', 'Unsupported type'),
  422: words('内容未通过', '內容未通過', 'Not accepted'),
  429: words('请稍候', '請稍候', 'Wait a moment'),
  431: words('请求头过大', '請求標頭過大', 'Headers too large'),
  500: words('服务器出错', '伺服器出錯', 'Server error'),
  503: words('暂不可用', '暫不可用', 'Not available now'),
  507: words('磁盘已满', '磁碟已滿', 'Storage full'),
}

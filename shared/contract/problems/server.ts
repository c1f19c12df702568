// The server itself.
import { problem, type ProblemDefinition } from '../problem.ts'

export const serverProblems = {
  internal: problem(
    500,
    '服务器出错，这次操作的结果不明。请稍后重试；重复上报不会重复入账。问题编号 {requestId}。',
    '伺服器出錯，這次操作的結果不明。請稍後再試；重複上報不會重複入帳。問題編號 {requestId}。',
    'The server failed and the outcome is not known. Try again; sending twice does no harm. Number {requestId}.',
  ),
  busy: problem(
    503,
    '服务器正忙，请在 {seconds} 秒后再试。',
    '伺服器正忙，請在 {seconds} 秒後再試。',
    'The server is busy. Try again in {seconds} seconds.',
  ),
  draining: problem(
    503,
    '服务器正在重新启动，请在 {seconds} 秒后再试。',
    '伺服器正在重新啟動，請在 {seconds} 秒後再試。',
    'The server is restarting. Try again in {seconds} seconds.',
  ),
  'storage-low': problem(
    503,
    '服务器磁盘快满了，请告诉管理员尽快腾出空间。',
    '伺服器磁碟快滿了，請告訴管理員儘快騰出空間。',
    'The server’s disk is nearly full. Ask the administrator to free space soon.',
  ),
  'storage-full': problem(
    507,
    '服务器磁盘已满，没有写入任何内容。请告诉管理员腾出空间后重试。',
    '伺服器磁碟已滿，沒有寫入任何內容。請告訴管理員騰出空間後再試。',
    'The server’s disk is full; nothing was written. Ask the administrator to free space, then try again.',
  ),
  'manifest.insecure': problem(
    409,
    'Excel 只接受 HTTPS 的加载项，而您是用 HTTP 打开本服务器的。请让服务器启用证书（设置 TLS=on，或用 HOST 对内网开放），再从 https 网址下载清单。',
    'Excel 只接受 HTTPS 的增益集，而您是用 HTTP 開啟本伺服器的。請讓伺服器啟用憑證（設定 TLS=on，或用 HOST 對內網開放），再從 https 網址下載資訊清單。',
    'Excel takes add-ins over HTTPS only, and you reached this server over HTTP. Give it a certificate (TLS=on, or HOST for the intranet) and fetch the manifest from its https address.',
  ),
} as const satisfies Readonly<Record<string, ProblemDefinition>>

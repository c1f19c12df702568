// Who is asking, and may they.
import { problem, type ProblemDefinition } from '../problem.ts'

export const accessProblems = {
  unauthenticated: problem(
    401,
    '登录已失效，请重新登录。尚未上报的内容仍在您的工作簿里。',
    '登入已失效，請重新登入。尚未上報的內容仍在您的活頁簿裡。',
    'You are not signed in any more. Sign in again; what you have not sent is still in your workbook.',
  ),
  'sign-in.failed': problem(
    401,
    '姓名或密码不对。请核对后再试。',
    '姓名或密碼不對。請核對後再試。',
    'Name or password is wrong. Check both and try again.',
  ),
  'setup.code': problem(
    401,
    '一次性代码不对或已用过。请看服务器启动时窗口里的代码，或重新启动取得新代码。',
    '一次性代碼不對或已用過。請看伺服器啟動時視窗裡的代碼，或重新啟動取得新代碼。',
    'The one-time code is wrong or used up. Read it in the window where the server was started, or restart for a new one.',
  ),
  forbidden: problem(
    403,
    '您没有办理此事的权限。需要时请向单位管理员申请。',
    '您沒有辦理此事的權限。需要時請向單位管理員申請。',
    'You have no right to do this. Ask your administrator if you need it.',
  ),
  denied: problem(
    403,
    '这件事不归您办理。请看说明，交有权的人办理或请示。',
    '這件事不歸您辦理。請看說明，交有權的人辦理或請示。',
    'This is not yours to do. See whose it is; hand it over or ask.',
  ),
  origin: problem(
    403,
    '请求来自别的网站（{origin}），已拒绝。请从本系统页面操作。',
    '請求來自別的網站（{origin}），已拒絕。請從本系統頁面操作。',
    'The request comes from another site ({origin}) and was refused. Use the pages of this system.',
  ),
  unknown: problem(404, '没有找到，或您无权查看。', '沒有找到，或您無權查看。', 'Not found, or not visible to you.'),
  'upload.expired': problem(
    410,
    '上传的文件已过期，请重新放入文件。',
    '上傳的檔案已過期，請重新放入檔案。',
    'The uploaded file has expired. Drop it again.',
  ),
  'sign-in.throttled': problem(
    429,
    '密码连续输错，请在 {seconds} 秒后再试。账号没有被锁死。',
    '密碼連續輸錯，請在 {seconds} 秒後再試。帳號沒有被鎖死。',
    'Too many wrong passwords. Try again in {seconds} seconds; the account is not locked for good.',
  ),
  'too-many-requests': problem(
    429,
    '操作太频繁，请在 {seconds} 秒后再试。',
    '操作太頻繁，請在 {seconds} 秒後再試。',
    'Too many requests. Try again in {seconds} seconds.',
  ),
  'uploads.busy': problem(
    429,
    '您已有 {limit} 个文件在处理，请等其中一个完成后再传。',
    '您已有 {limit} 個檔案在處理，請等其中一個完成後再傳。',
    '{limit} of your files are being read already. Wait for one of them to finish.',
  ),
  'uploads.full': problem(
    503,
    '现在排队处理的文件太多，请 {seconds} 秒后再传。您的文件没有保存。',
    '現在排隊處理的檔案太多，請 {seconds} 秒後再傳。您的檔案沒有儲存。',
    'Too many files are waiting to be read. Try again in {seconds} seconds; your file was not kept.',
  ),
  'already-initialised': problem(
    409,
    '系统已经初始化过了，请直接登录。',
    '系統已經初始化過了，請直接登入。',
    'The system has been set up already. Sign in.',
  ),
  'not-initialised': problem(
    503,
    '系统还没有建立第一个管理员。请打开首页，输入服务器窗口里的一次性代码。',
    '系統還沒有建立第一個管理員。請打開首頁，輸入伺服器視窗裡的一次性代碼。',
    'There is no administrator yet. Open the home page and enter the one-time code from the server window.',
  ),
} as const satisfies Readonly<Record<string, ProblemDefinition>>

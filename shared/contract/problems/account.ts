// Accounts, units and grants.
import { problem, type ProblemDefinition } from '../problem.ts'

export const accountProblems = {
  'password.short': problem(
    422,
    '密码至少 {minimum} 个字符，建议 15 个以上，例如几个不相干的词。',
    '密碼至少 {minimum} 個字元，建議 15 個以上，例如幾個不相干的詞。',
    'A password needs at least {minimum} characters; 15 or more are better, such as a few unrelated words.',
  ),
  'password.long': problem(
    400,
    '密码过长（上限 {maximum} 字节）。',
    '密碼過長（上限 {maximum} 位元組）。',
    'The password is too long (at most {maximum} bytes).',
  ),
  'password.common': problem(
    422,
    '这个密码太常见，容易被猜到。请换一个。',
    '這個密碼太常見，容易被猜到。請換一個。',
    'This password is too common. Choose another.',
  ),
  'password.context': problem(
    422,
    '密码不要包含姓名、单位名称或系统名称。请换一个。',
    '密碼不要包含姓名、單位名稱或系統名稱。請換一個。',
    'Do not build the password from your name, the unit or the system. Choose another.',
  ),
  'password.current': problem(
    403,
    '原密码不对，密码没有修改。',
    '原密碼不對，密碼沒有修改。',
    'The current password is wrong; nothing was changed.',
  ),
  'name.taken': problem(
    409,
    '登录名“{name}”已有人使用，请换一个。',
    '登入名「{name}」已有人使用，請換一個。',
    'The name “{name}” is taken. Choose another.',
  ),
  'name.format': problem(
    422,
    '登录名为 1 到 40 个字，不能有空格和不可见字符。',
    '登入名為 1 到 40 個字，不能有空格和不可見字元。',
    'A sign-in name has 1 to 40 characters, no spaces and no invisible ones.',
  ),
  'unit.unknown': problem(
    422,
    '没有编号为“{unit}”的单位。',
    '沒有編號為「{unit}」的單位。',
    'There is no unit “{unit}”.',
  ),
  'name.char': problem(
    400,
    '名称的第 {position} 个字符看不见或会打乱显示次序（{codePoint}），多半是粘贴时带进来的。请删去它，或重新输入名称。',
    '名稱的第 {position} 個字元看不見或會打亂顯示次序（{codePoint}），多半是貼上時帶進來的。請刪去它，或重新輸入名稱。',
    'Character {position} of the name is invisible or turns the reading direction ({codePoint}); it was probably pasted. Remove it, or type the name anew.',
  ),
  'unit.taken': problem(
    409,
    '同一上级下已有名为“{name}”的单位。',
    '同一上級下已有名為「{name}」的單位。',
    'There already is a unit “{name}” there.',
  ),
  'grants.incompatible': problem(
    422,
    '同一人在同一单位不能兼任“{first}”和“{second}”（不相容职务应当分离）。',
    '同一人在同一單位不能兼任「{first}」和「{second}」（不相容職務應當分離）。',
    'One person may not be both {first} and {second} in the same unit (incompatible duties).',
  ),
  'grants.own': problem(
    403,
    '不能修改自己的权限，请由另一位管理员办理。',
    '不能修改自己的權限，請由另一位管理員辦理。',
    'You cannot change your own rights. Another administrator has to.',
  ),
  'grants.period': problem(422, '权限的起止日期颠倒了。', '權限的起止日期顛倒了。', 'The grant ends before it starts.'),
  'grants.department': problem(
    422,
    '“部门”角色要写明是哪个部门。',
    '「部門」角色要寫明是哪個部門。',
    'The department role has to name its department.',
  ),
  'grants.none': problem(
    422,
    '请至少给一项本单位的权限；没有任何权限的账号由“{unit}”的管理员管理。不再使用的账号请停用。',
    '請至少給一項本單位的權限；沒有任何權限的帳號由「{unit}」的管理員管理。不再使用的帳號請停用。',
    'Give at least one right in your units: accounts without any are looked after by the administrators of “{unit}”. Disable an account that is not used any more.',
  ),
  'delegation.not-held': problem(
    403,
    '只能把自己现有的权限授予别人：角色、单位、表的种类和起止日期都不能超出自己的权限；别人授予您的权限不能再授予他人。',
    '只能把自己現有的權限授予別人：角色、單位、表的種類和起止日期都不能超出自己的權限；別人授予您的權限不能再授予他人。',
    'You can delegate only what you hold yourself: role, unit, kinds and days may not go beyond it, and what was delegated to you goes no further.',
  ),
  'delegation.role': problem(
    422,
    '经审和系统管理员的权限不能授予别人。',
    '經審和系統管理員的權限不能授予別人。',
    'The rights of auditors and administrators cannot be delegated.',
  ),
  'delegation.self': problem(422, '不能授权给自己。', '不能授權給自己。', 'You cannot delegate to yourself.'),
  'delegation.taker': problem(
    422,
    '被授权人须是本单位或上下级单位的在用账号，且不是系统管理员。请从名单中选择。',
    '被授權人須是本單位或上下級單位的在用帳號，且不是系統管理員。請從名單中選擇。',
    'Choose somebody from the list: an account in use of the unit or of one above or below, and no administrator.',
  ),
  'delegation.ended': problem(
    422,
    '授权的截止日期已过，请改为今天或以后。',
    '授權的截止日期已過，請改為今天或以後。',
    'The delegation would have ended already. Choose today or a later day.',
  ),
  'delegation.reason': problem(422, '请写明授权的事由。', '請寫明授權的事由。', 'Write why you delegate it.'),
  'admin.scope': problem(
    403,
    '单位“{unit}”不在您管理的范围内。您只能办理自己管理的单位及其下级的事，请由该单位或其上级的管理员办理。',
    '單位「{unit}」不在您管理的範圍內。您只能辦理自己管理的單位及其下級的事，請由該單位或其上級的管理員辦理。',
    'The unit “{unit}” is not yours to administer: only your own units and those below them are. Ask the administrator there or above.',
  ),
  'admin.elsewhere': problem(
    409,
    '此人在您管理范围以外的单位还有权限，不能停用账号。请去掉其在本单位的权限，或由上级管理员停用。',
    '此人在您管理範圍以外的單位還有權限，不能停用帳號。請去掉其在本單位的權限，或由上級管理員停用。',
    'This person also holds rights in units that you do not administer. Take away the rights in your units, or ask an administrator above.',
  ),
  'admin.server': problem(
    403,
    '这件事关系到整个服务器（政策包、节假日、最上级单位），只有最上级单位的管理员能办。请向上级管理员申请。',
    '這件事關係到整個伺服器（政策包、節假日、最上級單位），只有最上級單位的管理員能辦。請向上級管理員申請。',
    'This concerns the whole server (policy packs, holidays, units at the top): only administrators of the topmost unit may do it. Ask one of them.',
  ),
} as const satisfies Readonly<Record<string, ProblemDefinition>>

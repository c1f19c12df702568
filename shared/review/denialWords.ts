// The sentences of denials: what stands against it, and the lawful road.
import type { Words } from '../kernel/words.ts'
import { words } from '../kernel/words.ts'
import type { FindingWords } from '../kernel/finding.ts'
import type { DenialCode, Road, UltraVires } from '../definition/denial.ts'

const sentences: Readonly<Record<DenialCode, Words>> = {
  'other-unit': words(
    '这张表属于别的单位，您只能看，不能办。需要办理请向该单位请示。',
    '這張表屬於別的單位，您只能看，不能辦。需要辦理請向該單位請示。',
    'This sheet belongs to another unit: you may read it, not act on it. Ask that unit.',
  ),
  'other-department': words(
    '这一条归别的部门承办，您不能办。需要时请与承办部门商量，或请示办公室主任。',
    '這一條歸別的部門承辦，您不能辦。需要時請與承辦部門商量，或請示辦公室主任。',
    'This row is another department’s. Talk to that department, or ask the office director.',
  ),
  'not-in-role': words(
    '这一步不是您的职责。请交有权办理的人，或用“请示”送给他。',
    '這一步不是您的職責。請交有權辦理的人，或用「請示」送給他。',
    'This step is not yours to take. Hand it to whoever may, or send a request.',
  ),
  'field-not-in-role': words(
    '“{label}”这一项不归您填写，整行没有保存。请去掉这处改动，或请示有权的人。',
    '「{label}」這一項不歸您填寫，整列沒有儲存。請去掉這處改動，或請示有權的人。',
    '“{label}” is not yours to fill in, so the row was not saved. Take that change back, or ask whoever may.',
  ),
  'sod-own-draft': words(
    '您编制、修改或提交过这份内容，不能再由您审批。请交另一位有权的人。',
    '您編製、修改或提交過這份內容，不能再由您審批。請交另一位有權的人。',
    'You drafted, changed or submitted this, so you may not decide on it. Hand it to another person who may.',
  ),
  'sod-two-levels': words(
    '前一级是您审批的，这一级要由另一人审批。',
    '前一級是您審批的，這一級要由另一人審批。',
    'You approved the level before: this one needs another person.',
  ),
  'sod-pay': words(
    '审批、验收和付款不能由同一人办理。请交另一位有权的人。',
    '審批、驗收和付款不能由同一人辦理。請交另一位有權的人。',
    'Approving, accepting and paying may not be done by one person. Hand it to another.',
  ),
  'sod-period': words(
    '这一期是您关的，重新打开要由另一人办理。',
    '這一期是您關的，重新打開要由另一人辦理。',
    'You closed this period: somebody else reopens it.',
  ),
  'sod-editor': words(
    '收款人、账号等内容是您填写的，这一步要由另一人办理。',
    '收款人、帳號等內容是您填寫的，這一步要由另一人辦理。',
    'You entered payee or account, so somebody else takes this step.',
  ),
  'over-own-limit': words(
    '合计 {sum} 元，达到大额标准 {limit} 元，须先登记集体研究（会议）决议。',
    '合計 {sum} 元，達到大額標準 {limit} 元，須先登記集體研究（會議）決議。',
    'The sum of {sum} yuan reaches the limit of {limit} yuan: record the meeting’s resolution first.',
  ),
  'lacks-resolution': words(
    '缺决议：须先登记会议决议（届、次、日期、应到、实到、同意），同意人数要超过应到的一半。',
    '缺決議：須先登記會議決議（屆、次、日期、應到、實到、同意），同意人數要超過應到的一半。',
    'No resolution that holds: record the meeting (term, number, date, expected, present, agreed); more than half of those expected must agree.',
  ),
  'lacks-discussion': words(
    '缺职工讨论记录：参加人数要达到应到的 {attendance}%，每条意见都要写明处理情况。',
    '缺職工討論記錄：參加人數要達到應到的 {attendance}%，每條意見都要寫明處理情況。',
    'No discussion that holds: {attendance}% must have taken part, and each opinion needs its disposition.',
  ),
  'lacks-notice': words(
    '缺公示：须公示满 {days} 个工作日并已到期。',
    '缺公示：須公示滿 {days} 個工作日並已到期。',
    'No notice that holds: it must have stood for {days} working days and run out.',
  ),
  'lacks-objections-closed': words(
    '还有 {count} 条异议没有办结。请先复核并答复。',
    '還有 {count} 條異議沒有辦結。請先覆核並答覆。',
    '{count} objections are still open. Look into them and answer first.',
  ),
  'lacks-document': words(
    '缺文件：须先登记批复或备案的文号和日期。',
    '缺文件：須先登記批覆或備案的文號和日期。',
    'No document: record number and date of the approval first.',
  ),
  'lacks-consultation': words(
    '还没有商量记录：至少要征求 {minimum} 人的意见并登记。',
    '還沒有商量記錄：至少要徵求 {minimum} 人的意見並登記。',
    'Nobody was consulted: hear at least {minimum} people and record it.',
  ),
  'lacks-inquiry': words(
    '缺“{label}”记录。请先办理并登记日期、经办人和结果。',
    '缺「{label}」記錄。請先辦理並登記日期、經辦人和結果。',
    'No record of “{label}”. Do it first and note date, people and result.',
  ),
  'void-evidence': words(
    '登记之后内容又改过，原来的决议、公示或讨论对改动的 {count} 行已失效。请就改后的内容重新办理。',
    '登記之後內容又改過，原來的決議、公示或討論對改動的 {count} 列已失效。請就改後的內容重新辦理。',
    'The content was changed afterwards: what was decided or noticed is void for {count} rows. Go through it again for the new content.',
  ),
  'skips-step': words(
    '现在是“{state}”，这一步要从“{from}”开始，不能跳过中间的手续。',
    '現在是「{state}」，這一步要從「{from}」開始，不能跳過中間的手續。',
    'It is at “{state}”; this step begins at “{from}”. No step may be skipped.',
  ),
  'lacks-field': words(
    '“{label}”还没有填写。请填好再办这一步。',
    '「{label}」還沒有填寫。請填好再辦這一步。',
    '“{label}” is blank. Fill it in before this step.',
  ),
  'lacks-reason': words('请写明理由。', '請寫明理由。', 'Say why.'),
  guarded: words(
    '这一步的条件还不满足，请看提示。',
    '這一步的條件還不滿足，請看提示。',
    'The conditions of this step are not met: see the findings.',
  ),
  'over-standard': words(
    '高于规定标准，不能放宽。需要时请由管理员凭文号登记新标准。',
    '高於規定標準，不能放寬。需要時請由管理員憑文號登記新標準。',
    'Above the standard, which may not be loosened. An administrator may record a new one with its document number.',
  ),
  locked: words(
    '这一条是“{state}”，已锁定，不能改。需要改请先退回。',
    '這一條是「{state}」，已鎖定，不能改。需要改請先退回。',
    'This row is at “{state}” and locked. Have it returned first.',
  ),
  'locked-amend': words(
    '这一条是“{state}”，已锁定，不能改。需要改请填“{amend}”。',
    '這一條是「{state}」，已鎖定，不能改。需要改請填「{amend}」。',
    'This row is at “{state}” and locked. Use “{amend}” to change it.',
  ),
  'sheet-under-way': words(
    '这张表已在“{state}”，不能再增加行。需要增加请先退回。',
    '這張表已在「{state}」，不能再增加列。需要增加請先退回。',
    'The sheet is at “{state}”: no rows can be added. Have it returned first.',
  ),
  'sod-beneficiary': words(
    '这一条涉及您本人或亲属，您要回避。请交另一位有权的人。',
    '這一條涉及您本人或親屬，您要迴避。請交另一位有權的人。',
    'This row concerns you or a relative: you must stand aside. Hand it to another person who may.',
  ),
  'masked-field': words(
    '“{label}”是个人信息，您只看到遮住以后的样子，不能改。请把这一格恢复原样；内容确实有误的，请示有权修改的人。',
    '「{label}」是個人資訊，您只看到遮住以後的樣子，不能改。請把這一格恢復原樣；內容確實有誤的，請示有權修改的人。',
    '“{label}” is personal data that you see masked and cannot change. Put the cell back as it was; if the value is wrong, ask somebody who may change it.',
  ),
  'reveal-denied': words(
    '“{label}”的完整内容您无权查看。确有需要请请示。',
    '「{label}」的完整內容您無權查看。確有需要請請示。',
    'You may not see “{label}” in full. Ask, if you need it.',
  ),
  'superior-only': words(
    '这一步归上级工会办理，本单位不能代办。请报上级，或用“请示”。',
    '這一步歸上級工會辦理，本單位不能代辦。請報上級，或用「請示」。',
    'This step belongs to the superior union. Report it upward, or send a request.',
  ),
  'emergency-unconsulted': words(
    '紧急处理要写明理由，并写明至少 {minimum} 位商量过的人及其意见。',
    '緊急處理要寫明理由，並寫明至少 {minimum} 位商量過的人及其意見。',
    'An emergency needs a reason and at least {minimum} people who were consulted, with what they said.',
  ),
}

export const denialWords: FindingWords = Object.fromEntries(
  Object.entries(sentences).map(([code, sentence]) => [`review/${code}`, sentence]),
)

/** What the nine are called. */
export const viresWords: Readonly<Record<UltraVires, Words>> = {
  V1: words('越权：超出本单位、本部门范围', '越權：超出本單位、本部門範圍', 'Outside one’s own unit or department'),
  V2: words('越权：不是本人职责', '越權：不是本人職責', 'Not one’s own duty'),
  V3: words(
    '越权：超过本人额度，未经集体研究',
    '越權：超過本人額度，未經集體研究',
    'Above one’s own limit, not decided together',
  ),
  V4: words('越权：跳过必经手续', '越權：跳過必經手續', 'A mandatory step is skipped'),
  V5: words('越权：突破标准', '越權：突破標準', 'A standard is loosened'),
  V6: words('越权：锁定后改动', '越權：鎖定後改動', 'Changed after it was locked'),
  V7: words('应当回避', '應當迴避', 'Own interest'),
  V8: words('超范围查看或公开个人信息', '超範圍查看或公開個人資訊', 'Personal data beyond scope'),
  V9: words('越级或代签', '越級或代簽', 'Bypasses the reporting chain'),
}

export const roadWords: Readonly<Record<Road, Words>> = {
  ask: words('请示', '請示', 'Ask'),
  amend: words('填调整表', '填調整表', 'Amend'),
  return: words('请求退回', '請求退回', 'Ask for return'),
  file: words('补登材料', '補登材料', 'File the evidence'),
  complete: words('补填', '補填', 'Complete it'),
  'hand-over': words('交他人办理', '交他人辦理', 'Hand over'),
}

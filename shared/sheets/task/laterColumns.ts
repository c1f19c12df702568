// Columns of the ledger that are filled while a task is under way and when it is done (domain.md §4.2 H).
import type { ColumnDefinition } from '../../definition/column.ts'
import { words } from '../../kernel/words.ts'
import { column } from '../columns/column.ts'
import { closings, statuses } from './choices.ts'

export const laterColumns = {
  status: column(
    { type: 'choice', choices: statuses, width: 10 },
    {
      label: words('办理状态', '辦理狀態', 'Status'),
      synonyms: [
        '是否办结',
        '状态',
        '完成状态',
        '进度',
        '是否销号',
        '办结情况',
        '是否完成',
        '完成与否',
        '当前状态',
        '销号情况',
      ],
      description: words(
        '未启动、正在办理、已办结、长期坚持或已中止。',
        '未啟動、正在辦理、已辦結、長期堅持或已中止。',
        'Where it stands.',
      ),
    },
  ),
  progressRate: column(
    { type: 'percent', minimum: 0, maximum: 10_000, width: 8 },
    {
      label: words('完成进度', '完成進度', 'Progress %'),
      synonyms: ['完成率', '进度%', '完成百分比', '完成比例', '进度百分比', '完成进度%'],
      description: words('0% 到 100%。', '0% 到 100%。', '0 % to 100 %.'),
    },
  ),
  progress: column(
    { type: 'text', maxLength: 4000, width: 40 },
    {
      label: words('进展情况', '進展情況', 'Progress'),
      synonyms: [
        '办理进展',
        '办理情况',
        '工作进展',
        '落实情况',
        '完成情况',
        '推进情况',
        '目前进展',
        '最新进展',
        '进展',
        '工作进展情况',
        '办理进展情况',
        '推进落实情况',
        '贯彻落实情况',
      ],
      description: words(
        '按日期写，例如 6.3：已…；6.20：…',
        '按日期寫，例如 6.3：已…；6.20：…',
        'With dates, newest last.',
      ),
    },
  ),
  urged: column(
    { type: 'text', maxLength: 1000, width: 18 },
    {
      label: words('催办记录', '催辦記錄', 'Reminders'),
      synonyms: ['催办情况', '催办次数', '催办时间', '督办情况', '催办', '督促情况'],
      description: words('几次、哪天、什么方式。', '幾次、哪天、什麼方式。', 'How often, when and how.'),
    },
  ),
  extendedTo: column(
    { type: 'date' },
    {
      label: words('延期至', '延期至', 'Extended to'),
      synonyms: ['延期时间', '延期后时限', '延长期限', '延期日期', '延期到'],
      description: words('同意延期到哪一天。', '同意延期到哪一天。', 'New day it is due.'),
    },
  ),
  extensionFiled: column(
    { type: 'date' },
    {
      label: words('延期申请日期', '延期申請日期', 'Extension filed'),
      synonyms: ['延期申请', '延期申请时间', '申请延期时间', '申请延期日期'],
      description: words(
        '须在原办结时限之前提出。',
        '須在原辦結時限之前提出。',
        'Must be filed before the task is due.',
      ),
    },
  ),
  extensionReason: column(
    { type: 'text', maxLength: 500, width: 18 },
    {
      label: words('延期原因', '延期原因', 'Reason for extension'),
      synonyms: ['延期理由', '申请延期原因'],
      description: words('为什么要延期。', '為什麼要延期。', 'Why more time is needed.'),
    },
  ),
  extensionApprover: column(
    { type: 'text', maxLength: 60 },
    {
      label: words('延期批准人', '延期批准人', 'Extension approved by'),
      synonyms: ['延期审批', '延期审批人', '同意延期领导'],
      description: words('谁同意延期。', '誰同意延期。', 'Who agreed to it.'),
    },
  ),
  result: column(
    { type: 'text', maxLength: 2000, width: 24 },
    {
      label: words('办理结果', '辦理結果', 'Result'),
      synonyms: ['办结结果', '落实结果', '办理结论', '完成结果', '工作成效', '取得成效'],
      description: words('办成了什么。', '辦成了什麼。', 'What was achieved.'),
    },
  ),
  doneDate: column(
    { type: 'date' },
    {
      label: words('办结日期', '辦結日期', 'Done on'),
      synonyms: [
        '办结时间',
        '实际完成时间',
        '完成日期',
        '销号日期',
        '实际办结时间',
        '销号时间',
        '实际完成日期',
        '实际办结日期',
      ],
      description: words('实际办结的日期。', '實際辦結的日期。', 'Day it was done.'),
    },
  ),
  feedbackDate: column(
    { type: 'date' },
    {
      label: words('反馈日期', '回饋日期', 'Reported back on'),
      synonyms: ['反馈时间', '回复日期', '回复时间', '答复日期', '报告日期'],
      description: words(
        '向来源方书面反馈的日期。',
        '向來源方書面回饋的日期。',
        'Day of the written report to the source.',
      ),
    },
  ),
  feedbackTo: column(
    { type: 'text', maxLength: 100 },
    {
      label: words('反馈对象', '回饋對象', 'Reported to'),
      synonyms: ['反馈单位', '回复对象', '报告对象', '反馈领导'],
      description: words('反馈给谁。', '回饋給誰。', 'Who received the report.'),
    },
  ),
  closing: column(
    { type: 'choice', choices: closings, width: 10 },
    {
      label: words('审结意见', '審結意見', 'Closing decision'),
      synonyms: ['审核意见', '审结情况', '办结意见', '验收意见'],
      description: words('同意办结，或退回重办。', '同意辦結，或退回重辦。', 'Closed, or returned to be done again.'),
    },
  ),
  reason: column(
    { type: 'text', maxLength: 1000, width: 20 },
    {
      label: words('未办结原因', '未辦結原因', 'Why not done'),
      synonyms: [
        '逾期原因',
        '未完成原因',
        '存在问题',
        '困难及原因',
        '未按时完成原因',
        '存在困难',
        '存在的问题',
        '问题及原因',
      ],
      description: words('逾期的必须写。', '逾期的必須寫。', 'Required when overdue.'),
    },
  ),
  nextStep: column(
    { type: 'text', maxLength: 1000, width: 20 },
    {
      label: words('下一步措施', '下一步措施', 'Next step'),
      synonyms: [
        '下步打算',
        '整改措施',
        '推进措施',
        '下步措施',
        '下一步打算',
        '下一步工作',
        '下一步计划',
        '下步工作',
        '下一步工作打算',
        '工作措施',
      ],
      description: words('接下来怎么办。', '接下來怎麼辦。', 'What is done next.'),
    },
  ),
  archiveNo: column(
    { type: 'code', maxLength: 40 },
    {
      label: words('归档号', '歸檔號', 'Archive number'),
      synonyms: ['归卷号', '归入卷号', '档号', '案卷号'],
      description: words('归档后的档号。', '歸檔後的檔號。', 'Number in the archive.'),
    },
  ),
  remark: column(
    { type: 'text', maxLength: 1000, width: 16, optionalColumn: true },
    {
      label: words('备注', '備註', 'Remark'),
      synonyms: ['附注', '说明'],
      description: words('其他要说明的。', '其他要說明的。', 'Anything else.'),
    },
  ),
} as const satisfies Readonly<Record<string, ColumnDefinition>>

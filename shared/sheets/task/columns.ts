// The columns of the ledger of supervised tasks (domain.md §4.1, §4.2 H).
import type { ColumnDefinition } from '../../definition/column.ts'
import { words } from '../../kernel/words.ts'
import { column } from '../columns/column.ts'
import { modes, sources, urgencies } from './choices.ts'

const assignment = {
  seq: column(
    { type: 'text', maxLength: 20, width: 6, optionalColumn: true },
    {
      label: words('序号', '序號', 'No.'),
      synonyms: ['序', '顺序号', '号', 'NO.'],
      description: words(
        '原表的序号，不作编号用。',
        '原表的序號，不作編號用。',
        'Running number of the old sheet; not the task’s number.',
      ),
    },
  ),
  taskNo: column(
    { type: 'code', merge: 'key', maxLength: 30, width: 14 },
    {
      label: words('督办编号', '督辦編號', 'Task number'),
      synonyms: ['编号', '任务编号', '事项编号', '立项号', '督查编号', '立项编号'],
      description: words('例如 DB-2026-001，不重复。', '例如 DB-2026-001，不重複。', 'Such as DB-2026-001; used once.'),
    },
  ),
  source: column(
    { type: 'choice', choices: sources, width: 14 },
    {
      label: words('任务来源', '任務來源', 'Source'),
      synonyms: ['事项来源', '交办来源', '来源类别', '来源类型'],
      description: words('任务从哪里来。', '任務從哪裡來。', 'Where the task comes from.'),
    },
  ),
  sourceReference: column(
    { type: 'text', maxLength: 200, width: 18 },
    {
      label: words('来源文号或会议', '來源文號或會議', 'Document or meeting'),
      synonyms: [
        '来源文号',
        '来源文号/会议',
        '会议名称',
        '依据',
        '立项依据',
        '批示来源',
        '来文来源',
        '来源',
        '文号',
        '来文字号',
      ],
      description: words(
        '文号、会议名称或批示。',
        '文號、會議名稱或批示。',
        'Document number, meeting or instruction.',
      ),
    },
  ),
  task: column(
    { type: 'text', required: true, maxLength: 1000, width: 36 },
    {
      label: words('督办事项', '督辦事項', 'Task'),
      synonyms: [
        '任务内容',
        '工作任务',
        '事项',
        '重点工作',
        '交办事项',
        '工作内容',
        '主要内容',
        '具体事项',
        '任务',
        '督查事项',
        '任务名称',
        '事项名称',
        '督办内容',
        '督办任务',
        '重点任务',
        '工作事项',
        '主要任务',
        '重点工作任务',
      ],
      description: words('一行一件事。', '一行一件事。', 'One matter per row.'),
    },
  ),
  goal: column(
    { type: 'text', maxLength: 1000, width: 24 },
    {
      label: words('工作目标', '工作目標', 'Goal'),
      synonyms: ['工作目标/要求', '工作要求', '目标要求', '目标任务', '工作标准', '办理要求', '预期目标', '完成标准'],
      description: words('办到什么程度。', '辦到什麼程度。', 'What counts as done.'),
    },
  ),
  leader: column(
    { type: 'text', maxLength: 60 },
    {
      label: words('交办领导', '交辦領導', 'Assigned by'),
      synonyms: ['批示领导', '责任领导', '分管领导', '牵头领导', '督办领导', '包抓领导', '领导'],
      description: words('交办或批示的领导。', '交辦或批示的領導。', 'The leader who assigned it.'),
    },
  ),
  assigned: column(
    { type: 'date' },
    {
      label: words('交办日期', '交辦日期', 'Assigned on'),
      synonyms: ['交办时间', '下达时间', '立项时间', '登记日期', '下达日期', '立项日期', '登记时间', '部署时间'],
      description: words('交办的日期。', '交辦的日期。', 'Day it was assigned.'),
    },
  ),
} as const satisfies Readonly<Record<string, ColumnDefinition>>

const handling = {
  mode: column(
    { type: 'choice', choices: modes, width: 8 },
    {
      label: words('承办方式', '承辦方式', 'Handling'),
      synonyms: ['办理方式', '承办类型', '办理类型'],
      description: words('主办、会办、转办或催办。', '主辦、會辦、轉辦或催辦。', 'Lead, joint, passed on or urged.'),
    },
  ),
  lead: column(
    { type: 'list', maxLength: 100, width: 14 },
    {
      label: words('主办单位', '主辦單位', 'Lead department'),
      synonyms: [
        '主办',
        '承办单位',
        '承办部门',
        '牵头单位',
        '牵头部门',
        '责任单位',
        '责任部门',
        '主责部门',

        '主办部门',
        '主责单位',
        '责任科室',
        '牵头责任单位',
        '落实部门',
      ],
      description: words(
        '主办（牵头）单位，只能有一个。',
        '主辦（牽頭）單位，只能有一個。',
        'The one department in the lead.',
      ),
    },
  ),
  co: column(
    { type: 'list', maxLength: 300, width: 16 },
    {
      label: words('会办单位', '會辦單位', 'Joint departments'),
      synonyms: [
        '会办',
        '协办单位',
        '配合单位',
        '配合部门',
        '协同单位',
        '会签部门',
        '协办部门',
        '会办部门',
        '参与单位',
        '协办',
      ],
      description: words(
        '会办（协办）单位，用顿号隔开。',
        '會辦（協辦）單位，用頓號隔開。',
        'Departments that take part.',
      ),
    },
  ),
  transferTo: column(
    { type: 'list', maxLength: 200, width: 14 },
    {
      label: words('转办去向', '轉辦去向', 'Passed on to'),
      synonyms: ['转办单位', '转办', '转交', '移交单位', '转办部门', '移送单位'],
      description: words('转给哪个单位。', '轉給哪個單位。', 'Where it was passed on to.'),
    },
  ),
  transferDate: column(
    { type: 'date' },
    {
      label: words('转办时间', '轉辦時間', 'Passed on'),
      synonyms: ['转办日期', '移交时间', '移交日期'],
      description: words('转办的日期。', '轉辦的日期。', 'Day it was passed on.'),
    },
  ),
  owner: column(
    { type: 'text', fieldClass: 'personal', maxLength: 60 },
    {
      label: words('责任人', '責任人', 'Responsible'),
      synonyms: ['承办人', '经办人', '负责人', '具体责任人', '联系人', '具体承办人', '责任人员'],
      description: words('具体承办的人。', '具體承辦的人。', 'The person who does it.'),
    },
  ),
  phone: column(
    { type: 'code', fieldClass: 'personal', maxLength: 40, width: 14 },
    {
      label: words('联系电话', '聯絡電話', 'Phone'),
      synonyms: ['电话', '手机', '手机号码', '联系方式', '手机号'],
      description: words('责任人的电话。', '責任人的電話。', 'Phone of the person responsible.'),
    },
  ),
  urgency: column(
    { type: 'choice', choices: urgencies, width: 8 },
    {
      label: words('紧急程度', '緊急程度', 'Urgency'),
      synonyms: ['缓急', '缓急程度', '急缓程度', '紧急'],
      description: words('特急、急件或一般。', '特急、急件或一般。', 'Very urgent, urgent or ordinary.'),
    },
  ),
  due: column(
    { type: 'deadline' },
    {
      label: words('办结时限', '辦結時限', 'Due'),
      synonyms: [
        '完成时限',
        '办理时限',
        '时限要求',
        '完成时间',
        '要求完成时间',
        '办结期限',
        '截止日期',
        '时限',
        '完成期限',
        '办理期限',
        '计划完成时间',
        '要求办结时间',
        '时间节点',
        '时间要求',
        '截止时间',
        '规定完成时间',
      ],
      description: words(
        '日期，或长期、每月末、每季度末、每年末、立行立改。',
        '日期，或長期、每月末、每季度末、每年末、立行立改。',
        'A day, or 长期, 每月末, 每季度末, 每年末, 立行立改.',
      ),
    },
  ),
} as const satisfies Readonly<Record<string, ColumnDefinition>>

export const firstColumns = { ...assignment, ...handling }

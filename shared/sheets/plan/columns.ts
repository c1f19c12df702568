// The columns of the table in which plans of departments are coordinated (domain.md §4.2 J).
import type { ColumnDefinition } from '../../definition/column.ts'
import { words } from '../../kernel/words.ts'
import { column } from '../columns/column.ts'
import { accountCode } from '../columns/funds.ts'
import { remark } from '../columns/people.ts'
import { deviations, fields, fits, priorities } from './choices.ts'

const proposal = {
  planNo: column(
    { type: 'code', merge: 'key', fieldClass: 'public', maxLength: 30, width: 12 },
    {
      label: words('计划编号', '計劃編號', 'Plan number'),
      synonyms: ['编号', '序号', '计划序号'],
      description: words('例如 JH-2026-01，不重复。', '例如 JH-2026-01，不重複。', 'Such as JH-2026-01; used once.'),
    },
  ),
  department: column(
    { type: 'text', merge: 'key', fieldClass: 'public', maxLength: 60, width: 14 },
    {
      label: words('编报部门', '編報部門', 'Department'),
      synonyms: ['部门', '申报部门', '报送部门', '提出部门', '编制部门', '责任部门'],
      description: words('提出计划的部门。', '提出計劃的部門。', 'Department that proposes it.'),
    },
  ),
  title: column(
    { type: 'text', required: true, fieldClass: 'public', maxLength: 500, width: 32 },
    {
      label: words('计划名称', '計劃名稱', 'Plan'),
      synonyms: ['计划内容', '计划名称/内容', '工作计划', '计划项目', '项目名称', '工作内容', '名称'],
      description: words('做什么，一行一项。', '做什麼，一行一項。', 'What is planned, one row each.'),
    },
  ),
  field: column(
    { type: 'choice', choices: fields, fieldClass: 'public' },
    {
      label: words('计划类别', '計劃類別', 'Field'),
      synonyms: ['类别', '工作类别', '计划类型'],
      description: words(
        '工会工作、企业发展或事业发展。',
        '工會工作、企業發展或事業發展。',
        'Union work, the enterprise, or institutions.',
      ),
    },
  ),
  fit: column(
    { type: 'choice', choices: fits, width: 10 },
    {
      label: words('与上级目标一致性', '與上級目標一致性', 'Fit with superior goals'),
      synonyms: ['与上级目标', '一致性', '与长远规划一致性', '与上级目标/长远规划一致性', '目标一致性'],
      description: words(
        '与上级目标、长远规划一致、部分一致或冲突。',
        '與上級目標、長遠規劃一致、部分一致或衝突。',
        'In line with goals from above, in part, or in conflict.',
      ),
    },
  ),
  priority: column(
    { type: 'choice', choices: priorities, width: 10 },
    {
      label: words('轻重缓急', '輕重緩急', 'Priority'),
      synonyms: ['优先级', '重要程度', '紧急程度', '优先次序'],
      description: words('A 重要紧急，B 重要，C 紧急，D 一般。', 'A 重要緊急，B 重要，C 緊急，D 一般。', 'A to D.'),
    },
  ),
  from: column(
    { type: 'date', fieldClass: 'public' },
    {
      label: words('开始日期', '開始日期', 'Begins'),
      synonyms: ['起始时间', '开始时间', '起止时间', '启动时间', '时间'],
      description: words('从哪一天开始。', '從哪一天開始。', 'First day.'),
    },
  ),
  until: column(
    { type: 'date', fieldClass: 'public' },
    {
      label: words('结束日期', '結束日期', 'Ends'),
      synonyms: ['结束时间', '完成时间', '完成时限', '截止时间'],
      description: words('到哪一天结束。', '到哪一天結束。', 'Last day.'),
    },
  ),
  venue: column(
    { type: 'text', fieldClass: 'public', maxLength: 60, optionalColumn: true },
    {
      label: words('地点', '地點', 'Place'),
      synonyms: ['场地', '会场', '活动地点'],
      description: words(
        '占用的场地，用来看是否相撞。',
        '佔用的場地，用來看是否相撞。',
        'The place it needs; two plans must not collide there.',
      ),
    },
  ),
  leader: column(
    { type: 'list', fieldClass: 'public', maxLength: 100 },
    {
      label: words('出席领导', '出席領導', 'Leaders'),
      synonyms: ['参加领导', '责任领导', '分管领导', '领导'],
      description: words('需要出席的领导，用顿号隔开。', '需要出席的領導，用頓號隔開。', 'Leaders who take part.'),
    },
  ),
} as const satisfies Readonly<Record<string, ColumnDefinition>>

const means = {
  staffing: column(
    { type: 'text', maxLength: 200, optionalColumn: true },
    {
      label: words('所需人力', '所需人力', 'People needed'),
      synonyms: ['人力', '人员需求'],
      description: words('需要多少人、哪些人。', '需要多少人、哪些人。', 'How many, and who.'),
    },
  ),
  goods: column(
    { type: 'text', maxLength: 200, optionalColumn: true },
    {
      label: words('所需物力', '所需物力', 'Goods needed'),
      synonyms: ['物力', '物资需求', '设备需求'],
      description: words('需要的物资、设备、车辆。', '需要的物資、設備、車輛。', 'Goods, equipment, vehicles.'),
    },
  ),
  accountCode,
  cost: column(
    { type: 'money', merge: 'money', fieldClass: 'money', minimum: 0, width: 14 },
    {
      label: words('所需财力', '所需財力', 'Money needed'),
      synonyms: ['财力', '经费', '所需经费', '经费预算', '预算金额', '金额', '经费需求'],
      description: words('需要的经费；不需要的写 0。', '需要的經費；不需要的寫 0。', 'Money needed; 0 for none.'),
    },
  ),
  involved: column(
    { type: 'list', fieldClass: 'public', maxLength: 300, width: 18 },
    {
      label: words('涉及部门', '涉及部門', 'Departments involved'),
      synonyms: ['配合部门', '相关部门', '协同部门', '协办部门'],
      description: words(
        '需要配合的部门，用顿号隔开。',
        '需要配合的部門，用頓號隔開。',
        'Departments that must take part.',
      ),
    },
  ),
} as const satisfies Readonly<Record<string, ColumnDefinition>>

const coordination = {
  problem: column(
    { type: 'text', maxLength: 1000, width: 26 },
    {
      label: words('需协调的问题', '需協調的問題', 'To be coordinated'),
      synonyms: ['协调事项', '存在问题', '需要协调的问题', '协调问题'],
      description: words(
        '与别的计划、别的部门有什么要协调。',
        '與別的計劃、別的部門有什麼要協調。',
        'What has to be settled with others.',
      ),
    },
  ),
  officeOpinion: column(
    { type: 'text', maxLength: 1000, width: 26 },
    {
      label: words('办公室协调意见', '辦公室協調意見', 'The office’s opinion'),
      synonyms: ['协调意见', '办公室意见', '主任意见'],
      description: words(
        '办公室怎样建议；出谋不决策。',
        '辦公室怎樣建議；出謀不決策。',
        'What the office suggests; it does not decide.',
      ),
    },
  ),
  otherOpinions: column(
    { type: 'text', maxLength: 2000, width: 22, optionalColumn: true },
    {
      label: words('相关部门意见', '相關部門意見', 'Others’ opinions'),
      synonyms: ['部门意见', '各方意见', '会商意见'],
      description: words(
        '涉及部门的意见，一部门一句。',
        '涉及部門的意見，一部門一句。',
        'What the departments involved say.',
      ),
    },
  ),
  decision: column(
    { type: 'text', maxLength: 1000, width: 22 },
    {
      label: words('领导审定意见', '領導審定意見', 'Decision'),
      synonyms: ['领导意见', '审定意见', '领导批示', '审批意见'],
      description: words('领导怎样定。', '領導怎樣定。', 'What the leader decided.'),
    },
  ),
  deviation: column(
    { type: 'choice', choices: deviations, width: 10, optionalColumn: true },
    {
      label: words('执行偏差', '執行偏差', 'Deviation'),
      synonyms: ['偏差', '执行偏差情况', '执行情况'],
      description: words(
        '不同步、不衔接、不合作，或无。',
        '不同步、不銜接、不合作，或無。',
        'Out of step, not joined up, no cooperation, or none.',
      ),
    },
  ),
  feedback: column(
    { type: 'date', optionalColumn: true },
    {
      label: words('反馈日期', '回饋日期', 'Reported on'),
      synonyms: ['反馈时间', '回复日期'],
      description: words('执行情况反馈的日期。', '執行情況回饋的日期。', 'Day the outcome was reported.'),
    },
  ),
  remark: { ...remark, optionalColumn: true },
} as const satisfies Readonly<Record<string, ColumnDefinition>>

export const columns = { ...proposal, ...means, ...coordination }

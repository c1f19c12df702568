// The words a task's fields choose from, with the spellings of old ledgers.
import type { Choice } from '../../definition/column.ts'
import { words } from '../../kernel/words.ts'

export const sources: readonly Choice[] = [
  {
    value: '领导集体决策',
    label: words('领导集体决策', '領導集體決策', 'Decided by the leadership'),
    synonyms: ['同级领导集体决策', '集体决策', '班子会议决定', '集体研究决定', '党组会', '主席办公会', '常委会'],
  },
  {
    value: '领导交办',
    label: words('领导交办', '領導交辦', 'Assigned by a leader'),
    synonyms: [
      '领导个人交办',
      '领导批示',
      '领导个人交办(批示)',
      '领导个人交办（批示）',
      '批示',
      '领导指示',
      '批示件',
      '领导交办事项',
    ],
  },
  {
    value: '上级工会交办',
    label: words('上级工会交办', '上級工會交辦', 'From a superior union'),
    synonyms: ['上级交办', '上级部署', '上级来文', '上级文件', '上级要求', '市总交办', '省总交办'],
  },
  {
    value: '职能部门转办',
    label: words('职能部门转办', '職能部門轉辦', 'Passed on by a department'),
    synonyms: ['部门转办', '部门提请', '职能部门'],
  },
  {
    value: '下级工会转办',
    label: words('下级工会转办', '下級工會轉辦', 'From a lower union'),
    synonyms: ['下级请示', '下级上报', '基层上报', '下级工会'],
  },
  {
    value: '会议决定',
    label: words('会议决定', '會議決定', 'Decided in a meeting'),
    synonyms: ['会议议定', '会议纪要', '会议部署', '会议要求', '会议'],
  },
  {
    value: '来信来访',
    label: words('来信来访', '來信來訪', 'Letter or visit'),
    synonyms: ['信访', '来信', '来访', '信访件', '12351热线', '热线'],
  },
  {
    value: '人大建议政协提案',
    label: words('人大建议政协提案', '人大建議政協提案', 'Motion or proposal'),
    synonyms: ['人大建议', '政协提案', '建议提案', '提案'],
  },
  {
    value: '年度计划',
    label: words('年度计划', '年度計劃', 'Plan of the year'),
    synonyms: ['年度工作要点', '工作要点', '年度重点工作', '年度工作计划', '工作计划'],
  },
  {
    value: '自主安排',
    label: words('自主安排', '自主安排', 'Own initiative'),
    synonyms: ['自主', '自行安排', '自主开展', '日常工作'],
  },
]

export const modes: readonly Choice[] = [
  { value: '主办', label: words('主办', '主辦', 'Lead'), synonyms: ['承办', '牵头', '独办', '单独办理', '主办件'] },
  {
    value: '会办',
    label: words('会办', '會辦', 'Joint'),
    synonyms: ['协办', '联合办理', '共同办理', '会同办理', '会办件'],
  },
  { value: '转办', label: words('转办', '轉辦', 'Passed on'), synonyms: ['转交', '移交', '转送', '转办件'] },
  { value: '催办', label: words('催办', '催辦', 'Urged'), synonyms: ['督办', '催办件', '督办件'] },
]

export const urgencies: readonly Choice[] = [
  { value: '特急', label: words('特急', '特急', 'Very urgent'), synonyms: ['特提', '特急件', '紧急'] },
  { value: '急件', label: words('急件', '急件', 'Urgent'), synonyms: ['急', '加急', '较急'] },
  { value: '一般', label: words('一般', '一般', 'Ordinary'), synonyms: ['普通', '平件', '常规', '平'] },
]

export const statuses: readonly Choice[] = [
  {
    value: '未启动',
    label: words('未启动', '未啟動', 'Not started'),
    synonyms: ['未开始', '尚未启动', '未开展', '未办理', '未办', '0%'],
  },
  {
    value: '正在办理',
    label: words('正在办理', '正在辦理', 'Under way'),
    synonyms: [
      '办理中',
      '推进中',
      '正在推进',
      '进行中',
      '在办',
      '未办结',
      '未完成',
      '否',
      '逾期',
      '逾期未办结',
      '正在进行',
      '未销号',
      '持续办理',
      '落实中',
      '推进',
    ],
  },
  {
    value: '已办结',
    label: words('已办结', '已辦結', 'Done'),
    synonyms: [
      '办结',
      '已完成',
      '完成',
      '100%',
      '√',
      '✓',
      '销号',
      '已销号',
      '是',
      '已落实',
      '完成并销号',
      '结办',
      '办毕',
      '1',
    ],
  },
  {
    value: '长期坚持',
    label: words('长期坚持', '長期堅持', 'Standing'),
    synonyms: ['长期', '持续推进', '常态化', '常态化推进', '长期推进', '持续坚持', '长期任务'],
  },
  {
    value: '已中止',
    label: words('已中止', '已中止', 'Stopped'),
    synonyms: ['中止', '撤销', '取消', '终止', '已撤销', '已取消', '已终止'],
  },
]

export const closings: readonly Choice[] = [
  {
    value: '同意办结',
    label: words('同意办结', '同意辦結', 'Closed'),
    synonyms: ['同意', '办结', '通过', '验收通过', '同意销号', '准予办结'],
  },
  {
    value: '退回重办',
    label: words('退回重办', '退回重辦', 'Returned'),
    synonyms: ['退回', '重办', '不同意', '退回办理', '不予办结', '退回重新办理'],
  },
]

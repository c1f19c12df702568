// Which register a row belongs to, and how urgent it is (domain.md §4.2 I).
import type { Choice } from '../../definition/column.ts'
import { words } from '../../kernel/words.ts'

export const directions: readonly Choice[] = [
  { value: '收文', label: words('收文', '收文', 'Incoming'), synonyms: ['来文', '收文登记', '收件'] },
  { value: '发文', label: words('发文', '發文', 'Outgoing'), synonyms: ['发文登记', '发件', '制发'] },
  { value: '来信', label: words('来信', '來信', 'Letter'), synonyms: ['信件', '来函', '群众来信'] },
  {
    value: '来访',
    label: words('来访', '來訪', 'Visit'),
    synonyms: ['接访', '走访', '信访', '来信来访', '来电', '12351热线'],
  },
]

/** Letters and visits: the deadlines of 信访工作条例 hold. */
export const petitions: readonly string[] = ['来信', '来访']

export const urgencies: readonly Choice[] = [
  { value: '特急', label: words('特急', '特急', 'Very urgent'), synonyms: ['特提', '特急件'] },
  { value: '加急', label: words('加急', '加急', 'Urgent'), synonyms: ['急件', '急', '紧急'] },
  { value: '平件', label: words('平件', '平件', 'Ordinary'), synonyms: ['平', '普通', '一般', '平急'] },
]

/** 绝密…普通, highest first. */
export const secrecyLevels: readonly string[] = ['绝密', '机密', '秘密', '内部', '普通']

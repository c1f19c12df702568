// The words of the register of 困难职工, with those of older and of enterprises' registers (domain.md §4.2 F).
import type { Choice } from '../../definition/column.ts'
import { words } from '../../kernel/words.ts'

function choice(value: string, hant: string, en: string, synonyms: readonly string[] = []): Choice {
  return { value, label: words(value, hant, en), synonyms }
}

/** A row is a person’s file, or one piece of help that was given. */
export const fileRow = '建档'

export const recordTypes: readonly Choice[] = [
  choice(fileRow, '建檔', 'File', ['困难档案', '档案', '名册']),
  choice('生活救助', '生活救助', 'Living', [
    '生活救济',
    '救济',
    '困难救济',
    '生活补助',
    '困难补助',
    '困难慰问',
    '助困',
  ]),
  choice('子女助学', '子女助學', 'Schooling', ['助学', '金秋助学', '助学救助', '子女助学补助']),
  choice('医疗救助', '醫療救助', 'Medical', ['助医', '医疗', '医疗受助', '大病救助', '医疗补助']),
  choice('临时救助', '臨時救助', 'Emergency', ['临时', '临时困难救助', '应急救助']),
  choice('日常救助', '日常救助', 'Everyday', ['日常', '日常帮扶']),
]

/** Current classes first; then those of older registers, then those of enterprises. */
export const levels: readonly Choice[] = [
  choice('深度困难', '深度困難', 'Deep', ['深度', '深度困难职工']),
  choice('相对困难', '相對困難', 'Relative', ['相对', '相对困难职工']),
  choice('意外致困', '意外致困', 'By accident', ['意外', '意外致困户', '意外致困职工']),
  choice('低保户', '低保戶', 'On minimum living allowance', ['低保', '低保职工']),
  choice('低保边缘户', '低保邊緣戶', 'Near it', ['低保边缘', '低收入']),
  choice('特困', '特困', 'Enterprise: special', ['特困职工', '特困户']),
  choice('重困', '重困', 'Enterprise: heavy', ['重困职工', '重困户']),
  choice('一般困难', '一般困難', 'Enterprise: ordinary', ['一般', '一般困难职工', '普困']),
]

export const olderLevels: readonly string[] = ['低保户', '低保边缘户']

export const causes: readonly Choice[] = [
  choice('无劳动能力', '無勞動能力', 'Unable to work', ['1', '1无劳动能力', '丧失劳动能力']),
  choice('有劳动能力未就业', '有勞動能力未就業', 'Able to work but without work', ['2', '未就业', '待业']),
  choice('下岗失业', '下崗失業', 'Laid off', ['3', '失业', '下岗']),
  choice('未参加社保', '未參加社保', 'Not insured', ['4', '无社保']),
  choice('社保待遇不到位', '社保待遇不到位', 'Insured but not paid', ['5']),
  choice('患重特大疾病', '患重特大疾病', 'Grave illness', [
    '6',
    '患病',
    '大病',
    '疾病',
    '重大疾病',
    '因病',
    '因病致困',
    '本人患病',
    '家属患病',
  ]),
  choice('自然灾害', '自然災害', 'Natural disaster', ['7', '受灾', '因灾']),
  choice('意外事故', '意外事故', 'Accident', ['8', '意外', '事故', '车祸']),
  choice('子女上学', '子女上學', 'Children at school', ['9', '上学', '因学', '子女就学', '供学', '子女教育']),
  choice('其他', '其他', 'Other', ['10', '其它']),
]

export const healths: readonly Choice[] = [
  choice('良好', '良好', 'Good', ['健康', '好']),
  ...['癌症', '心血管病', '尿毒症', '精神病', '肝病', '血液病', '糖尿病'].map((illness) =>
    choice(illness, illness, illness),
  ),
  choice('残疾', '殘疾', 'Disabled', ['残障']),
  choice('其他疾病', '其他疾病', 'Other illness', ['其他', '患病', '一般', '较差', '差']),
]

export const housings: readonly Choice[] = [
  choice('承租公房', '承租公房', 'Public housing', ['公房', '租公房']),
  choice('廉租', '廉租', 'Low-rent housing', ['廉租房', '公租房', '廉租住房']),
  choice('自购', '自購', 'Bought', ['自购房', '商品房', '自有', '自有住房']),
  choice('无房', '無房', 'None', ['没有住房']),
  choice('租房', '租房', 'Rented', ['租住', '租赁', '私租']),
  choice('自建', '自建', 'Self-built', ['自建房']),
  choice('其他', '其他', 'Other', ['其它', '借住', '宿舍']),
]

export const marriages: readonly Choice[] = [
  choice('已婚', '已婚', 'Married', ['结婚']),
  choice('未婚', '未婚', 'Single', ['单身']),
  choice('离异', '離異', 'Divorced', ['离婚', '离异单身']),
  choice('丧偶', '喪偶', 'Widowed'),
]

export const schools: readonly Choice[] = [
  choice('小学', '小學', 'Primary school'),
  choice('初中', '初中', 'Middle school'),
  choice('高中', '高中', 'High school', ['中专', '技校', '高中(中专技校)', '职高', '中职']),
  choice('大专', '大專', 'College', ['高职', '专科', '大专(高职)']),
  choice('本科', '本科', 'University', ['大学', '大学本科', '研究生']),
]

export const workStates: readonly Choice[] = [
  choice('在岗', '在崗', 'At work', ['在职', '正常', '在岗在职']),
  choice('下岗', '下崗', 'Laid off', ['待岗', '内退', '放长假']),
  choice('失业', '失業', 'Without work', ['待业', '无业']),
  choice('病休', '病休', 'On sick leave', ['长期病休', '病假']),
  choice('退休', '退休', 'Retired', ['离退休', '已退休']),
  choice('离职', '離職', 'Left', ['辞职', '调离', '解除合同']),
  choice('其他', '其他', 'Other', ['其它']),
]

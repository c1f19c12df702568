// The words a member's fields choose from, with the spellings of old rosters (domain.md §4.2 L).
import type { Choice } from '../../definition/column.ts'
import { words } from '../../kernel/words.ts'

export const standings: readonly Choice[] = [
  { value: '在会', label: words('在会', '在會', 'Member'), synonyms: ['在籍', '正常', '有效', '会员'] },
  {
    value: '保留会籍',
    label: words('保留会籍', '保留會籍', 'Membership kept'),
    synonyms: ['保留', '下岗保留会籍', '退休保留会籍'],
  },
  { value: '转出', label: words('转出', '轉出', 'Moved away'), synonyms: ['已转出', '会籍转出', '调出'] },
  { value: '退会', label: words('退会', '退會', 'Left the union'), synonyms: ['已退会', '除名', '自动退会'] },
  { value: '退休', label: words('退休', '退休', 'Retired'), synonyms: ['已退休', '离退休', '离休'] },
]

export const employments: readonly Choice[] = [
  {
    value: '在编',
    label: words('在编', '在編', 'Permanent'),
    synonyms: ['编制内', '正式', '正式工', '事业编', '行政编'],
  },
  { value: '合同制', label: words('合同制', '合同制', 'Contract'), synonyms: ['合同', '合同工', '劳动合同制'] },
  {
    value: '劳务派遣',
    label: words('劳务派遣', '勞務派遣', 'Agency'),
    synonyms: ['派遣', '派遣制', '派遣工', '劳务工', '劳务派遣工'],
  },
  { value: '临时', label: words('临时', '臨時', 'Temporary'), synonyms: ['临时工', '临时聘用', '短期'] },
  { value: '聘用', label: words('聘用', '聘用', 'Hired'), synonyms: ['聘用制', '编外聘用', '编外'] },
  { value: '借用', label: words('借用', '借用', 'On loan'), synonyms: ['借调', '挂职', '借用人员'] },
]

export const householdTypes: readonly Choice[] = [
  { value: '农业', label: words('农业', '農業', 'Rural'), synonyms: ['农业户口', '农村', '农户'] },
  {
    value: '非农业',
    label: words('非农业', '非農業', 'Urban'),
    synonyms: ['非农', '城镇', '非农业户口', '城镇户口', '居民户口'],
  },
  { value: '农转居', label: words('农转居', '農轉居', 'Rural turned urban'), synonyms: ['农转非'] },
]

/** 八大群体: eight groups that unions reach out to. */
export const newTrades: readonly Choice[] = [
  { value: '货车司机', label: words('货车司机', '貨車司機', 'Lorry drivers'), synonyms: ['卡车司机'] },
  { value: '快递员', label: words('快递员', '快遞員', 'Couriers'), synonyms: ['快递小哥'] },
  { value: '护工护理员', label: words('护工护理员', '護工護理員', 'Care workers'), synonyms: ['护工', '护理员'] },
  { value: '家政服务员', label: words('家政服务员', '家政服務員', 'Domestic workers'), synonyms: ['家政'] },
  { value: '商场信息员', label: words('商场信息员', '商場資訊員', 'Shop informants'), synonyms: [] },
  {
    value: '网约送餐员',
    label: words('网约送餐员', '網約送餐員', 'Food delivery'),
    synonyms: ['送餐员', '外卖员', '外卖骑手'],
  },
  { value: '房产中介员', label: words('房产中介员', '房產中介員', 'Estate agents'), synonyms: ['房产中介'] },
  { value: '保安员', label: words('保安员', '保安員', 'Guards'), synonyms: ['保安'] },
]

export const unionPosts: readonly Choice[] = [
  { value: '主席', label: words('主席', '主席', 'Chair'), synonyms: ['工会主席', '分工会主席'] },
  { value: '副主席', label: words('副主席', '副主席', 'Vice-chair'), synonyms: ['工会副主席', '分工会副主席'] },
  { value: '委员', label: words('委员', '委員', 'Committee member'), synonyms: ['工会委员', '分工会委员'] },
  {
    value: '经审委员',
    label: words('经审委员', '經審委員', 'Auditor'),
    synonyms: ['经审', '经费审查委员', '经审主任', '经审会委员'],
  },
  {
    value: '女工委',
    label: words('女工委', '女工委', 'Women’s committee'),
    synonyms: ['女职工委员', '女工委员', '女工主任'],
  },
  { value: '小组长', label: words('小组长', '小組長', 'Group leader'), synonyms: ['工会小组长'] },
]

export const politics: readonly Choice[] = [
  {
    value: '中共党员',
    label: words('中共党员', '中共黨員', 'CPC member'),
    synonyms: ['党员', '中共预备党员', '预备党员'],
  },
  { value: '共青团员', label: words('共青团员', '共青團員', 'Youth League'), synonyms: ['团员'] },
  { value: '群众', label: words('群众', '群眾', 'None'), synonyms: ['无', '无党派'] },
  {
    value: '民主党派',
    label: words('民主党派', '民主黨派', 'Other party'),
    synonyms: ['民革党员', '民盟盟员', '民建会员', '民进会员', '农工党党员', '致公党党员', '九三学社社员', '台盟盟员'],
  },
  { value: '其他', label: words('其他', '其他', 'Other'), synonyms: ['其它'] },
]

export const educations: readonly Choice[] = [
  { value: '小学', label: words('小学', '小學', 'Primary school'), synonyms: ['小学毕业'] },
  { value: '初中', label: words('初中', '初中', 'Middle school'), synonyms: ['初中毕业'] },
  {
    value: '高中',
    label: words('高中', '高中', 'High school'),
    synonyms: ['中专', '技校', '职高', '高中(中专技校)', '高中中专'],
  },
  { value: '大专', label: words('大专', '大專', 'College'), synonyms: ['专科', '高职', '大学专科', '大专(高职)'] },
  { value: '本科', label: words('本科', '本科', 'Bachelor'), synonyms: ['大学', '大学本科', '学士'] },
  {
    value: '研究生',
    label: words('研究生', '研究生', 'Postgraduate'),
    synonyms: ['硕士', '博士', '硕士研究生', '博士研究生'],
  },
]

// Set, broken down, signed, followed up, appraised (seed 001: 制定→分解→责任书→汇总→督查), and who may do what.
import type { Workflow } from '../../definition/workflow.ts'
import { words } from '../../kernel/words.ts'

const states = ['draft', 'submitted', 'signed', 'appraising', 'appraised']

export const workflow: Workflow = {
  initial: 'draft',
  states: [
    { name: 'draft', label: words('分解中', '分解中', 'Being broken down'), locked: false },
    { name: 'submitted', label: words('送审定', '送審定', 'Submitted'), locked: true },
    { name: 'signed', label: words('已签责任书', '已簽責任書', 'Signed'), locked: false },
    { name: 'appraising', label: words('考核中', '考核中', 'Being appraised'), locked: false },
    { name: 'appraised', label: words('已考核', '已考核', 'Appraised'), locked: true },
  ],
  transitions: [
    { name: 'submit', label: words('送审定', '送審定', 'Submit'), from: ['draft'], to: 'submitted', by: ['director'] },
    {
      name: 'sign',
      label: words('审定并签订责任书', '審定並簽訂責任書', 'Approve and sign'),
      from: ['submitted'],
      to: 'signed',
      by: ['chair'],
      needs: [{ type: 'resolution', body: 'office' }],
      apart: [{ type: 'own-draft' }],
    },
    {
      name: 'return',
      label: words('退回修改', '退回修改', 'Return'),
      from: ['submitted', 'signed'],
      to: 'draft',
      by: ['director', 'chair'],
      reason: true,
    },
    {
      name: 'appraise',
      label: words('开始考核', '開始考核', 'Appraise'),
      from: ['signed'],
      to: 'appraising',
      by: ['director'],
      expectedOf: [],
    },
    {
      name: 'confirm',
      label: words('确认考核结果', '確認考核結果', 'Confirm the appraisal'),
      from: ['appraising'],
      to: 'appraised',
      by: ['chair'],
      fields: ['score'],
      apart: [{ type: 'not-editor', columns: ['score'] }],
    },
    {
      name: 'reappraise',
      label: words('重新考核', '重新考核', 'Appraise again'),
      from: ['appraised'],
      to: 'appraising',
      by: ['chair'],
      reason: true,
    },
  ],
  permissions: [
    {
      role: 'director',
      states: ['draft'],
      actions: ['read', 'create', 'update', 'delete', 'transition', 'export'],
      reach: 'unit',
    },
    {
      role: 'director',
      states: ['submitted', 'appraised'],
      actions: ['read', 'transition', 'export'],
      reach: 'subtree',
    },
    {
      role: 'director',
      states: ['signed'],
      actions: ['read', 'update', 'transition', 'export'],
      reach: 'unit',
      columns: ['q1', 'q2', 'q3', 'q4', 'done', 'signed', 'remark'],
    },
    {
      role: 'director',
      states: ['appraising'],
      actions: ['read', 'update', 'export'],
      reach: 'unit',
      columns: ['score', 'remark'],
    },
    { role: 'chair', states: ['draft'], actions: ['read', 'export'], reach: 'subtree' },
    {
      role: 'chair',
      states: ['submitted', 'signed', 'appraising', 'appraised'],
      actions: ['read', 'transition', 'export'],
      reach: 'subtree',
    },
    { role: 'finance', states, actions: ['read', 'export'], reach: 'unit' },
    { role: 'auditor', states, actions: ['read', 'export'], reach: 'unit' },
    {
      role: 'department',
      states: ['draft'],
      actions: ['read', 'update'],
      reach: 'own',
      columns: ['measures', 'owner', 'due', 'stage'],
    },
    {
      role: 'department',
      states: ['signed'],
      actions: ['read', 'update'],
      reach: 'own',
      columns: ['q1', 'q2', 'q3', 'q4', 'done', 'owner', 'remark'],
    },
    {
      role: 'department',
      states: ['appraising'],
      actions: ['read', 'update'],
      reach: 'own',
      columns: ['selfScore', 'done', 'remark'],
    },
    { role: 'department', states: ['submitted', 'appraised'], actions: ['read'], reach: 'own' },
  ],
  ownerColumn: 'lead',
}

// Roles as the derived pages call them.
import type { Role } from '../definition/role.ts'

export const roleWords: Readonly<Record<Role, string>> = {
  finance: '财务',
  cashier: '出纳',
  secretary: '秘书',
  director: '办公室主任',
  chair: '主席',
  auditor: '经审',
  department: '部门',
  admin: '管理员',
}

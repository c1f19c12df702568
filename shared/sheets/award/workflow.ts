// Awards and bonuses take the road of allocations; nobody decides on a row of their own (回避).
import { allocationRoad } from '../roads/allocation.ts'

export const workflow = allocationRoad({
  department: 'department',
  beneficiary: 'memberNo',
  covered: ['recordType', 'programme', 'department', 'name', 'category', 'places', 'rank', 'prize', 'prizeForm', 'net'],
})

// The list of tables that are worked out from the sheets.
import type { ReportDefinition } from '../../definition/report.ts'
import { executionTable } from './executionTable.ts'

export const reports: readonly ReportDefinition[] = [executionTable]

// Reads the files named on the command line one after the other and prints the process's peak memory in MB.
import { readFileSync } from 'node:fs'
import { readFile } from '#server/workbook/readFile.ts'

for (const path of process.argv.slice(2)) await readFile(readFileSync(path), path)
console.log(process.resourceUsage().maxRSS / 1024)
process.exit(0)

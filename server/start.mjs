#!/usr/bin/env node
// Plain JavaScript on purpose: it must run on any Node. better-sqlite3 13 needs Node-API 10 (on Node 20 it ends the process
// with a segmentation fault and no message), and Node 22.18 or newer runs our TypeScript as it is. npm ci brings such a Node
// for Linux x64; elsewhere the machine's own has to be new enough.
import './lean.mjs'
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))

/** Was anything that the pages are made of changed after they were made? An updated server must not hand out old pages. */
function isOutOfDate() {
  const built = statSync(here('../dist/addin/index.html'), { throwIfNoEntry: false })
  if (!built) return true
  const sources = [here('../package-lock.json'), here('../vite.config.ts')]
  for (const room of ['../addin', '../shared'])
    for (const entry of readdirSync(here(room), { recursive: true, withFileTypes: true }))
      if (entry.isFile()) sources.push(join(entry.parentPath, entry.name))
  return sources.some((path) => (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > built.mtimeMs)
}

async function buildPages() {
  if (!isOutOfDate()) return
  let vite
  try {
    vite = await import('vite')
  } catch {
    return // installed without development packages: dist/ has to be shipped along
  }
  console.error('正在生成页面（第一次启动和更新以后需要，约 5 秒）……')
  await vite.build({ root: here('../addin'), configFile: here('../vite.config.ts'), logLevel: 'error' })
}

function runOnNewerNode() {
  const os = process.platform === 'win32' ? 'win' : process.platform
  const name = `node-${os}-${process.arch}/bin/node${os === 'win' ? '.exe' : ''}`
  // Beside our own packages, or hoisted next to us when installed as a package.
  const bin = [here(`../node_modules/${name}`), here(`../../${name}`)].find((path) => existsSync(path))
  if (bin === undefined) {
    console.error(`本机的 Node ${process.version} 太旧，需要 22.18 或更新。请到 nodejs.org 下载安装后重试。`)
    console.error(`Node ${process.version} is too old: 22.18 or newer is needed.`)
    process.exit(2)
  }
  const child = spawn(bin, [...process.execArgv, here('start.mjs'), ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}

if (Number(process.versions.napi) >= 10 && process.features.typescript) {
  if (process.argv[2] === 'serve') await buildPages()
  await import('./cli/main.ts')
} else runOnNewerNode()

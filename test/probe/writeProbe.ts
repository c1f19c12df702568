// `node test/probe/writeProbe.ts FOLDER https://HOST/PATH/`: a page and a manifest that ask a real Excel; how: docs/limitations.md.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundlePage } from '../host/bundlePage.ts'

const [folder, address] = process.argv.slice(2)
if (folder === undefined || address === undefined || !/^https:\/\/.+\/$/.test(address))
  throw new Error('usage: node test/probe/writeProbe.ts FOLDER https://HOST/PATH/')

const page = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>同表 · Excel 对照</title>
<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script></head>
<body><p>在一个空白工作簿里运行；完成后把下面的文字整段存成文件。</p>
<button>运行</button><p><textarea rows="30" style="width:100%"></textarea></p>
<script>Office.onReady(function () { var s = document.createElement('script'); s.src = 'probe.js'; document.body.append(s) })</script>
</body></html>
`
const manifest = `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="TaskPaneApp">
  <Id>8b1f2c52-6b0e-4c2e-9f25-3f0a5c1d7e10</Id>
  <Version>1.0.0.0</Version>
  <ProviderName>同表</ProviderName>
  <DefaultLocale>zh-CN</DefaultLocale>
  <DisplayName DefaultValue="同表 · Excel 对照"/>
  <Description DefaultValue="把真实 Excel 的回答与测试替身对照"/>
  <Hosts><Host Name="Workbook"/></Hosts>
  <DefaultSettings><SourceLocation DefaultValue="${address}probe.html"/></DefaultSettings>
  <Permissions>ReadWriteDocument</Permissions>
</OfficeApp>
`
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'probe.html'), page)
writeFileSync(join(folder, 'probe.js'), await bundlePage('test/probe/probePage.ts'))
writeFileSync(join(folder, 'probe-manifest.xml'), manifest)

// What a person reads in the window where the server was started.

export interface StartFacts {
  readonly url: string
  readonly dataDir: string
  /** Shown while there is no administrator yet. */
  readonly setupCode: string | undefined
  /** Path of the local authority's certificate, where one was made. */
  readonly authorityFile: string | undefined
  readonly hasPages: boolean
}

/** Lines for the terminal, in plain Chinese. */
export function startText(facts: StartFacts): string {
  const lines = ['', '  同表 已启动', '', `  请在浏览器打开：  ${facts.url}`, '']
  if (facts.setupCode !== undefined)
    lines.push(
      '  第一次使用：打开上面的网址，输入下面的一次性代码，建立第一个管理员。',
      `  一次性代码：  ${facts.setupCode}`,
      '  （24 小时内有效，只能用一次；过期了重新启动会给新的。）',
      '',
    )
  if (facts.authorityFile !== undefined)
    lines.push(
      '  浏览器若提示“证书不受信任”：把下面这个文件装进各台电脑的“受信任的根证书颁发机构”，',
      `  ${facts.authorityFile}`,
      `  也可以在别的电脑上打开 ${facts.url}/ca.crt 下载。`,
      '',
    )
  if (!facts.hasPages) lines.push('  页面还没有生成，现在只有接口可用。请运行 npm run build 后重新启动。', '')
  lines.push(`  数据保存在：  ${facts.dataDir}`, '  停止服务：    按 Ctrl+C', '')
  return lines.join('\n')
}

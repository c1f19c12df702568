// Times and sizes as people say them.
import type { Strings } from './zh-Hans.ts'

function pad(n: number): string {
  return String(n).padStart(2, '0')
}

/** 今天 10:32 · 昨天 15:04 · 10月21日 15:04 · 2025年3月2日 09:00, in the machine's own zone. @param iso ISO 8601 */
export function showWhen(iso: string, now: Date, t: Strings): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  const time = `${pad(at.getHours())}:${pad(at.getMinutes())}`
  const day = new Date(at.getFullYear(), at.getMonth(), at.getDate())
  const today = new Date(now.getFullYear(), now.getMonth(), now.getDate())
  const days = Math.round((today.getTime() - day.getTime()) / 86_400_000)
  if (days === 0) return t.when.today(time)
  if (days === 1) return t.when.yesterday(time)
  const [month, date] = [at.getMonth() + 1, at.getDate()]
  return at.getFullYear() === now.getFullYear()
    ? t.when.day(month, date, time)
    : t.when.year(at.getFullYear(), month, date, time)
}

/** 2026年11月21日 08:18: for paper, where today is soon another day. */
export function showMoment(iso: string, t: Strings): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  return t.when.year(at.getFullYear(), at.getMonth() + 1, at.getDate(), `${pad(at.getHours())}:${pad(at.getMinutes())}`)
}

/** 1536 → 1.5 KB */
export function showBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const kilobytes = bytes / 1024
  return kilobytes < 1024 ? `${kilobytes.toFixed(1)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`
}

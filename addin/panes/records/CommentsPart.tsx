// 留言 on one record: what was said, by whom and when, and a line to add to it.
import { Button, Field, Textarea } from '@fluentui/react-components'
import { useRef, useState, type FormEvent } from 'react'
import { parsePartitionId } from '#shared/definition/sheet.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import { newRecordId } from '#shared/sync/newId.ts'
import { useIds } from '../../session/useIds.ts'
import { useLoad } from '../../session/useLoad.ts'
import { useServices } from '../../session/services.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { useTask } from '../../session/useTask.ts'
import { showWhen } from '../../strings/showWhen.ts'
import { Part, TaskStatus } from '../parts.tsx'

const maxLength = 2000

export function CommentsPart({ p, record }: { readonly p: string; readonly record: RecordId }) {
  const { t } = useLanguage()
  const { client, now } = useServices()
  const ids = useIds()
  const place = parsePartitionId(p)
  const params = { unit: place?.unitId ?? '', kind: place?.kind ?? '', year: String(place?.year ?? '') }
  const review = useLoad('review', t.book.comments.loading, { params, query: { record } })
  const sending = useTask()
  const [text, setText] = useState('')
  // the same id until it is known to have arrived: sent twice, it is kept once
  const subject = useRef<string | null>(null)
  const comments = review.value?.comments ?? []

  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    subject.current ??= newRecordId(ids)
    const body = { subject: subject.current, entry: { type: 'comment' as const, record, text: text.trim() } }
    const entered = await sending.run(t.book.comments.sending, ({ signal }) =>
      client.call('proceed', body, { params, signal }),
    )
    if (!entered) return
    subject.current = null
    setText('')
    review.reload()
  }
  return (
    <Part title={t.book.comments.title(comments.length)}>
      <TaskStatus task={review.task} onRetry={review.reload} />
      <div aria-live="polite">
        {review.value && comments.length === 0 && <p className="quiet">{t.book.comments.none}</p>}
        <ul className="comment-lines">
          {comments.map((comment) => (
            <li key={comment.id}>
              <div className="comment-text">{comment.text}</div>
              <div className="quiet number">
                {comment.by} {showWhen(comment.at, now(), t)}
              </div>
            </li>
          ))}
        </ul>
      </div>
      <form className="form" onSubmit={(event) => void send(event)}>
        <Field label={t.book.comments.write} hint={t.book.comments.hint}>
          <Textarea
            value={text}
            maxLength={maxLength}
            resize="vertical"
            onChange={(_, data) => {
              setText(data.value)
              subject.current = null
            }}
          />
        </Field>
        <TaskStatus task={sending} />
        <Button type="submit" disabledFocusable={sending.running !== null || text.trim() === ''}>
          {t.book.comments.send}
        </Button>
      </form>
    </Part>
  )
}

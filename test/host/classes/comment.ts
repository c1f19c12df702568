// Comments with their replies, and the older notes: they lie on cells and move with them.
import { boxOf, parseBox, type Area, type Box } from '../model/area.ts'
import { findSheet, type Book } from '../model/book.ts'
import type { Comment, Note, Pinned, Sheet } from '../model/sheet.ts'
import { behave, isHostObject, toObject, type Behaviours } from '../hostObject.ts'
import { refuse } from '../officeFault.ts'
import { rangeAt } from './range.ts'

interface PlacedComment {
  readonly sheet: Sheet
  readonly each: Pinned<Comment>
}

interface PlacedReply extends PlacedComment {
  readonly reply: Comment['replies'][number]
}

interface PlacedNote {
  readonly sheet: Sheet
  readonly each: Pinned<Note>
}

const author = '经办人'
const createdAt = '2026-01-05T09:00:00Z'

const sheetsOf = (owner: Book | Sheet): readonly Sheet[] => ('sheets' in owner ? owner.sheets : [owner])

function cellOf(owner: Book | Sheet, address: unknown, book: Book): { readonly sheet: Sheet; readonly box: Box } {
  const area = isHostObject(address) ? (address.self as Area) : undefined
  const [cells = '', name = ''] = String(address).split('!').toReversed()
  const sheet = area?.sheet ?? ('sheets' in owner ? findSheet(book, name.replaceAll("'", '')) : owner)
  const box = area ? boxOf(area) : parseBox(cells)
  if (!sheet || !box) return refuse('InvalidArgument', `cell ${String(address)}`)
  if (box.top !== box.bottom || box.left !== box.right) return refuse('InvalidArgument', 'one cell is needed')
  return { sheet, box }
}

const isAt = (each: { readonly box: Box }, box: Box): boolean => each.box.top === box.top && each.box.left === box.left

const toComment = (placed: PlacedComment) => toObject('Comment', placed)
const toReply = (placed: PlacedReply) => toObject('CommentReply', placed)
const toNote = (placed: PlacedNote) => toObject('Note', placed)

const written = { authorName: () => author, authorEmail: () => '', creationDate: () => createdAt }

export const comments: Behaviours = {
  CommentCollection: behave<Book | Sheet>({
    items: (owner) => sheetsOf(owner).flatMap((sheet) => sheet.comments.map((each) => toComment({ sheet, each }))),
    call: {
      add: (owner, [address, content], { book }) => {
        const { sheet, box } = cellOf(owner, address, book)
        if (sheet.comments.some((each) => isAt(each, box))) refuse('InvalidOperation', 'the cell has a comment')
        const each: Pinned<Comment> = {
          box,
          content: { id: `{${book.nextId()}}`, content: String(content), isResolved: false, replies: [] },
        }
        sheet.comments.push(each)
        book.undo.push('pane')
        return toComment({ sheet, each })
      },
      getItemByCell: (owner, [address], { book }) => {
        const { sheet, box } = cellOf(owner, address, book)
        const each = sheet.comments.find((other) => isAt(other, box))
        return each ? toComment({ sheet, each }) : refuse('ItemNotFound', 'no comment at this cell')
      },
    },
    events: { onAdded: 250, onDeleted: 251, onChanged: 252 },
  }),
  Comment: behave<PlacedComment>({
    id: ({ each }) => each.content.id,
    get: {
      ...written,
      id: ({ each }) => each.content.id,
      content: ({ each }) => each.content.content,
      resolved: ({ each }) => each.content.isResolved,
      replies: (placed) => toObject('CommentReplyCollection', placed),
    },
    put: {
      content: ({ each }, content) => void (each.content.content = String(content)),
      resolved: ({ each }, isResolved) => void (each.content.isResolved = isResolved === true),
    },
    call: {
      getLocation: ({ sheet, each }, _, world) => rangeAt(world, { sheet, box: each.box }, each.box),
      delete: ({ sheet, each }) => {
        sheet.comments = sheet.comments.filter((other) => other !== each)
      },
    },
  }),
  CommentReplyCollection: behave<PlacedComment>({
    items: (placed) => placed.each.content.replies.map((reply) => toReply({ ...placed, reply })),
    call: {
      add: (placed, [content], { book }) => {
        const reply = { id: `{${book.nextId()}}`, content: String(content) }
        placed.each.content.replies.push(reply)
        return toReply({ ...placed, reply })
      },
    },
  }),
  CommentReply: behave<PlacedReply>({
    id: ({ reply }) => reply.id,
    get: { ...written, id: ({ reply }) => reply.id, content: ({ reply }) => reply.content },
    put: { content: ({ reply }, content) => void (reply.content = String(content)) },
    call: {
      getParentComment: ({ sheet, each }) => toComment({ sheet, each }),
      delete: ({ each, reply }) => {
        each.content.replies.splice(each.content.replies.indexOf(reply), 1)
      },
    },
  }),
  NoteCollection: behave<Book | Sheet>({
    items: (owner) => sheetsOf(owner).flatMap((sheet) => sheet.notes.map((each) => toNote({ sheet, each }))),
    find: (owner, key, { book }) => {
      const { sheet, box } = cellOf(owner, key, book)
      const each = sheet.notes.find((other) => isAt(other, box))
      return each ? toNote({ sheet, each }) : null
    },
    call: {
      add: (owner, [address, content], { book }) => {
        const { sheet, box } = cellOf(owner, address, book)
        if (sheet.notes.some((each) => isAt(each, box))) refuse('InvalidOperation', 'the cell has a note')
        const each: Pinned<Note> = { box, content: { text: String(content), author, isVisible: false } }
        sheet.notes.push(each)
        return toNote({ sheet, each })
      },
    },
  }),
  Note: behave<PlacedNote>({
    get: {
      authorName: ({ each }) => each.content.author,
      content: ({ each }) => each.content.text,
      visible: ({ each }) => each.content.isVisible,
    },
    put: {
      content: ({ each }, text) => void (each.content.text = String(text)),
      visible: ({ each }, isVisible) => void (each.content.isVisible = isVisible === true),
    },
    call: {
      getLocation: ({ sheet, each }, _, world) => rangeAt(world, { sheet, box: each.box }, each.box),
      delete: ({ sheet, each }) => {
        sheet.notes = sheet.notes.filter((other) => other !== each)
      },
    },
  }),
}

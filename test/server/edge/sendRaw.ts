// Text over a socket as it is, for requests that no client would send.
import { connect, type Socket } from 'node:net'

/** Everything that came back until the server closed. @param feed sends more, when it likes */
export function sendRaw(port: number, head: string, feed: (socket: Socket) => void = () => {}): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(head)
      feed(socket)
    })
    let answer = ''
    socket.on('data', (data: Buffer) => (answer += data.toString('latin1')))
    socket.on('error', () => {})
    socket.on('close', () => resolve(answer))
    setTimeout(() => socket.destroy(), 8000).unref()
  })
}

// Asks for a password on the terminal without showing it.

const enter = new Set(['\r', '\n', '\u0004'])
const back = new Set(['\u0008', '\u007F'])

/** Ctrl+C ends the program, as everywhere. */
export function askPassword(prompt: string): Promise<string> {
  const { stdin, stderr } = process
  stderr.write(prompt)
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  stdin.resume()
  return new Promise((resolve) => {
    let typed: string[] = []
    const read = (chunk: string): void => {
      for (const letter of chunk) {
        if (letter === '\u0003') process.exit(130)
        if (enter.has(letter)) {
          stdin.off('data', read)
          stdin.setRawMode(false)
          stdin.pause()
          stderr.write('\n')
          resolve(typed.join(''))
          return
        }
        typed = back.has(letter) ? typed.slice(0, -1) : [...typed, letter]
      }
    }
    stdin.on('data', read)
  })
}

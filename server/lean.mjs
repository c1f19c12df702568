// How the process keeps its memory small, set before anything else is loaded. Plain JavaScript: start.mjs runs on any Node.
import module from 'node:module'
import { fileURLToPath } from 'node:url'
import v8 from 'node:v8'

// V8 would learn from the first large push to make such objects old from the start; dead ones then keep young ones alive,
// and the heap grows to five times what it holds (docs/performance.md, G12).
v8.setFlagsFromString('--no-allocation-site-pretenuring')

// What was compiled (and stripped of its types) once is read back: 30 MB and half the CPU less at every later start. Beside
// our own code, so that nobody else can put something there; where that cannot be written, nothing is kept.
module.enableCompileCache?.(fileURLToPath(new URL('../dist/compiled', import.meta.url)))

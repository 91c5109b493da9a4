// Memory outside of V8's heap, such as buffers and that of the embedded database, by default has the whole heap collected for
// every 64 MB more of it: a third of the processor time of a release. Counted like the heap, it may grow in proportion to what is
// in use before anything is collected.

import { setFlagsFromString } from 'node:v8'

setFlagsFromString('--external-memory-accounted-in-global-limit')

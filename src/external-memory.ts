// By default, V8 collects its whole heap whenever the memory outside of it (buffers, the embedded database) has grown by 64 MB: this
// takes a third of the processor time of a release. With this option, such memory counts towards the limit of the heap instead.

import { setFlagsFromString } from 'node:v8'

setFlagsFromString('--external-memory-accounted-in-global-limit')

// Settings of Node that must be made before other modules are loaded: main.ts, tests, benches and drills import this first.

import './external-memory.ts'
import './quick-imports.ts'

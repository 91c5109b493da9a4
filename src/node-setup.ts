// What Node is told before any other module is loaded: main.ts imports this first, and tests, benches and drills have it imported.

import './external-memory.ts'
import './quick-imports.ts'

// Writes src/charts/advance-widths.ts. It goes before all that draws charts.

import { writeFile } from 'node:fs/promises'
import { ADVANCE_WIDTHS, advanceWidthsFile } from './advance-widths.ts'

await writeFile(ADVANCE_WIDTHS, advanceWidthsFile())

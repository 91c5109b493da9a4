// Long drills: what a fault could break, tried for minutes. Tests have a short form of each. Run them by npm run drill.

/** The drills, by name: what each does, and its program. */
const drills: { readonly [name: string]: readonly [summary: string, run: () => Promise<unknown>] } = {
  catalogue: [
    'read 500 made-up pages with every fault, killed at random',
    () => import('./catalogue-drill.ts'),
  ],
  machines: [
    'replicas, the primary, servers and the proxy fail in turn under traffic',
    () => import('./machines-drill.ts'),
  ],
  memory: ['send a server many different queries and watch its memory', () => import('./soak.ts')],
  upgrade: [
    'a server of the version before serves on while this one migrates and loads its database',
    () => import('./upgrade-drill.ts'),
  ],
}

const [name = ''] = process.argv.splice(2, 1)
const drill = Object.hasOwn(drills, name) ? drills[name] : undefined
if (drill) {
  const [, run] = drill
  await run()
} else {
  const width = Math.max(...Object.keys(drills).map((each) => each.length))
  const lines = Object.entries(drills).map(([each, [summary]]) => `  ${each.padEnd(width)}  ${summary}`)
  process.stdout.write(`npm run drill -- NAME [OPTIONS], each with --help:\n${lines.join('\n')}\n`)
  process.exitCode = name === '' ? 0 : 2
}

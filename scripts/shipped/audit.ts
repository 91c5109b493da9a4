/** What `npm audit --json` prints: its findings, or why it has none. */
interface AuditReport {
  readonly statusCode?: number
  readonly message?: string
  readonly vulnerabilities?: {
    readonly [name: string]: { readonly name: string; readonly severity: string; readonly range?: string }
  }
}

/** The result of an audit: whether it passes, and what to print. */
export interface AuditVerdict {
  readonly passes: boolean
  readonly lines: readonly string[]
}

const FAILING = ['high', 'critical']
/** The statuses of a registry that has no audit endpoint. */
const NO_ENDPOINT = [404, 405, 501]

/** Judges what `npm audit --json` printed. A registry without an audit endpoint fails nothing, but it is said. */
export function judgeAudit(printed: string): AuditVerdict {
  const { statusCode, message, vulnerabilities } = JSON.parse(printed) as AuditReport
  if (statusCode !== undefined && NO_ENDPOINT.includes(statusCode)) {
    return { passes: true, lines: [`not audited: the registry has no audit endpoint (status ${statusCode})`] }
  }
  if (!vulnerabilities)
    return { passes: false, lines: [`not audited: ${message ?? 'npm audit gave no report'}`] }
  const findings = Object.values(vulnerabilities)
  const lines = findings.map(({ name, severity, range }) => `${severity}: ${name} ${range ?? ''}`.trimEnd())
  const passes = !findings.some(({ severity }) => FAILING.includes(severity))
  return { passes, lines: lines.length > 0 ? lines : ['no known vulnerabilities in what is shipped'] }
}

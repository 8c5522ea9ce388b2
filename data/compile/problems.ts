/** Something wrong in the package. `error`: nothing is compiled. `warning`: compiled, but somebody should look. */
export interface Problem {
  readonly level: 'error' | 'warning'
  /** File name inside the package. */
  readonly file: string
  /** Row as a spreadsheet numbers it, the header being 1; null where the whole file is meant. */
  readonly row: number | null
  readonly column: string | null
  /** The cell as it stands in the file; null where there is none. */
  readonly value: string | null
  /** What is wrong and what was expected: `中文 | English`, one line. */
  readonly message: string
}

/** Where a problem is; all parts but the file may be unknown. */
export interface At {
  readonly file: string
  readonly row?: number | null
  readonly column?: string | null
  readonly value?: string | number | null
}

/** Collects all problems of a run, so the clerk gets the whole list and not the first one only. */
export class Problems {
  private readonly list: Problem[] = []

  /** @param message what was expected, `中文 | English`. */
  error(at: At, message: string): void {
    this.add('error', at, message)
  }

  warning(at: At, message: string): void {
    this.add('warning', at, message)
  }

  /** In the order of files as they were found, rows ascending. */
  get all(): readonly Problem[] {
    const files = [...new Set(this.list.map((problem) => problem.file))]
    return [...this.list].sort((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || (a.row ?? 0) - (b.row ?? 0))
  }

  /** How many there are so far, warnings too. */
  get count(): number {
    return this.list.length
  }

  get errors(): readonly Problem[] {
    return this.all.filter((problem) => problem.level === 'error')
  }

  private add(level: Problem['level'], at: At, message: string): void {
    const value = at.value === undefined || at.value === null ? null : String(at.value)
    this.list.push({ level, file: at.file, row: at.row ?? null, column: at.column ?? null, value, message })
  }
}

/** One line: `observations.csv:12:period_end "2018/7" 应为… | expected …`. */
export function formatProblem(problem: Problem): string {
  const where = [problem.file, problem.row, problem.column].filter((part) => part !== null).join(':')
  const value = problem.value === null ? '' : ` ${JSON.stringify(shorten(problem.value))}`
  return `${where}${value} ${problem.level === 'warning' ? '提醒 ' : ''}${problem.message}`
}

function shorten(value: string): string {
  const points = [...value]
  return points.length > 60 ? `${points.slice(0, 57).join('')}…` : value
}

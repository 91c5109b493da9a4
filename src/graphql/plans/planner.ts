import { type GraphQLObjectType, getArgumentValues, Kind, type SelectionSetNode } from 'graphql'
import type { StatementRow } from '../../database/statements.ts'
import { datasets } from '../../datasets/index.ts'
import type { ListArgs } from '../connections.ts'
import { costOfItself, costOfObject } from '../cost.ts'
import type { TypedDataset } from '../typed-datasets.ts'
import type { Layout } from './layout.ts'
import { NotPlanned } from './not-planned.ts'
import { OF_TYPE, type Outline } from './outline.ts'
import { LIST_ARGUMENTS, type ListArgument, objectType, type RequestedField } from './requested-field.ts'
import { type Noted, type Run, Slot } from './run.ts'
import { type Document, fieldsOf } from './selection.ts'

/** Writes something as JSON after everything has been read. */
export type Write<T> = (value: T, run: Run) => string

type PlanField = (planner: Planner, requested: RequestedField, rows: Layout) => Write<StatementRow>
type SelectionSets = readonly (SelectionSetNode | undefined)[]

/** Plans a document: what is read, for which rows at once, and what writes it. */
export class Planner {
  readonly #document: Document
  readonly #planField: PlanField
  readonly #outline: Outline | null
  #slots = 0
  /** How many fields have been planned, and how many lists and rows are read. */
  fieldCount = 0
  readers = 0

  /** `planField` says what writes a field that is read from the rows of a layout. Without an outline nothing is noted. */
  constructor(document: Document, planField: PlanField, outline: Outline | null) {
    this.#document = document
    this.#planField = planField
    this.#outline = outline
  }

  /** Where to record what is read for the field that is being planned. */
  get noted(): Noted | null {
    return this.#outline && { outline: this.#outline, line: this.#outline.line }
  }

  /** Plans what is selected of an abstract type, for each type that a row may have. */
  ofType<T>(type: GraphQLObjectType, plan: (type: GraphQLObjectType) => T): T {
    return this.#note(`${OF_TYPE}${type}`, () => plan(type))
  }

  #note<T>(name: string, plan: () => T): T {
    return this.#outline ? this.#outline.field(name, plan) : plan()
  }

  /** A place for what a part of the plan reads. */
  slot<T>(): Slot<T> {
    return new Slot<T>(this.#slots++)
  }

  /** What writes an object that is read from the rows of a layout. */
  object(type: GraphQLObjectType, sets: SelectionSets, rows: Layout): Write<StatementRow> {
    return this.fields(type, sets, (requested) => this.#planField(this, requested, rows))
  }

  /** What writes an object, where `plan` says what writes each field of it. */
  fields<T>(
    type: GraphQLObjectType,
    sets: SelectionSets,
    plan: (requested: RequestedField) => Write<T>,
  ): Write<T> {
    const parts = Array.from(fieldsOf(this.#document, type, sets), ([name, nodes], at) => {
      const label = `${at === 0 ? '{' : ','}${JSON.stringify(name)}:`
      const fieldName = nodes[0]?.name.value ?? ''
      const typeName = JSON.stringify(type.name)
      if (fieldName === '__typename') return { label, cost: 0, write: () => typeName }
      const field = type.getFields()[fieldName]
      if (!field) throw new NotPlanned(`${type}.${fieldName}`)
      return {
        label,
        cost: costOfItself(type, fieldName),
        write: this.#note(name, () => plan({ field, nodes })),
      }
    })
    this.fieldCount += parts.length
    const cost = parts.reduce((sum, { cost: own }) => sum + own, costOfObject(type))
    return (value, run) => {
      run.spent += cost
      if (parts.length === 0) return '{}' // all of it is skipped by directives
      let text = ''
      for (const { label, write } of parts) text += label + write(value, run)
      return `${text}}`
    }
  }

  /**
   * The arguments of a field during a run. `A` is what their types in the schema say.
   *
   * @throws {NotPlanned} when the field is not in the query.
   */
  arguments<A extends object>({ field, nodes: [node] }: RequestedField): (run: Run) => A {
    if (!node) throw new NotPlanned(field.name)
    return ({ variables }) => getArgumentValues(field, node, variables) as A
  }

  /** The arguments of a connection that its plan depends on. */
  listArgs({ nodes: [node] }: RequestedField): Pick<ListArgs, ListArgument> {
    const given = LIST_ARGUMENTS.map((name): [ListArgument, unknown] => {
      const value = node?.arguments?.find((argument) => argument.name.value === name)?.value
      if (value?.kind === Kind.VARIABLE) return [name, this.#document.shaping[value.name.value]]
      return [name, value && 'value' in value ? value.value : null]
    })
    return Object.fromEntries(given) // their types are in the schema
  }

  /** The type of the rows of a dataset. */
  typeOf(dataset: TypedDataset): GraphQLObjectType {
    return objectType(this.#document.schema.getType(datasets[dataset].type))
  }
}

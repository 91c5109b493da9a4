import type { FieldMap, ObjectRef } from '@pothos/core'
import { builder, type PothosTypes } from './builder.ts'
import type { FieldBuilder } from './columns.ts'

/** An edge with fields of its own besides the cursor, such as how well its node matches. */
export interface ScoredEdge {
  readonly cursor: string
  /** Loads the row, if it is requested. Null if it was withdrawn while the query was running. */
  readonly node: () => Promise<object | null>
}

/** A page of a list that is not ordered by columns of its rows. */
export interface ScoredPage<E extends ScoredEdge> {
  readonly edges: readonly E[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
  readonly count: () => Promise<number>
}

/**
 * The type of a connection whose edges have fields of their own: `SearchConnection` and `SearchEdge` for the
 * name `Search`. `what` describes its rows, as in "A page of <what>".
 */
export function scoredConnection<E extends ScoredEdge>(
  name: string,
  node: ObjectRef<PothosTypes, object> | PothosSchemaTypes.UnionRef<PothosTypes, object, object>,
  what: string,
  edgeFields: (t: FieldBuilder<E>) => FieldMap,
): ObjectRef<PothosTypes, ScoredPage<E>> {
  const edge = builder.objectRef<E>(`${name}Edge`).implement({
    description: `One row of ${what}, with its cursor.`,
    fields: (t) => ({
      cursor: t.string({
        description: 'The cursor of this row, for use as after or before.',
        resolve: (row) => row.cursor,
      }),
      node: t.field({
        type: node,
        nullable: true,
        description: 'The row. Null only if it was withdrawn while the query was running.',
        resolve: (row) => row.node(),
      }),
      ...edgeFields(t as unknown as FieldBuilder<E>),
    }),
  })
  return builder.objectRef<ScoredPage<E>>(`${name}Connection`).implement({
    description: `A page of ${what}.`,
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        description: 'The rows of this page, each with its cursor.',
        resolve: (page) => [...page.edges],
      }),
      nodes: t.field({
        type: [node],
        nullable: { list: false, items: true },
        description:
          'The rows of this page. Null only for a row that was withdrawn while the query was running.',
        resolve: (page) => page.edges.map((row) => row.node()),
      }),
      pageInfo: t.field({
        type: builder.pageInfoRef(),
        description: 'Where this page starts and ends, and whether there are more pages.',
        resolve: (page) => page.pageInfo,
      }),
      totalCount: t.int({
        description: 'The number of rows on all pages. It is counted only if requested.',
        resolve: (page) => page.count(),
      }),
    }),
  })
}

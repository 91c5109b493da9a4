import { activities } from '../../datasets/activities.ts'
import type { commitmentColumns } from '../../datasets/commitments.ts'
import { bilingualText, type RecordOf, type Text } from '../../datasets/dataset.ts'
import { builder } from '../builder.ts'
import { columnField, type FieldBuilder } from '../columns.ts'
import { readAs } from '../field-reading.ts'

// What promises and activities have in common.

/** The columns that the field `target` shows. */
export const TARGET_COLUMNS = [
  'targetOperator',
  'targetValue',
  'targetValueTo',
  'targetWhat',
  'targetUnit',
  'targetPer',
  'targetPerYear',
  'targetPerYearUnknownReason',
] as const

/** A row that may have a target: that of a promise or an activity. */
type RowWithTarget = RecordOf<{ columns: typeof commitmentColumns }>

const Target = builder.objectRef<RowWithTarget>('Target').implement({
  description: bilingualText({
    sv: 'Det mätbara i en aktivitet eller ett löfte: ”minst femton trafikkontroller” är AT_LEAST 15 trafikkontroller.',
    en: 'The measurable part of an activity or a promise: "minst femton trafikkontroller" is AT_LEAST 15 trafikkontroller.',
  }),
  fields: (t) => {
    const column = (name: (typeof TARGET_COLUMNS)[number], present: boolean) =>
      columnField(t as unknown as FieldBuilder<object>, activities, name, { present })
    return {
      operator: column('targetOperator', true),
      value: column('targetValue', true),
      valueTo: column('targetValueTo', false),
      what: column('targetWhat', false),
      unit: column('targetUnit', false),
      per: column('targetPer', false),
      perYear: column('targetPerYear', false),
      perYearUnknownReason: column('targetPerYearUnknownReason', false),
    }
  },
})

/** The field with the target of a promise or an activity. */
export function targetOf<R extends RowWithTarget>(t: FieldBuilder<R>, description: Text) {
  return t.field({
    type: Target,
    nullable: true,
    description: bilingualText(description),
    ...readAs({ kind: 'part', column: 'targetValue' }),
    resolve: (row) => (row.targetValue === null ? null : row),
  })
}

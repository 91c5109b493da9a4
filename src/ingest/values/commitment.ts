import type { ValueOf } from '../../datasets/dataset.ts'
import type { commitment } from '../../datasets/vocabularies/promises.ts'
import type { Source, Span } from '../text/source.ts'

const STATE =
  /(?<![\p{L}])(?:ska|skall|kommer att) +(?:\p{L}+ +){0,4}?(?:kunna|vara|bli|känna|kännas|upplevas|uppleva|minska|öka)(?![\p{L}])/u

/** Whether words commit somebody to do something, or state the intended result. */
export function commitmentType(source: Source, span: Span, hasActor: boolean): ValueOf<typeof commitment> {
  return !hasActor && STATE.test(source.foldedSlice(span)) ? 'outcome' : 'action'
}

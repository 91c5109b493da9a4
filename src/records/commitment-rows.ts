import type { Row } from '../datasets/index.ts'
import type { AnyRecord } from './agreement-schema.ts'
import type { At, Citations } from './citations.ts'
import type { Path } from './yaml-file.ts'

/** The rows of a record's promises, with their topics and actors. */
export function promiseRows(record: AnyRecord, citations: Citations, at: At) {
  const rows = {
    promises: [] as Row<'promises'>[],
    promise_topics: [] as Row<'promise_topics'>[],
    promise_actors: [] as Row<'promise_actors'>[],
  }
  for (const [index, promise] of record.promises.entries()) {
    const { id } = promise
    const path = ['promises', index]
    rows.promises.push(
      at(path, {
        id,
        agreementId: record.id,
        position: index + 1,
        text: citations.add(id, 'text', promise.text, [...path, 'text']),
        heading: citations.add(id, 'heading', promise.heading, [...path, 'heading']),
        ...commitmentCells(promise, citations, path),
      }),
    )
    for (const topicId of promise.topics) {
      rows.promise_topics.push(at([...path, 'topics'], { promiseId: id, topicId }))
    }
    for (const { path: actorPath, cells } of actorCells(promise, citations, path)) {
      rows.promise_actors.push(at(actorPath, { promiseId: id, ...cells }))
    }
  }
  return rows
}

/** The rows of a record's activities, with their promises, topics and actors. */
export function activityRows(record: AnyRecord, citations: Citations, at: At) {
  const rows = {
    activities: [] as Row<'activities'>[],
    activity_promises: [] as Row<'activity_promises'>[],
    activity_topics: [] as Row<'activity_topics'>[],
    activity_actors: [] as Row<'activity_actors'>[],
  }
  for (const [index, activity] of record.activities.entries()) {
    const { id } = activity
    const path = ['activities', index]
    rows.activities.push(
      at(path, {
        id,
        agreementId: record.id,
        position: index + 1,
        text: citations.add(id, 'text', activity.text, [...path, 'text']),
        heading: citations.add(id, 'heading', activity.heading, [...path, 'heading']),
        commitment: activity.commitment,
        ...commitmentCells(activity, citations, path),
      }),
    )
    for (const [link, { id: promiseId, basis }] of activity.promises.entries()) {
      rows.activity_promises.push(at([...path, 'promises', link], { activityId: id, promiseId, basis }))
    }
    for (const topicId of activity.topics) {
      rows.activity_topics.push(at([...path, 'topics'], { activityId: id, topicId }))
    }
    for (const { path: actorPath, cells } of actorCells(activity, citations, path)) {
      rows.activity_actors.push(at(actorPath, { activityId: id, ...cells }))
    }
  }
  return rows
}

type Commitment = Pick<
  AnyRecord['activities'][number],
  'id' | 'target' | 'deadline' | 'targetGroup' | 'actors'
>

/** The target, deadline and target group of a promise or an activity. */
function commitmentCells(
  { id, target, deadline, targetGroup }: Commitment,
  citations: Citations,
  path: Path,
) {
  if (target) citations.add(id, 'target_value', target.quote, [...path, 'target'])
  if (deadline) citations.add(id, 'deadline_on', deadline.quote, [...path, 'deadline'])
  return {
    targetOperator: target?.operator ?? null,
    targetValue: target?.value ?? null,
    targetUnit: target?.unit ?? null,
    targetPer: target?.per ?? null,
    deadlineOn: deadline?.on ?? null,
    targetGroup: citations.add(id, 'target_group', targetGroup, [...path, 'targetGroup']),
  }
}

/** The actors of a promise or an activity, each with the part of the record that names it. */
function actorCells({ id, actors }: Commitment, citations: Citations, path: Path) {
  return actors.map(({ id: actorId, basis, quote }, place) => {
    const actorPath = [...path, 'actors', place]
    const text = citations.add(id, 'actor_id', quote, actorPath)
    return { path: actorPath, cells: { actorId, position: place + 1, basis, text } }
  })
}

import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Language } from '../../datasets/dataset.ts'
import { NotReviewable } from '../keeping/reviewed-draft.ts'
import type { Decision } from '../kinds/decide.ts'
import { NOT_CORRECTED, placeOf, Undecidable } from '../kinds/decide.ts'
import { kindOf, kinds } from '../kinds/index.ts'
import { CLAIMED_NAME } from '../queue/claims.ts'
import { type QueueFilter, queueStates } from '../queue/queue.ts'
import type { KindName } from '../record/kind-names.ts'
import { commitmentOf, itemAround } from '../record/places.ts'
import { draftPage, draftState } from '../view/draft.ts'
import { addForm, correctForm, kindForm } from '../view/form.ts'
import { listPage } from '../view/list.ts'
import { listForm, listQuestions } from '../view/list-form.ts'
import { texts } from '../view/texts.ts'
import { assetNamed } from './assets.ts'
import { jsonOf, requestRefusal } from './guard.ts'
import { answer, faultAnswer, jsonAnswer, pageAnswer } from './responses.ts'
import { type DecisionOutcome, type ReviewSetting, Reviews, type Shown } from './reviews.ts'

const given = z.record(z.string(), z.union([z.string(), z.array(z.string()), z.boolean()]))
const kindName = z.custom<KindName>((name) => typeof name === 'string' && Object.hasOwn(kinds, name))
const decision = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('accept'), values: z.array(z.string()).min(1) }),
  z.strictObject({ do: z.literal('reject'), value: z.string() }),
  z.strictObject({ do: z.literal('turn'), value: z.string() }),
  z.strictObject({ do: z.literal('correct'), value: z.string(), answers: given }),
  z.strictObject({ do: z.literal('list'), items: z.array(z.string()).min(1), answers: given }),
  z.strictObject({ do: z.literal('goal'), items: z.array(z.string()).min(1), answers: given }),
  z.strictObject({ do: z.literal('add'), kind: kindName, item: z.string().nullable(), answers: given }),
]) satisfies z.ZodType<Decision>
const decisionsBody = z.strictObject({ revision: z.string(), decisions: z.array(decision).min(1) })
const claimBody = z.strictObject({
  agreement: z.string().regex(CLAIMED_NAME).max(100),
  by: z.string().trim().min(1).max(100),
  isTaken: z.boolean(),
})
const undoBody = z.strictObject({ revision: z.string() })
const finishBody = z.strictObject({
  revision: z.string(),
  by: z.string().trim().min(1),
  ifTaken: z.enum(['ask', 'replace', 'letter']),
})

/** The review as a request handler: pages for people, and the endpoints that the pages use. */
export function createReview(setting: ReviewSetting, onError: (error: unknown) => void) {
  const reviews = new Reviews(setting)
  const token = randomBytes(24).toString('base64url')
  const stateOf = (shown: Shown, language: Language) => draftState(shown, setting.reference, token, language)

  async function respond(request: Request): Promise<Response> {
    const refused = requestRefusal(request, token)
    if (refused !== null) return faultAnswer(request, 403, refused)
    const { pathname, searchParams } = new URL(request.url)
    const asset = /^\/page\/([^/]+)$/.exec(pathname)?.[1]
    if (asset !== undefined) return assetAnswer(request, asset)
    const language: Language = /^\/en(?:\/|$)/.test(pathname) ? 'en' : 'sv'
    const path = language === 'en' ? pathname.slice('/en'.length) || '/' : pathname
    if (path === '/') {
      const shown = {
        rows: await reviews.queue(),
        filter: queueFilterOf(searchParams),
        by: setting.by,
        token,
      }
      return pageAnswer(listPage(shown, setting.reference, language))
    }
    if (path === '/claims' && request.method === 'POST') return claim(request)
    const [, encoded = '', action = ''] = /^\/drafts\/([^/]+)(?:\/(\w+))?$/.exec(path) ?? []
    const name = decodedName(encoded)
    if (name === '') return faultAnswer(request, 404, `${pathname} not found`)
    if (request.method === 'POST') return write(request, name, action, language)
    const shown = await reviews.show(name)
    if (!shown) return faultAnswer(request, 404, texts[language].notFound(name))
    switch (action) {
      case '':
        return pageAnswer(draftPage(name, stateOf(shown, language), setting.by, language))
      case 'state':
        return jsonAnswer(stateOf(shown, language))
      case 'form':
        return formAnswer(shown, searchParams, language)
      default:
        return faultAnswer(request, 404, `${pathname} not found`)
    }
  }

  async function claim(request: Request): Promise<Response> {
    const { data } = claimBody.safeParse(await jsonOf(request))
    if (!data)
      return faultAnswer(request, 400, 'Not a valid request; send { agreement, by, isTaken } as JSON')
    await reviews.claim(data, data.isTaken)
    return jsonAnswer({})
  }

  function formAnswer({ draft }: Shown, asked: URLSearchParams, language: Language): Response {
    const { record, words } = draft
    const value = asked.get('value')
    const html = 'text/html; charset=utf-8'
    if (value !== null) {
      const place = placeOf(record, value)
      if (!kindOf(place.kind).correct) return jsonAnswer({ message: NOT_CORRECTED[language] }, 404)
      return answer(correctForm(record, place, setting.reference, language), html)
    }
    const marked = words.between(Number(asked.get('start')), Number(asked.get('end')))
    const list = asked.get('list')
    if (list !== null) {
      const question = listQuestions.find((each) => each === asked.get('ask')) ?? 'menu'
      if (!commitmentOf(record, list)) return jsonAnswer({ message: NO_LIST[language] }, 404)
      const context = { record, words, reference: setting.reference, marked }
      return answer(listForm(list, question, context, language), html)
    }
    const spot = { item: itemAround(record, marked) ?? (asked.get('item') || null), marked }
    const { data: kind } = kindName.safeParse(asked.get('kind'))
    return answer(
      kind === undefined
        ? kindForm(record, spot, language)
        : addForm(record, kind, spot, setting.reference, language),
      html,
    )
  }

  async function write(
    request: Request,
    name: string,
    action: string,
    language: Language,
  ): Promise<Response> {
    const body = await jsonOf(request)
    if (action === 'decisions') {
      const { data } = decisionsBody.safeParse(body)
      if (!data) return faultAnswer(request, 400, 'Not a valid request; send { revision, decisions } as JSON')
      return outcomeAnswer(request, name, await reviews.decide(name, data.revision, data.decisions), language)
    }
    if (action === 'undo') {
      const { data } = undoBody.safeParse(body)
      if (!data) return faultAnswer(request, 400, 'Not a valid request; send { revision } as JSON')
      return outcomeAnswer(request, name, await reviews.undo(name, data.revision), language)
    }
    if (action === 'finish') {
      const { data } = finishBody.safeParse(body)
      if (!data)
        return faultAnswer(request, 400, 'Not a valid request; send { revision, by, ifTaken } as JSON')
      const finished = await reviews.finish(name, data.revision, data)
      if (finished?.state === 'conflict') return outcomeAnswer(request, name, { state: 'conflict' }, language)
      const shown = await reviews.show(name)
      if (!finished || !shown) return faultAnswer(request, 404, texts[language].notFound(name))
      return jsonAnswer({ finished, state: stateOf(shown, language) })
    }
    if (action === 'follow') {
      const followed = await reviews.follow(name)
      return followed ? jsonAnswer({ followed }) : faultAnswer(request, 404, texts[language].notFound(name))
    }
    return faultAnswer(request, 404, `Unknown action ${action}`)
  }

  async function outcomeAnswer(
    request: Request,
    name: string,
    outcome: DecisionOutcome | null,
    language: Language,
  ): Promise<Response> {
    const shown = outcome && (await reviews.show(name))
    if (!shown) return faultAnswer(request, 404, texts[language].notFound(name))
    const state = stateOf(shown, language)
    switch (outcome.state) {
      case 'saved':
        return jsonAnswer({ state })
      case 'conflict':
        return jsonAnswer({ state }, 409)
      case 'refused': {
        const { index, error } = outcome
        const wrong = error.wrong.map(({ field, message }) => ({ field, message: message[language] }))
        return jsonAnswer({ state, index, message: error.text[language], wrong }, 422)
      }
    }
  }

  return async (request: Request): Promise<Response> => {
    try {
      return await respond(request)
    } catch (error) {
      if (error instanceof NotReviewable) return faultAnswer(request, 409, error.message)
      if (error instanceof Undecidable) return faultAnswer(request, 404, error.message)
      onError(error)
      return faultAnswer(request, 500, 'An internal error occurred. See the output of npm run review')
    }
  }
}

async function assetAnswer(request: Request, name: string): Promise<Response> {
  const asset = await assetNamed(name)
  if (!asset) return faultAnswer(request, 404, `File ${name} not found`)
  return answer(asset.bytes, asset.mediaType)
}

const NO_LIST = {
  sv: 'Välj ett löfte eller en aktivitet i listan.',
  en: 'Choose a promise or an activity of the list.',
}

/** The filters of the list; an unknown state is ignored. */
function queueFilterOf(asked: URLSearchParams): QueueFilter {
  const state = queueStates.find((each) => each === asked.get('state')) ?? ''
  return { words: asked.get('q') ?? '', state, who: asked.get('who') ?? '' }
}

/** The name of a draft from its part of an address; empty if it is not a name. */
function decodedName(encoded: string): string {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return ''
  }
}

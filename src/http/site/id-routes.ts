import Negotiator from 'negotiator'
import type { Row } from '../../datasets/index.ts'
import { datasetNames, datasets } from '../../datasets/index.ts'
import { jsonLd, turtle } from '../../exporters/metadata/rdf.ts'
import type { EndpointAnswer } from '../../graphql/answers/endpoint.ts'
import { problem } from '../problems.ts'
import { revalidated } from '../revalidated.ts'
import type { Route } from '../route.ts'
import { type AnsweredRow, rowQuads, rowQuery, typeNamed } from './ids.ts'

/** What the routes of ids need. */
interface IdMeans {
  readonly ask: (query: string, variables: object) => Promise<EndpointAnswer>
  readonly tombstone: (dataset: string, id: string) => Promise<Row<'tombstones'> | null>
  readonly url: string
}

/** The formats of a row, the default first. */
const FORMS = [
  { ending: '', mediaType: 'text/html' },
  { ending: '.jsonld', mediaType: 'application/ld+json' },
  { ending: '.ttl', mediaType: 'text/turtle' },
] as const

const NONE = {
  sv: 'Det finns inget med det id:t. Adressen skrivs /id/slag/id, som /id/municipality/0685',
  en: 'Nothing has that id. Write the address as /id/type/id, such as /id/municipality/0685',
}

/** The persistent addresses of rows: they redirect to the page, or to linked data, as the client prefers. */
export function idRoutes({ ask, tombstone, url }: IdMeans): Route[] {
  return [
    {
      path: '/id/:type/:id',
      methods: ['GET', 'HEAD'],
      summary: {
        sv: 'Den fasta adressen till det som har ett id. Leder till sidan, eller till JSON-LD eller Turtle enligt Accept. Med .jsonld eller .ttl sist: data direkt.',
        en: 'The permanent address of anything with an id. Redirects to its page, or to JSON-LD or Turtle according to Accept. With .jsonld or .ttl at the end, the data directly.',
      },
      parameters: {
        type: {
          sv: 'Slaget, som municipality eller police-area.',
          en: 'The type, such as municipality or police-area.',
        },
        id: { sv: 'Id:t, som 0685 eller 0685-2020-p1.', en: 'The id, such as 0685 or 0685-2020-p1.' },
      },
      answers: {
        200: { sv: 'Data.', en: 'The data.' },
        303: {
          sv: 'Adressen till sidan, eller till data om det.',
          en: 'The address of its page, or of its data.',
        },
        304: { sv: 'Oförändrat.', en: 'Unchanged.' },
        404: { sv: 'Inget har det id:t.', en: 'Nothing has that id.' },
        410: { sv: 'Det har dragits tillbaka.', en: 'It has been withdrawn.' },
      },
      mediaType: 'application/ld+json',
      async handle(request, { type: name = '', id: sent = '' }) {
        const type = typeNamed(name)
        const [, key = '', ending = ''] = /^(.*?)(\.jsonld|\.ttl)?$/s.exec(sent) ?? []
        if (!type || !/^[\w.-]+$/.test(key)) return problem(request, 404, NONE)
        const id = `${type.name}:${key}`
        const { text } = await ask(rowQuery(type), { id })
        const row = JSON.parse(text).data.node as AnsweredRow | null
        if (row === null) return gone(request, type.name, key)
        if (ending === '') return seeOther(request, row, `/id/${name}/${key}`)
        const quads = rowQuads(type, row, url)
        return ending === '.ttl'
          ? revalidated(request, await turtle(quads), 'text/turtle')
          : revalidated(request, await jsonLd(quads), 'application/ld+json')
      },
    },
  ]

  async function gone(request: Request, type: string, key: string): Promise<Response> {
    const dataset = datasetNames.find((each) => 'type' in datasets[each] && datasets[each].type === type)
    const found = dataset ? await tombstone(dataset, key) : null
    if (!found) return problem(request, 404, NONE)
    return problem(request, 410, {
      sv: `Det här drogs tillbaka ${found.withdrawnOn}: ${found.reasonSv.replace(/\.$/, '')}`,
      en: `This was withdrawn on ${found.withdrawnOn}: ${found.reasonEn.replace(/\.$/, '')}`,
    })
  }
}

function seeOther(request: Request, row: AnsweredRow, path: string): Response {
  const wanted = new Negotiator({ headers: { accept: request.headers.get('accept') ?? '*/*' } }).mediaType(
    FORMS.map(({ mediaType }) => mediaType),
  )
  const form = FORMS.find(({ mediaType }) => mediaType === wanted) ?? FORMS[0]
  const location = form.ending === '' ? row.url : `${path}${form.ending}`
  return new Response(null, {
    status: 303,
    headers: { location, vary: 'accept', 'cache-control': 'public, max-age=300' },
  })
}

const ADVICE =
  'write s3://bucket/prefix, followed by ?endpoint=https://s3.example.se&region=eu-north-1 if the server is not AWS'

/**
 * Reads s3://bucket/prefix?endpoint=…&region=…, of which only the bucket is required.
 *
 * @throws {Error} when it is not valid; the message says what to write instead.
 */
export function parseS3Location(text: string) {
  const url = URL.parse(text)
  if (url?.username || url?.password)
    throw new Error('give the credentials in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY instead')
  const { endpoint = null, region = null, ...others } = Object.fromEntries(url?.searchParams ?? [])
  if (url?.protocol !== 's3:' || url.hash !== '' || Object.keys(others).length > 0) throw new Error(ADVICE)
  if (!/^[a-z0-9][a-z0-9.-]+[a-z0-9]$/.test(url.host)) throw new Error('write the bucket name after s3://')
  const prefix = url.pathname.replace(/^\/+|\/+$/g, '')
  if (!/^([\w.-]+(\/[\w.-]+)*)?$/.test(prefix))
    throw new Error('use only letters, digits, . _ - and / in the prefix')
  if (endpoint !== null && !/^https?:$/.test(URL.parse(endpoint)?.protocol ?? ''))
    throw new Error('write an endpoint such as https://s3.example.se')
  if (endpoint !== null && region === null)
    throw new Error('add &region= with the region of the endpoint, as given in its documentation')
  return { bucket: url.host, prefix, endpoint, region }
}

const ADVICE =
  'write s3://bucket/prefix, and for another server than AWS ?endpoint=https://s3.example.se&region=eu-north-1 after it'

/** Reads s3://bucket/prefix?endpoint=…&region=…, all but the bucket as far as needed. Throws what to write instead. */
export function parseS3Location(text: string) {
  const url = URL.parse(text)
  if (url?.username || url?.password)
    throw new Error('leave the credentials to AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY')
  const { endpoint = null, region = null, ...others } = Object.fromEntries(url?.searchParams ?? [])
  if (url?.protocol !== 's3:' || url.hash !== '' || Object.keys(others).length > 0) throw new Error(ADVICE)
  if (!/^[a-z0-9][a-z0-9.-]+[a-z0-9]$/.test(url.host))
    throw new Error('write the name of a bucket after s3://')
  const prefix = url.pathname.replace(/^\/+|\/+$/g, '')
  if (!/^([\w.-]+(\/[\w.-]+)*)?$/.test(prefix))
    throw new Error('write a prefix of letters, digits, . _ - and /')
  if (endpoint !== null && !/^https?:$/.test(URL.parse(endpoint)?.protocol ?? ''))
    throw new Error('write an endpoint such as https://s3.example.se')
  if (endpoint !== null && region === null)
    throw new Error('name the region of the endpoint, as its documentation does')
  return { bucket: url.host, prefix, endpoint, region }
}

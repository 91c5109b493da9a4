import { readdir, readFile } from 'node:fs/promises'

const FOLDER = new URL('../page/', import.meta.url)

const MEDIA_TYPES: { readonly [extension: string]: string } = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
}

/** A file of the page's own code, unchanged: browsers run it without a build. Null if no file has that name. */
export async function assetNamed(
  name: string,
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly mediaType: string } | null> {
  const mediaType = MEDIA_TYPES[name.split('.').at(-1) ?? '']
  if (mediaType === undefined || !(await readdir(FOLDER)).includes(name)) return null
  return { bytes: new Uint8Array(await readFile(new URL(name, FOLDER))), mediaType }
}

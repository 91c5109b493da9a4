import { createReadStream } from 'node:fs'
import { addAbortSignal, type Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  type HeadObjectCommandOutput,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { reasonOf } from '../../common/reason.ts'
import { ExportsAway, ExportsUnavailable, type ReadOptions } from './store.ts'

/** The location of releases in S3, or in a compatible storage. */
export interface S3Location {
  readonly bucket: string
  /** The prefix of all names, without slashes around it. If empty, it is the bucket itself. */
  readonly prefix: string
  /** The server, if it is not AWS. */
  readonly endpoint: string | null
  /** By default the region in the settings of AWS. */
  readonly region: string | null
}

/** The headers that the bucket sends to clients that read an object directly. */
export interface ObjectHeaders {
  readonly ContentType: string
  readonly CacheControl: string
  readonly ContentDisposition?: string
  readonly Metadata?: { [name: string]: string }
}

/** An object as a listing shows it, its name without the prefix. */
interface ListedObject {
  readonly name: string
  readonly changedMs: number
}

/** A part of a large upload: two are in memory for each file, and a file has at most 10,000. */
const PART_BYTES = 16 * 1024 * 1024
const PARTS_AT_ONCE = 2

/** How many objects are read or written at once: a slow reader occupies a connection. */
const CONNECTIONS = 500
const CONNECT_MS = 10_000
/** How long a response may take to begin, including the sending of a part of an upload. */
const ANSWER_MS = 5 * 60_000

/** The status of a conditional write if the object exists, or is just being written. */
const TAKEN = [409, 412]

/** The objects of a bucket whose names begin with the prefix. The message of an error of S3 says what to do about it. */
export class S3Bucket {
  readonly place: string
  readonly #bucket: string
  readonly #beginning: string
  readonly #client: S3Client

  constructor({ bucket, prefix, endpoint, region }: S3Location) {
    this.place = `s3://${bucket}${prefix && `/${prefix}`}`
    this.#bucket = bucket
    this.#beginning = prefix && `${prefix}/`
    // Credentials, and settings that are not given here, are found as in every program of AWS.
    this.#client = new S3Client({
      ...(region !== null && { region }),
      // Few servers except AWS have a DNS name for each bucket, or support the checksums that the client adds by default.
      ...(endpoint !== null && { endpoint, forcePathStyle: true }),
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: {
        connectionTimeout: CONNECT_MS,
        requestTimeout: ANSWER_MS,
        throwOnRequestTimeout: true,
        socketTimeout: 0, // for slow readers
        httpAgent: { maxSockets: CONNECTIONS },
        httpsAgent: { maxSockets: CONNECTIONS },
      },
    })
  }

  /** The properties of an object, or null if it does not exist. */
  async head(name: string): Promise<HeadObjectCommandOutput | null> {
    return this.#orNull(() => this.#client.send(new HeadObjectCommand(this.#object(name))))
  }

  /** An object as text with the time at which it was written, or null if it does not exist. */
  async text(name: string): Promise<{ readonly text: string; readonly writtenAt: Date | null } | null> {
    return this.#orNull(async () => {
      const { Body, LastModified } = await this.#client.send(new GetObjectCommand(this.#object(name)))
      return { text: (await Body?.transformToString()) ?? '', writtenAt: LastModified ?? null }
    })
  }

  /** The bytes of an object, or of a part of it. */
  async *read(name: string, { part, signal }: ReadOptions = {}): AsyncGenerator<Uint8Array> {
    const Range = part && `bytes=${part.start}-${part.end}`
    const { Body } = await this.#explained(() =>
      this.#client.send(new GetObjectCommand({ ...this.#object(name), Range }), {
        ...(signal && { abortSignal: signal }),
      }),
    )
    const stream = Body as Readable // on Node
    yield* signal ? addAbortSignal(signal, stream) : stream
  }

  /** Writes a small object, also if it exists. */
  async put(name: string, text: string, headers: ObjectHeaders): Promise<void> {
    const input = { ...this.#object(name), Body: text, ...headers }
    await this.#explained(() => this.#client.send(new PutObjectCommand(input)))
  }

  /** Uploads a file, in parts if it is large. False, without any change, if it must be new but exists. */
  async putFile(name: string, path: string, headers: ObjectHeaders, isToBeNew: boolean): Promise<boolean> {
    const upload = new Upload({
      client: this.#client,
      partSize: PART_BYTES,
      queueSize: PARTS_AT_ONCE,
      params: {
        ...this.#object(name),
        Body: createReadStream(path),
        ...headers,
        ...(isToBeNew && { IfNoneMatch: '*' }),
      },
    })
    try {
      await upload.done()
      return true
    } catch (error) {
      if (isToBeNew && TAKEN.includes(statusOf(error))) return false
      throw this.#unusable(error)
    }
  }

  /** The objects whose names continue with a prefix. */
  async list(beginning: string): Promise<ListedObject[]> {
    const objects: ListedObject[] = []
    await this.#pages(beginning, undefined, ({ Contents = [] }) => {
      for (const { Key, LastModified } of Contents) {
        const name = (Key ?? '').slice(this.#beginning.length)
        objects.push({ name, changedMs: LastModified?.getTime() ?? Date.now() })
      }
    })
    return objects
  }

  /** The folders that objects are in, by the slash in their names. */
  async folders(): Promise<string[]> {
    const names: string[] = []
    await this.#pages('', '/', ({ CommonPrefixes = [] }) => {
      for (const { Prefix = '' } of CommonPrefixes) names.push(Prefix.slice(this.#beginning.length, -1))
    })
    return names
  }

  /** Removes an object, if it exists. */
  async remove(name: string): Promise<void> {
    await this.#explained(() => this.#client.send(new DeleteObjectCommand(this.#object(name))))
  }

  async #pages(
    beginning: string,
    Delimiter: string | undefined,
    take: (page: {
      Contents?: { Key?: string | undefined; LastModified?: Date | undefined }[] | undefined
      CommonPrefixes?: { Prefix?: string | undefined }[] | undefined
    }) => void,
  ): Promise<void> {
    const input = { Bucket: this.#bucket, Prefix: this.#beginning + beginning, Delimiter }
    await this.#explained(async () => {
      for await (const page of paginateListObjectsV2({ client: this.#client }, input)) take(page)
    })
  }

  #object(name: string) {
    return { Bucket: this.#bucket, Key: this.#beginning + name }
  }

  async #orNull<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work()
    } catch (error) {
      // For a missing bucket it is NoSuchBucket, but the response to HEAD has no body.
      if (statusOf(error) === 404 && !(error instanceof Error && error.name === 'NoSuchBucket')) return null
      throw this.#unusable(error)
    }
  }

  async #explained<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw this.#unusable(error)
    }
  }

  #unusable(error: unknown): ExportsUnavailable {
    const status = statusOf(error)
    const Unusable = status === 0 || status >= 500 ? ExportsAway : ExportsUnavailable
    return new Unusable(
      `EXPORTS_URL (${this.place}) cannot be used: ${bucketReason(error)}. Check its bucket, endpoint and region, and the AWS credentials`,
      { cause: error },
    )
  }
}

/** The status of the response of S3, or 0 if there was none. */
function statusOf(error: unknown): number {
  return error instanceof S3ServiceException ? (error.$metadata.httpStatusCode ?? 0) : 0
}

/** Why it failed, in one line: the name of an error of S3 says more than its message. */
function bucketReason(error: unknown): string {
  return `${error instanceof S3ServiceException ? `${error.name}: ` : ''}${reasonOf(error)}`
}

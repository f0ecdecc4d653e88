/** What keeps the bytes of private files. */
export interface Storage {
  /** Keeps bytes under a key, in the place of those that were there. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Undefined when nothing is kept there. */
  get(key: string): Promise<Buffer | undefined>;
  /** Removing what is not there changes nothing. */
  remove(key: string): Promise<void>;
}

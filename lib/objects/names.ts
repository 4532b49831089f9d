import { join } from "node:path";
import { MorganError } from "../errors.ts";

/** S3's bucket names ("Bucket naming rules", Amazon S3 User Guide), without dots. */
const BUCKET = /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/;
/** S3's "safe characters", as segments that are no dot files: no `..`, no absolute path, no backslash or drive letter. */
const KEY = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/;
const SHA256 = /^[0-9a-f]{64}$/;

/** The folder of a bucket. Throws `invalid_input` for a name that S3 wouldn't take. */
export function bucketPath(root: string, bucket: string): string {
  if (!BUCKET.test(bucket)) {
    throw new MorganError("invalid_input", `"${bucket}" is not the name of a bucket.`);
  }
  return join(root, bucket);
}

/** The file of an object; content hashes fan out over 65,536 folders (`aa/bb/aabb…`). Throws `invalid_input` for an unsafe key. */
export function objectPath(root: string, bucket: string, key: string): string {
  if (key.length > 512 || !KEY.test(key)) {
    throw new MorganError("invalid_input", `"${key}" is not the key of an object.`);
  }
  const file = SHA256.test(key) ? join(key.slice(0, 2), key.slice(2, 4), key) : key;
  return join(bucketPath(root, bucket), file);
}

/** The key of a file that lies at `path` below its bucket's folder. */
export function keyOf(path: string): string {
  const name = path.split("/").at(-1) ?? path;
  return SHA256.test(name) && path === `${name.slice(0, 2)}/${name.slice(2, 4)}/${name}` ? name : path;
}

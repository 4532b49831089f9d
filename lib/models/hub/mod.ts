/** Models of Hugging Face's hub, or of a mirror with its API. */
export { type HubAccess, hubAccess } from "./api.ts";
export {
  parseModelName,
  type Pulled,
  pullModel,
  type PullOptions,
  type PullProgress,
  type PullRequest,
} from "./pull.ts";

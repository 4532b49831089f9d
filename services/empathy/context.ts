import type { Config } from "../../lib/config/mod.ts";
import { userLocale } from "../../lib/locale.ts";
import type { ServiceContext } from "../../lib/http/mod.ts";
import type { EmbeddingClient } from "../embedding/client.ts";
import { type Alerter, createAlerter } from "./alert/mod.ts";
import type { Place } from "./generator.ts";

/** What the empathy service stands on. Disposing it ends alerts that are still being tried. */
export interface EmpathyServiceContext extends ServiceContext {
  /** What the settings and the system say of the user's place. */
  place: Place;
  alerter: Alerter;
  /** Lets a classifier judge what the patterns let through. Where it has another model than the classifier's, the patterns judge alone. */
  embedding: Pick<EmbeddingClient, "open" | "embed">;
}

/** The context of a configuration. Throws `invalid_config` where a contact is only half set. */
export function fromConfig(
  { support }: Pick<Config, "support">,
  { token, metrics }: ServiceContext,
  { embedding }: Pick<EmpathyServiceContext, "embedding">,
): EmpathyServiceContext & AsyncDisposable {
  const alerter = createAlerter(support);
  return {
    token,
    metrics,
    place: { region: support.region?.toUpperCase(), locale: userLocale() },
    alerter,
    embedding,
    [Symbol.asyncDispose]: () => alerter[Symbol.asyncDispose](),
  };
}

import type { EmpathyRequest, EmpathyResponse } from "./contract.ts";
import { LANGUAGE_NAMES, languageOf, languageOfLocale } from "./language.ts";
import { mirrorDirective } from "./mirror.ts";
import { moodOf } from "./mood.ts";
import { regionOfLocale } from "./resources.ts";
import { supportFor } from "./support.ts";
import { toneDirective, toneOf } from "./tone.ts";
import { validationDirectives, validOpening } from "./validator.ts";

/** Where the user is, as far as it is known. */
export interface Place {
  /** Country (ISO 3166-1). */
  region?: string | undefined;
  /** Such as `de_AT.UTF-8`. */
  locale?: string | undefined;
}

/**
 * How a message is to be answered: the danger in it, the tone, instructions for a model and, for an answer without one, the opening
 * sentence. A pure function: the same request gives the same answer.
 * @param danger the classifier's probability of danger, which can only raise the risk
 * @param place what the settings and the system say of the user's place; the request goes before it
 */
export function generate(
  request: EmpathyRequest,
  place: Place = {},
  danger = 0,
): Omit<EmpathyResponse, "alert"> {
  const { text, emotion, history = [] } = request;
  const locale = request.locale ?? place.locale;
  const region = request.region ?? place.region ?? regionOfLocale(request.locale) ??
    regionOfLocale(place.locale);
  const own = history.filter(({ role }) => role === "user").map(({ content }) => content);
  const language = languageOf(
    text,
    own.length > 0
      ? languageOf(own.slice(-3).join("\n"), languageOfLocale(locale))
      : languageOfLocale(locale),
  );
  const mood = moodOf(text, emotion, language);
  const support = supportFor(text, history, language, region, danger);
  const { risk } = support;
  const tone = toneOf(mood, risk);
  // Beside a danger nothing else is said of feelings.
  const feeling = risk === "none" ? mood.feeling : undefined;
  const context = { text, feeling, language, risk };
  return {
    risk,
    risk_kinds: support.kinds,
    risk_reasons: support.reasons.map(({ name, weight }) => `${name} (${weight > 0 ? "+" : ""}${weight})`),
    tone,
    emotion: mood.feeling ?? "neutral",
    language,
    directives: [
      ...(risk !== "none" || feeling ? support.directives : []),
      toneDirective(tone),
      ...(feeling ? [mirrorDirective(feeling, mood.intensity), ...validationDirectives(feeling)] : []),
      ...(feeling || risk !== "none" ? [`Write in the user's language (${LANGUAGE_NAMES[language]}).`] : []),
    ],
    manner: toneDirective(tone),
    opening: support.opening || validOpening(context),
    resources: support.resources,
  };
}

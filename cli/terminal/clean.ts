/**
 * Text that comes from documents or models without the control characters that would steer a terminal: colours, cursor
 * movement, titles, links. Line ends and tabs stay.
 */
export function clean(text: string): string {
  return text.replace(
    // deno-lint-ignore no-control-regex
    /\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)?|[@-Z\\-_])|[\x00-\x08\x0b-\x1f\x7f-\x9f]/g,
    "",
  );
}

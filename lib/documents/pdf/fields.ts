/** What a filled form field says, one line a field: "label: value". Unchecked boxes and empty fields give nothing. */
export function fieldLines(annotations: readonly unknown[]): string[] {
  const lines = new Set<string>();
  for (const annotation of annotations) {
    if (typeof annotation !== "object" || annotation === null) continue;
    const field = new Map<string, unknown>(Object.entries(annotation));
    if (
      field.get("subtype") !== "Widget" || field.get("password") === true || field.get("pushButton") === true
    ) continue;
    const value = valueOf(field);
    if (value === null) continue;
    const label = words(field.get("alternativeText")) ?? words(field.get("fieldName"));
    lines.add(label === null ? value : `${label}: ${value}`);
  }
  return [...lines];
}

function valueOf(field: ReadonlyMap<string, unknown>): string | null {
  const value = field.get("fieldValue");
  if (field.get("checkBox") === true || field.get("radioButton") === true) {
    const own = words(field.get("exportValue")) ?? words(field.get("buttonValue"));
    return own !== null && value === own ? own : null;
  }
  if (Array.isArray(value)) return words(value.filter((v) => typeof v === "string").join(", "));
  return words(value);
}

function words(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const text = value.replace(/\s+/g, " ").trim();
  return text === "" || text === "Off" ? null : text;
}

import { configKeys, variableName } from "../lib/config/mod.ts";

/** The text of a help topic that is not a command, or `undefined`. */
export function topicText(topic: string | undefined): string | undefined {
  if (topic === "exit-codes") return EXIT_CODES;
  if (topic === "environment") return environment();
  return undefined;
}

const EXIT_CODES = `Exit codes
  0    done, also when nothing was found or the documents don't hold the answer
  1    an error: wrong input, a document that failed, a conflict
  2    a service is unavailable or too slow: Morgan itself, the language model, the embedding endpoint
  64   wrong usage: an unknown command or flag, a missing argument
  130  stopped by Ctrl-C`;

function environment(): string {
  const other = [
    ["MORGAN_HOME", "Folder of everything that Morgan keeps. Default: ~/.morgan"],
    ["MORGAN_URL", "A Morgan server to talk to instead of the one on this machine."],
    ["MORGAN_TOKEN", "The token of that server."],
    ["MORGAN_DATA_KEY_FILE", "The same as MORGAN_SECURITY_KEY_FILE, which wins."],
    ["OLLAMA_BASE_URL", "The same as MORGAN_LLM_BASE_URL, which wins."],
    ["HF_ENDPOINT", "Hub that `models pull` fetches from. Default: https://huggingface.co"],
    ["HF_TOKEN", "Who you are on that hub, for private and gated models."],
    [
      "HTTPS_PROXY",
      "Proxy for requests that leave this machine; also HTTP_PROXY, and NO_PROXY for exceptions.",
    ],
    ["NO_COLOR", "Any value: no colours."],
  ];
  const settings = configKeys().map(({ key, description }) => [variableName(key), `${key}: ${description}`]);
  const rows = [...other, ...settings];
  const width = Math.max(...rows.map(([name = ""]) => name.length));
  return ["Environment variables", ...rows.map(([name = "", text]) => `  ${name.padEnd(width)}  ${text}`)]
    .join("\n");
}

/** Sixty messages with what the emotion service would say of each, for the rules of empathy. */

/** `feeling` is the one that must be named; `null` where nothing may be said of feelings. */
export interface Message {
  text: string;
  emotion?: { emotion: string; confidence: number; intensity: number; whose?: string };
  feeling: string | null;
  language: string;
}

const felt = (language: string, emotion: string, text: string, feeling = emotion): Message => ({
  text,
  emotion: { emotion, confidence: 0.8, intensity: 0.6 },
  feeling,
  language,
});
/** Judged by the text alone. */
const told = (language: string, feeling: string, text: string): Message => ({ text, feeling, language });
const plain = (language: string, text: string, emotion?: Message["emotion"]): Message => ({
  text,
  ...(emotion ? { emotion } : {}),
  feeling: null,
  language,
});

export const MESSAGES: readonly Message[] = [
  felt("en", "frustration", "I've tried to install this driver three times and it fails every time."),
  felt("en", "anger", "They changed the contract without telling me, this is outrageous."),
  felt("en", "annoyance", "The printer jams every single morning."),
  felt("en", "disappointment", "My application was turned down again."),
  felt("en", "sadness", "It has been a hard week since she moved away."),
  felt("en", "grief", "My father died on Sunday and I have to read his insurance papers."),
  felt("en", "loneliness", "I moved here in May and still know nobody."),
  felt("en", "remorse", "I shouted at my son this morning and he cried.", "guilt"),
  felt("en", "embarrassment", "I sent the draft to the whole company by mistake.", "shame"),
  felt("en", "fear", "The doctor wants to see me again about the results."),
  felt("en", "nervousness", "The interview is tomorrow at nine.", "anxiety"),
  felt("en", "overwhelm", "There are four deadlines on Friday and my inbox is full."),
  felt("en", "exhaustion", "Third night shift in a row."),
  felt("en", "joy", "We got the keys to our flat today!"),
  felt("en", "excitement", "The concert is next week and I have tickets!"),
  felt("en", "gratitude", "That was exactly what I needed, thanks."),
  felt("en", "pride", "My daughter finished her first marathon."),
  felt("en", "relief", "The scan was clear."),
  told("en", "frustration", "I'm so frustrated with this manual."),
  told("en", "sadness", "I feel so sad today."),
  told("en", "overwhelm", "I am overwhelmed by all these forms."),
  told("en", "anxiety", "I'm really nervous about the exam."),
  told("en", "exhaustion", "I am exhausted, what does the leave policy say?"),
  felt("de", "frustration", "Das Update ist jetzt zum dritten Mal gescheitert."),
  felt("de", "sadness", "Seit dem Umzug ist es sehr still in der Wohnung."),
  felt("de", "anxiety", "Morgen ist die Prüfung und ich habe noch nicht alles gelesen."),
  felt("de", "joy", "Wir haben heute die Zusage bekommen!"),
  told("de", "disappointment", "Ich bin so enttäuscht von dem Ergebnis."),
  told("de", "exhaustion", "Ich bin völlig erschöpft."),
  felt("fr", "anger", "Ils ont encore changé les règles sans prévenir."),
  felt("fr", "fear", "Les résultats arrivent demain et je ne dors plus."),
  felt("fr", "gratitude", "C'était exactement ce qu'il me fallait."),
  told("fr", "sadness", "Je suis très triste aujourd'hui."),
  felt("es", "frustration", "He intentado instalarlo tres veces y no funciona."),
  felt("es", "loneliness", "Desde que me mudé no conozco a nadie en la ciudad."),
  told("es", "worry", "Estoy muy preocupada por mi madre."),
  felt("it", "disappointment", "La mia domanda è stata respinta di nuovo."),
  felt("it", "joy", "Oggi abbiamo avuto le chiavi della casa!"),
  told("it", "exhaustion", "Sono esausta dopo questa settimana."),
  felt("pt", "annoyance", "A impressora falha todas as manhãs."),
  felt("pt", "relief", "O exame não mostrou nada de mau."),
  told("pt", "sadness", "Estou muito triste hoje."),
  felt("nl", "overwhelm", "Er liggen vier opdrachten op mijn bureau en het is al vrijdag."),
  felt("nl", "gratitude", "Dat was precies wat ik zocht."),
  told("nl", "anger", "Ik ben zo boos over dit besluit."),
  plain("en", "How do I change the font in the report template?"),
  plain("en", "What is the notice period in section 4?", {
    emotion: "curiosity",
    confidence: 0.9,
    intensity: 0.4,
  }),
  plain("en", "Summarise chapter two.", { emotion: "neutral", confidence: 0.95, intensity: 0.1 }),
  plain("en", "What does the word angry mean?"),
  plain("en", "My boss is angry about the invoice, where is it?"),
  plain("en", "Which pump fits the boiler?", { emotion: "confusion", confidence: 0.7, intensity: 0.3 }),
  plain("en", "Is the sad path of the function tested?"),
  plain("en", "How many days of leave are there?", { emotion: "sadness", confidence: 0.2, intensity: 0.5 }),
  plain("en", "My sister is devastated. When does the shop open?", {
    emotion: "sadness",
    confidence: 0.8,
    intensity: 0.7,
    whose: "other",
  }),
  plain("de", "Wie lang ist die Kündigungsfrist?"),
  plain("fr", "Quelle est la durée de la garantie ?"),
  plain("es", "¿Cuál es el plazo de entrega?"),
  plain("it", "Qual è la durata della garanzia?"),
  plain("pt", "Qual é o prazo de entrega?"),
  plain("nl", "Wat is de opzegtermijn?"),
];

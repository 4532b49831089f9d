import type { SupportTexts } from "./types.ts";

export const POLISH: SupportTexts = {
  self:
    "Dziękuję, że to mówisz; to brzmi jak więcej bólu, niż ktokolwiek powinien nieść bez pomocy. Czy jesteś teraz w bezpiecznym miejscu?",
  now:
    "Zadzwoń teraz pod {place} albo idź do kogoś w pobliżu, dalej od tego, czym możesz zrobić sobie krzywdę. Dziękuję, że to mówisz. Czy ktoś jest teraz przy tobie?",
  taken:
    "Zadzwoń teraz pod {place} albo do ośrodka toksykologii i powiedz, co to było, ile i kiedy. Nie czekaj na objawy: wcześniej pomoc działa najlepiej. Czy ktoś jest przy tobie?",
  abuse:
    "To, co cię spotyka, nie jest twoją winą, i masz prawo do bezpieczeństwa. Czy jesteś teraz w bezpiecznym miejscu?",
  violence:
    "To ważne, że mówisz o tym, zanim komuś stanie się krzywda. Czy możesz teraz oddalić się od tej osoby i od wszystkiego, czym można zranić?",
  medical:
    "Zadzwoń teraz pod {place}: to może być nagły wypadek i liczy się każda minuta. Czy jest przy tobie ktoś, kto pomoże, gdy będziesz dzwonić?",
  other:
    "Dobrze, że traktujesz to poważnie, i nie musisz być z tym bez pomocy. Słuchaj, bądź w kontakcie i pytaj otwarcie. Czy ta osoba jest teraz bezpieczna?",
  low: "To brzmi bardzo ciężko. Chcesz opowiedzieć, co się dzieje?",
  eating: "To brzmi, jakby trudno było z tym żyć. Jak jest teraz z jedzeniem i jak się czujesz?",
  health:
    "Czy ktoś coś zażył, czy to myśl, która nie daje ci spokoju? Jeśli coś zostało zażyte, nie czekaj na objawy.",
  after: [
    "W porządku. Jestem tu, i możesz powiedzieć tyle, ile chcesz.",
    "Nadal tu jestem. Nie trzeba się spieszyć.",
    "Może to na razie tak zostać. Jestem tu, kiedy zechcesz mówić dalej.",
  ],
  emergency: "Jeśli teraz grozi niebezpieczeństwo, zadzwoń pod {place}.",
  places: "Ludzie, którzy są po to, by pomóc:",
  place: "Jeśli wolisz z kimś porozmawiać: {place}",
  poison: "Ośrodek toksykologii albo {place} powie od razu, co robić.",
};

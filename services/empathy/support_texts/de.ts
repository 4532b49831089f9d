import type { SupportTexts } from "./types.ts";

export const GERMAN: SupportTexts = {
  self:
    "Danke, dass du das sagst; das klingt nach mehr Schmerz, als jemand allein tragen sollte. Bist du gerade in Sicherheit?",
  now:
    "Bitte ruf jetzt {place} an, oder geh zu jemandem in deiner Nähe, weg von dem, womit du dir etwas antun könntest. Danke, dass du das sagst. Ist gerade jemand bei dir?",
  taken:
    "Bitte ruf jetzt {place} oder einen Giftnotruf an und sag, was es war, wie viel und wann. Warte nicht, bis du etwas merkst: vorher wirkt Hilfe am besten. Ist jemand bei dir?",
  abuse:
    "Was dir geschieht, ist nicht deine Schuld, und du hast ein Recht auf Sicherheit. Bist du gerade an einem sicheren Ort?",
  violence:
    "Es ist wichtig, dass du das sagst, bevor jemand verletzt wird. Kannst du jetzt Abstand zu der Person und zu allem gewinnen, womit du jemanden verletzen könntest?",
  medical:
    "Bitte ruf jetzt {place} an: das kann ein Notfall sein, und jede Minute zählt. Ist jemand bei dir, der helfen kann, während du anrufst?",
  other:
    "Es ist richtig, das ernst zu nehmen, und du musst damit nicht allein bleiben. Hör zu, bleib in Kontakt und frag offen nach. Ist die Person gerade in Sicherheit?",
  low: "Das klingt sehr schwer. Magst du erzählen, was los ist?",
  eating:
    "Das klingt, als wäre es schwer, damit zu leben. Wie ist das mit dem Essen gerade, und wie geht es dir?",
  health:
    "Hat jemand etwas eingenommen, oder ist es ein Gedanke, der dich beschäftigt? Wenn etwas eingenommen wurde, warte bitte nicht auf Beschwerden.",
  after: [
    "Das ist in Ordnung. Ich bin da, und du kannst so viel oder so wenig sagen, wie du magst.",
    "Ich bin noch da. Nimm dir die Zeit, die du brauchst.",
    "Es darf jetzt auch so stehen bleiben. Ich bin da, wenn du weiterreden magst.",
  ],
  emergency: "Wenn gerade Gefahr besteht, ruf bitte {place} an.",
  places: "Menschen, die dafür da sind:",
  place: "Wenn du lieber mit jemandem sprechen magst: {place}",
  poison: "Ein Giftnotruf oder {place} weiß sofort, was zu tun ist.",
};

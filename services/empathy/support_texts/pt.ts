import type { SupportTexts } from "./types.ts";

export const PORTUGUESE: SupportTexts = {
  self:
    "Obrigado por dizeres isto; parece mais dor do que alguém deveria carregar sem ajuda. Estás em segurança neste momento?",
  now:
    "Liga agora para {place}, ou vai ter com alguém perto de ti, longe do que te possa ferir. Obrigado por dizeres isto. Está alguém contigo neste momento?",
  taken:
    "Liga agora para {place} ou para um centro antivenenos, e diz o que era, quanto e quando. Não esperes até sentires alguma coisa: antes disso a ajuda funciona melhor. Está alguém contigo?",
  abuse: "O que te acontece não é culpa tua, e mereces estar em segurança. Estás num lugar seguro agora?",
  violence:
    "É importante dizer isto antes que alguém se magoe. Consegues afastar-te dessa pessoa e de tudo o que possa ferir?",
  medical:
    "Liga agora para {place}: pode ser uma emergência, e cada minuto conta. Está alguém contigo que possa ajudar enquanto ligas?",
  other:
    "Fazes bem em levar isto a sério, e não tens de o carregar sem ajuda. Ouve, mantém o contacto e pergunta abertamente. A pessoa está em segurança agora?",
  low: "Parece muito pesado. Queres contar-me o que se passa?",
  eating: "Parece difícil viver com isso. Como vai a tua relação com a comida, e como estás nestes dias?",
  health:
    "Alguém tomou alguma coisa, ou é um pensamento que te acompanha? Se foi tomada alguma coisa, não esperes pelos sintomas.",
  after: [
    "Está tudo bem assim. Estou aqui, e podes dizer tanto ou tão pouco quanto quiseres.",
    "Continuo aqui. Leva o tempo que precisares.",
    "Podemos ficar por aqui por agora. Estou aqui quando quiseres continuar.",
  ],
  emergency: "Se há perigo agora, liga para {place}.",
  places: "Pessoas que estão aí para isto:",
  place: "Se preferires falar com alguém: {place}",
  poison: "Um centro antivenenos ou o {place} pode dizer logo o que fazer.",
};

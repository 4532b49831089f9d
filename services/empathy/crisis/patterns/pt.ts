import { patterns } from "../types.ts";

const NEAR =
  "(?:meu|minha|a minha|o meu|um|uma)(?: \\w+)? (?:marido|esposa|mulher|amigo|amiga|namorado|namorada|irmao|irma|filho|filha|mae|pai|padrasto|ex|companheiro|companheira|primo|prima|colega)";

export const PORTUGUESE = [
  ...patterns("suicide", 3, [
    "(?:quero|queria|prefiro|preferia|vontade de|desejo) (?:so |apenas |mesmo )?(?:morrer|estar mort[oa])(?! de)",
    "(?:quero|vou|queria|penso em|pensando em|vontade de|pensar em) (?:me )?(?:matar|suicid\\w*|enforcar|tirar a (?:minha )?(?:propria )?vida)(?:-me)?(?! (?:um|o|a|esse|este|saudades?|a fome|o tempo|aula))",
    "(?:nao|ja nao) quero (?:mais )?(?:viver|existir|estar aqui|continuar a viver)(?: mais)?(?! (?:em|no|na|com|aqui|sozinh[oa]))",
    "acabar com (?:a )?(?:minha vida|tudo)",
    "suicid\\w*",
    "(?:melhor(?:es)?|mais felizes) sem mim",
    "vida (?:ja )?nao (?:tem|vale) (?:mais )?(?:\\w+ )?(?:sentido|a pena|nada)",
    "(?:nunca mais|nao|jamais) (?:voltar a )?acordar(?: mais| amanha)?(?! (?:tarde|cedo))",
    "(?:nenhum|sem|nao tenho) (?:motivos?|raz\\w+) (?:para|pra) viver",
  ]),
  ...patterns("suicide", 4, [
    "(?:tomei|engoli|acabei de tomar) (?:todos|todas|muitos|demais|uma caixa|um frasco)(?: \\w+){0,3} ?(?:comprimidos|remedios|pilulas|medicamentos)",
    "carta de (?:despedida|suicidio)",
    "(?:vou) (?:me matar|matar-me|acabar com a minha vida|suicid\\w*|tirar a minha vida)(?: \\w+){0,2} (?:hoje|agora|amanha|esta noite)",
  ]),
  ...patterns("distress", 1, [
    "nao aguento mais",
    "sem esperanca",
    "nao ha saida",
    "um peso (?:para|pra) (?:todos|minha familia)",
  ]),
  ...patterns("self_harm", 3, [
    "(?:me corto|corto-me|me cortei|cortei-me) (?:quando|para|os|as|de novo|outra vez|porque)",
    "me machuco de proposito|magoo-me",
    "automutil\\w*",
  ]),
  ...patterns("eating", 3, [
    "(?:forco|provoco) (?:o )?vomito|vomitar depois de",
    "nao como (?:nada )?ha (?:\\w+ )?dias",
  ]),
  ...patterns("abuse", 3, [
    `(?:${NEAR}|ele|ela) (?:\\w+ ){0,2}?(?:me|nos) (?:bate|bateu|espanca|espancou|estupra|estuprou|maltrata|ameaca|agride|agrediu|enforca|violou)|(?:${NEAR}|ele|ela) (?:bate-me|agride-me|violou-me)`,
    "ameac\\w* (?:me )?(?:de )?(?:matar|morte)(?:-me)?",
    "(?:padrasto|pai|tio|marido|namorado|ele|ela) abusa de mim",
    "(?:fui) (?:estuprad[oa]|violad[oa]|abusad[oa]|agredid[oa])",
    "medo (?:de )?que (?:ele|ela) me (?:mate|bata)",
  ]),
  ...patterns("violence", 3, ["(?:quero|vou) (?:mata-l[oa]|matar (?:ele|ela|o meu|meu))"]),
  ...patterns("other_person", 3, [
    `(?:${NEAR}|ele|ela|alguem) (?:\\w+ ){0,4}(?:suicid\\w*|se matar|matar-se|tirar a (?:propria )?vida|se corta|quer morrer|nao quer (?:mais )?viver)`,
  ]),
  ...patterns("medical", 4, [
    "nao (?:consigo|consegue) respirar|nao (?:esta a )?respira(?:r)?",
    "esta inconsciente",
    "(?:tendo|ter) um (?:enfarte|infarto|avc)",
    "dor (?:forte )?no peito",
  ]),
];

import { NAMES } from "./names.ts";
import type { Acts } from "./types.ts";

export const PORTUGUESE: Acts = {
  took:
    "acab(?:ei|o) de (?:beber|tomar|engolir|ingerir)|no (?:meu )?estomago|tomad[oa]s|engolid[oa]s|engolindo|injetei|virei|tomei|tomado|engoli|engolido|engolir|ingeri|bebi|bebido|comi|meti|tomar|mandei abaixo",
  much:
    "(?:onze|doze|treze|catorze|quatorze|quinze|dezasseis|dezesseis|dezoito|quarenta|cinquenta|sessenta|cem|duzias?|dezenas?|vintena)(?! (?:minutos|horas|anos|dias|mg|ml))|tod[oa]s?|tudo|demasiad[oa]s|demais|muit[oa]s|caixas?|frascos?|cartela|embalagem|punhad[oa]s?|monte|inteir[oa]|\\d{2,3}(?! ?(?:mg|ml|minutos|horas|anos))|dez|vinte|trinta|overdose|resto",
  few: "[3-9]|tres|quatro|cinco|seis|sete|oito|nove|vari[oa]s",
  whose:
    "(?:d[oae]s? )?(?:meu|minha|seu|sua)(?: \\p{L}+)? (?:mae|pai|avo|irma|irmao|marido|mulher|esposa|filho|filha|tia|tio|amiga|amigo|namorad[oa]|vizinh[oa]|colega)|d[oae] (?:mamae|papai|mae|pai|avo)",
  drug:
    `gotas|betabloqueadores|sedativos|unidades|xarope|adesivos|${NAMES}|comprimidos?|remedios?|pilulas?|medicamentos?|medicacao|calmantes|capsulas?|cartela|soniferos?|gaveta dos remedios`,
  poison:
    "soda caustica|amoniaco|desinfetante|agua raz|inseticida|metanol|produto de limpeza|lixivia|agua sanitaria|desentupidor|anticongelante|veneno|raticida|chumbinho|herbicida|pesticida|acido|detergente|overdose",
  all:
    "(?:tomei|engoli)-?(?:os|as) tod[oa]s|(?:tomei|engoli) tudo|(?:caixa|frasco|cartela) (?:esta )?vazi[oa]",
  rope: "corda|forca",
  hangs: "atad[oa]|amarrad[oa]|pendurad[oa]|pront[oa]|presa?|no pescoco|na viga|preparad[oa]",
  stands: "estou|sentad[oa]|de pe|em pe|subi|saltei|trepei|passei|aqui|debrucad[oa]",
  brink:
    "(?:na|no|em|sobre|da|do|junto a|junto aos?|por cima d[ao]|do outro lado d[ao]|a beira d[ao]) ?(?:a |o |uma |um |os |as )?(?:ponte|telhado|parapeito|beira do predio|linha do comboio|carris|trilhos|penhasco|varandim|viaduto|corrimao|precipicio|terraco do predio)",
  saved:
    "juntei|juntando|a juntar|guardei|guardando|a guardar|acumulei|acumulando|escondi|escondendo|poupado",
  bought: "comprei|comprado|arranjei|encomendei|encontrei|tenho",
  means: "corda|pistola|arma|comprimidos|remedios|veneno|faca|laminas?|helio",
  purpose:
    "para (?:o fazer|isso|acabar|fazer isso)|ninguem sabe|vai acabar|despedir-me|adeus|estou pront[oa]|esta noite|hoje a noite|acabar com",
  done:
    "(?:escrevi|escrito|deixei|acabei de escrever|escrever)(?: [\\p{L}']+){0,3} cartas? de despedida|cartas? de despedida|(?:cortei|abri) (?:os pulsos|as veias)",
  doses:
    `(?:o que acontece|que acontece|e perigoso|quant[oa]s?|posso|pode-se)[^.!?]{0,50}(?:overdose|sobredos\\w*|demasiad[oa]s? (?:${NAMES}|comprimidos|vitaminas?)|dose (?:dupla|letal|mortal|toxica|maxima)|dobro da dose)(?![^?]{0,30} (?:caes|cao|gatos?|ratos?))|quantos (?:${NAMES}|comprimidos)(?: \\w+){0,3} (?:demais|demasiad\\w+|letal\\w*|mortal\\w*|perigos\\w+)`,
  eating:
    "(?:perdi|emagreci)(?: \\w+){0,3} (?:quilos?|kg)[^]{0,40}(?:ainda|continuo|mesmo assim)(?: \\w+){0,3} gord[oa]|(?:me sinto|sinto-me|continuo)(?: \\w+){0,2} gord[oa]|(?:quase )?nao como(?: \\w+){0,2}(?=[^.!?]*(?:gord|peso|engord))|vomit(?:o|ar|ei)(?: \\w+){0,3} (?:depois|para|de proposito)(?=[^.!?]*(?:comer|jantar|refeic|engord|emagrec))|medo de (?:comer|engordar)",
  despair:
    "(?:ja )?nao aguento(?: mais)?(?! (?:este calor|esperar|de rir))|(?:nada|a vida|tudo isto|tudo isso)(?: \\w+){0,2} (?:nao )?(?:faz|tem)(?: mais)? sentido|(?:ja )?nao sinto (?:mais )?nada|odeio a? ?minha vida|vazi[oa] por dentro|(?:sou|ser)(?: \\w+)? (?:um fardo|um peso|uma carga)(?: para \\w+(?: \\w+)?)?|(?:melhor|mais felizes)(?: \\w+){0,2} sem mim|(?:para que|de que serve)(?: \\w+){0,2} (?:viver|continuar|levantar-me|tudo)|(?:quero|queria|vontade de)(?: \\w+)? (?:desaparecer|sumir)|sem (?:esperanca|saida)(?= |[.!]|$)|cansad[oa] de (?:tudo|viver)|tanto faz tudo",
};

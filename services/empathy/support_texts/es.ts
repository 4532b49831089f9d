import type { SupportTexts } from "./types.ts";

export const SPANISH: SupportTexts = {
  self:
    "Gracias por decirlo; suena a más dolor del que nadie debería llevar a solas. ¿Estás a salvo en este momento?",
  now:
    "Llama ahora a {place}, o ve con alguien que esté cerca, lejos de lo que pueda hacerte daño. Gracias por decirlo. ¿Hay alguien contigo ahora mismo?",
  taken:
    "Llama ahora a {place} o a un centro de toxicología, y di qué era, cuánto y cuándo. No esperes a notar algo: la ayuda sirve más antes. ¿Hay alguien contigo?",
  abuse: "Lo que te pasa no es culpa tuya, y mereces estar a salvo. ¿Estás en un lugar seguro ahora mismo?",
  violence:
    "Es importante que lo digas antes de que alguien salga herido. ¿Puedes alejarte de esa persona y de todo lo que pueda hacer daño?",
  medical:
    "Llama ahora a {place}: puede ser una emergencia, y cada minuto cuenta. ¿Hay alguien contigo que pueda ayudar mientras llamas?",
  other:
    "Haces bien en tomarlo en serio, y no tienes que llevarlo a solas. Escucha, sigue cerca y pregunta con franqueza. ¿Esa persona está a salvo ahora?",
  low: "Suena muy duro. ¿Quieres contarme qué pasa?",
  eating: "Suena difícil de vivir. ¿Cómo te va con la comida, y cómo estás estos días?",
  health:
    "¿Alguien ha tomado algo, o es una idea que te ronda? Si se ha tomado algo, no esperes a los síntomas.",
  after: [
    "Está bien. Estoy aquí, y puedes decir tanto o tan poco como quieras.",
    "Sigo aquí. Tómate el tiempo que necesites.",
    "Podemos dejarlo aquí por ahora. Estoy aquí cuando quieras seguir.",
  ],
  emergency: "Si hay peligro ahora mismo, llama a {place}.",
  places: "Personas que están para esto:",
  place: "Si prefieres hablar con alguien: {place}",
  poison: "Un centro de toxicología o el {place} puede decir enseguida qué hacer.",
};

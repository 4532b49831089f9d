import { patterns } from "../types.ts";

const NEAR =
  "(?:mi|mis|nuestra|nuestro|un|una)(?: \\w+)? (?:marido|esposo|esposa|mujer|amigo|amiga|novio|novia|hermano|hermana|hijo|hija|madre|padre|padrastro|ex|pareja|primo|prima|companer[oa]|mejor amig[oa]|vecin[oa])";

export const SPANISH = [
  ...patterns("suicide", 3, [
    "(?:quiero|quisiera|prefiero|deseo|ganas de|queria) (?:solo |de verdad |realmente )?(?:morir(?:me)?|estar muert[oa])(?! de)",
    "(?:me )?(?:quiero|voy a|quisiera|pienso|pensando en|ganas de) (?:matar(?:me)?|suicid\\w*|ahorcarme|quitarme la vida|acabar con (?:mi vida|todo))",
    "(?:no|ya no) quiero (?:vivir|seguir viviendo|existir|seguir viv[oa]|estar aqui)(?: mas)?(?! (?:en|con|aqui|sol[oa]|cerca))",
    "suicid\\w*",
    "mejor(?:es)? sin mi(?! \\w)",
    "vida (?:ya )?no (?:tiene|vale) (?:\\w+ )?(?:sentido|nada|la pena)",
    "(?:ojala|quisiera|espero) (?:\\w+ )?(?:no|nunca|jamas) (?:me )?(?:despertar\\w*|despierte|hubiera nacido)",
    "(?:sin|no tengo|ninguna) (?:razones?|motivos?) para (?:vivir|seguir)",
    "ojala (?:estuviera|estuviese) muert[oa]",
  ]),
  ...patterns("suicide", 4, [
    "(?:me )?(?:tome|tomado|trague|he tomado|acabo de tomar) (?:todas?|demasiad\\w+|un frasco|una caja|muchas?)(?: \\w+){0,3} ?(?:pastillas|pildoras|medicamentos|tabletas)",
    "carta de (?:despedida|suicidio)",
    "(?:voy a|me voy a) (?:quitarme la vida|matarme|matar|suicidarme|suicid\\w*)(?: \\w+){0,2} (?:esta noche|hoy|ahora|manana)",
  ]),
  ...patterns("distress", 1, [
    "ya no puedo mas",
    "sin esperanza",
    "no hay salida",
    "una carga para (?:todos|mi familia)",
  ]),
  ...patterns("self_harm", 3, [
    "me (?:corto|corte|he cortado) (?:los|las|las venas|cuando|para|a proposito)(?! el pelo| pelo)",
    "me (?:hago|hice) dano",
    "autolesi\\w*",
  ]),
  ...patterns("eating", 3, [
    "(?:hago|me provoco el) vomit\\w*|me hago vomitar",
    "(?:no como|sin comer|no he comido)(?: nada)? (?:desde )?hace (?:\\w+ )?dias",
  ]),
  ...patterns("abuse", 3, [
    `(?:${NEAR}|el|ella) (?:\\w+ ){0,2}?(?:me|nos) (?:pega|pego|golpea|golpeo|viola|violo|maltrata|amenaza|amenazo|ahorca|estrangula|abusa)`,
    "amenaz\\w* con matar(?:me|nos)",
    "(?:me|fui) (?:violaron|violad[oa]|abusad[oa]|maltratad[oa]|han violado)",
    "miedo (?:de|a) que (?:me|nos) (?:mate|pegue|golpee)",
  ]),
  ...patterns("violence", 3, ["(?:quiero|voy a) matar(?:lo|la|los|las| a mi \\w+)"]),
  ...patterns("other_person", 3, [
    `(?:${NEAR}|el|ella|alguien) (?:\\w+ ){0,4}(?:suicid\\w*|matarse|quitarse la vida|se corta|se quiere matar|no quiere vivir|quiere morir)`,
  ]),
  ...patterns("medical", 4, [
    "no (?:puedo|puede) respirar|no respira",
    "esta inconsciente",
    "(?:me|le) dio un (?:infarto|derrame)|teniendo un infarto",
    "dolor(?:es)? (?:fuerte )?en el pecho",
  ]),
];

import { NAMES } from "./names.ts";
import type { Acts } from "./types.ts";

export const SPANISH: Acts = {
  took:
    "en (?:mi|el) estomago|eche|echado|zampado|soplado|chute|tomadas|tragadas|tomados|zampe|tragando|inyecte|inyectado|tome|tomado|tomar|tomando|tragado|trague|ingerido|ingeri|bebido|bebi|comido|comi|tragar(?:me)?|tomarme|acabo de (?:beber|comer|ingerir|inyectar)(?:me)?|metido|meti",
  much:
    "(?:once|doce|trece|catorce|quince|dieci\\w+|veinti\\w+|treinta|cuarenta|cincuenta|sesenta|cien|docenas?|veintena|decena)(?! (?:minutos|horas|anos|dias|mg|ml))|todas?|todos?|demasiad[oa]s|much[oa]s|cajas?|frascos?|bote|blister|punad[oa]s?|monton|entera?|\\d{2,3}(?! ?(?:mg|ml|minutos|horas|anos))|diez|veinte|treinta|sobredosis|resto",
  few: "[3-9]|tres|cuatro|cinco|seis|siete|ocho|nueve|varias|varios",
  whose:
    "(?:de |del )?(?:mi|su|nuestra|nuestro)s?(?: \\p{L}+)? (?:madre|padre|mama|papa|abuela|abuelo|hermana|hermano|marido|mujer|esposa|esposo|hijo|hija|tia|tio|amiga|amigo|novio|novia|vecina|vecino|companer[oa])|(?:de )?(?:mama|papa|la abuela)|del abuelo",
  drug:
    `gotas|betabloqueantes|sedantes|unidades|jarabe|parches|medicacion|${NAMES}|pastillas?|pastis|pirulas|pildoras?|medicamentos?|medicinas?|somniferos?|comprimidos?|capsulas?|tranquilizantes?|calmantes|botiquin|blister`,
  poison:
    "(?:liquido|producto) (?:para|de) (?:limpi\\w+|desatasc\\w+|fregar)|productos? de limpieza|limpiador\\w*|quitagrasas|amoniaco|aguarras|insecticida|metanol|sosa caustica|lejia|cloro|desatascador|anticongelante|raticida|veneno|matarratas|herbicida|pesticida|acido|detergente|sobredosis",
  all: "(?:me )?las (?:he )?(?:tome|tomado|trague|tragado) todas|(?:frasco|caja) (?:esta )?vaci[oa]",
  rope: "soga|cuerda",
  hangs:
    "atad[oa]s?|colgad[oa]s?|colgando|preparad[oa]s?|list[oa]s?|anudad[oa]s?|cuelga|al(?:rededor del)? cuello|amarrad[oa]s?|en la viga",
  stands: "estoy|sentad[oa]|parad[oa]|de pie|subid[oa]|subi|trepe|saltado|cruce|asomad[oa]|aqui|camino",
  brink:
    "(?:en|sobre|al|desde|del|junto a|por encima de|al otro lado de) ?(?:el |la |las |los |un |una )?(?:borde(?! de la cama)|puente|azotea|tejado|cornisa|barandilla|vias|acantilado|precipicio|viaducto|barandal|pretil)",
  saved: "guardando|guardado|ahorrando|juntando|juntado|acumulando|acumulado|escondido|escondiendo|reuniendo",
  bought: "compre|comprado|conseguido|consegui|pedido|encontre|tengo",
  means: "soga|cuerda|pistola|arma|pastillas|veneno|cuchillo|cuchillas?|helio",
  purpose:
    "para (?:hacerlo|eso|acabar)|nadie lo sabe|sera el fin|todo acabara|despedirme|adios|estoy list[oa]|esta noche|acabar con",
  done:
    "(?:escribi|escrito|escribiendo|deje|dejado|termine|dejo)(?: [\\p{L}']+){0,3} cartas? (?:de )?(?:despedida|suicidio)|cartas? de despedida|(?:cortado|corte|abierto) las (?:venas|munecas)",
  doses:
    `(?:que pasa|que pasaria|es (?:peligroso|malo)|cuant[oa]s?|puedo|se puede)[^.!?]{0,50}(?:sobredosis|demasiad[oa]s? (?:${NAMES}|pastillas|vitaminas?)|(?:doble|dosis) (?:dosis|letal|mortal|toxica|doble|maxima))(?![^?]{0,30} (?:perros?|gatos?|ratas?))|cuant[oa]s (?:${NAMES}|pastillas|somniferos)(?: \\w+){0,3} (?:demasiad\\w+|mortal\\w*|letal\\w*|peligros\\w+)`,
  eating:
    "(?:perdi|perdido|bajado|baje)(?: \\w+){0,3} (?:kilos?|kg)[^]{0,40}(?:sigo|todavia|aun)(?: \\w+){0,3} gord[oa]|(?:me (?:siento|veo)|sigo)(?: \\w+){0,2} gord[oa]|(?:casi )?no como(?: \\w+){0,2}(?=[^.!?]*(?:gord|peso|engord))|(?:vomito|vomitar|vomite)(?: \\w+){0,3} (?:despues|para|a proposito)(?=[^.!?]*(?:comer|comida|cena|engord|adelgaz))|miedo (?:a|de) (?:comer|engordar)",
  despair:
    "no puedo mas(?! (?:con (?:este|esta) (?:calor|tarea|examen)|comer))|(?:ya )?(?:nada|la vida|todo esto|todo)(?: \\w+){0,2} (?:no )?tiene(?: \\w+)? sentido|(?:no|ya no) siento (?:absolutamente )?nada|todo me da igual|odio mi vida|vaci[oa] por dentro|(?:soy|ser)(?: \\w+)? (?:una carga|un estorbo|un peso)(?: para \\w+(?: \\w+)?)?|(?:mejor|mas felices)(?: \\w+){0,2} sin mi(?=[ .,!?]|$)|(?:para que|que sentido tiene)(?: \\w+){0,2} (?:seguir|vivir|levantarse|levantarme|todo)|(?:quiero|quisiera|ganas de)(?: \\w+)? desaparecer|sin (?:esperanza|salida)|cansad[oa] de (?:todo|vivir|la vida)|no (?:tengo|me quedan) fuerzas(?= para (?:seguir|nada|continuar)|[.!]|$)|ya no aguanto(?: mas)?(?=[.!]|$)",
};

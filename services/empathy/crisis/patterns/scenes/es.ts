import type { Scenes } from "./types.ts";

export const SPANISH: Scenes = {
  whole:
    "tod[oa]s?(?! (?:los dias|las (?:mananas|noches)|el (?:dia|tiempo)|la (?:noche|semana)))|enter[oa]s?|de golpe|de una(?: vez)?|demasiad[oa]s|un monton|(?:la|una|dos|tres) (?:caja|frasco|bote|botella|punado)s?|el (?:frasco|bote|tubo|blister)|el resto|cuant[oa]s? (?:habia|tenia|encontre)|(?:\\d{2,3}|diez|doce|quince|veinte|treinta|cuarenta|cincuenta|cien)(?= (?!mg|ml|minutos|horas|dias|anos|unidades)(?:\\p{L}+ )?\\p{L}+s(?!\\p{L}))",
  broken: "yo(?: \\p{L}+)? (?:tomar|beber|tragar|comer)(?: \\p{L}+)? (?:much\\w+|tod\\w+)",
  proper:
    "para (?:ella|el|mi|mis|los|las|la)|recog\\w*|llev\\w*|guard\\w*|farmacia|como (?:siempre|me receto|dijo|cada)|receta\\w*|fotos?|cuant[oa]s puedo|puedo|debo|antibioticos?|vitaminas?|apunt\\w*|botiquin de viaje|desayuno",
  ready:
    "preparad[oa]|list[oa]|atad[oa]|colgad[oa]|amarrad[oa]|anudad[oa]|cuelga|esperandome|aguanta|aguantara",
  use:
    "para(?! (?:esta noche|mi(?: |$)|hoy|manana|hacerlo|acabar|morir|eso|siempre|matarme|colgarme|ahorcarme|irme))(?= )|escala\\w*|barco|columpio|ropa|perro|caballo|vaca|cabra|tienda|remolque|saltar|vela|hamaca|donde esta|guitarra|tender",
  gun: "pistola|escopeta|rifle|revolver|arma|fusil",
  loaded: "cargad[oa]|una bala|en la (?:sien|boca|cabeza)|amartillad[oa]",
  sport:
    "caza\\w*|ley|licencia|permiso|transport\\w*|museo|pelicula|libro|juego|nivel|policia|agua|juguete|jabali|serie|soldados?|reglas?",
  bare:
    "(?:ya )?(?:compre|he comprado|consegui|tengo|prepare|he preparado) (?:ya )?(?:la|el|una|un|las) (?:soga|cuerda|pistola|veneno|arma|escopeta|cuchillas|raticida)",
  sign:
    "se (?:para|lo) que|para (?:acabar|hacerlo|eso|esta noche|mi)|(?:escrito|escribi|cartas?)(?: \\p{L}+)? (?:a|para) (?:mis|mi|todos|los)|despedi\\w*|adios|nadie|(?:la|una) (?:silla|viga)|(?:el|un) (?:taburete|arbol)|acabar con|se acab\\w*|terminar con",
  atHand:
    "en (?:la|mi|mis) manos?|a mi lado|delante de mi|junto a mi|conmigo|en (?:la mesa|las rodillas|mi cama|la mesilla)|bajo (?:la|mi) almohada|al alcance",
  weapon: "pistola|escopeta|revolver|arma|rifle|cuchillas?(?: de afeitar)?|navaja|cuter|soga|jeringa|bisturi",
  kitchen:
    "cocin\\w*|cebollas?|pan|manualidad\\w*|barba|afeit\\w*(?<!de afeitar)|juego|pelicula|vacuna\\w*|paciente|medico|diabet\\w*|caza|juguete|agua|carton",
  cut: "corte|cortad[oa]s?|abri|abiert[oa]|raje|rajad[oa]|cortarme|cortando|cortado",
  veins:
    "(?:las|mis|los|la|el) (?:venas|munecas?|brazos?|antebrazos?|muslos?|piernas?|garganta|piel|barriga)",
  mishap:
    "accident\\w*|sin querer|vidrio|cristal|papel|lata|cocin\\w*|jardin\\w*|rosal|operad[oa]|cirujano|pelo|mangas|gato|tirita|brazos abiertos|bicicleta|pegamento",
  leap:
    "(?:voy a|quiero|quisiera|pienso|ganas de|list[oa] para|a punto de)(?: \\p{L}+){0,2} (?:saltar|tirarme|lanzarme|arrojarme|dejarme caer)|me (?:tiro|lanzo|voy a tirar|arrojo)|salto",
  height:
    "(?:del|de la|de un|de una|por la|por el|desde|al|a las|bajo)(?: (?:el|la|un|una|mi))? ?(?:\\p{L}+ )?(?:puente|azotea|tejado|balcon|ventana|acantilado|edificio|torre|tren|metro|camion|vias|viaducto|vacio|terraza)",
  water:
    "lago|piscina|puenting|paracaidas|trampolin|cuerda|nieve|sueno|suenos|juego|pelicula|jaja\\w*|conclusiones|foto|proximo tren",
  decided:
    "decidid[oa]|decidi|decision(?: \\p{L}+){0,2} (?:tomada|hecha|firme)|tome (?:la|mi|una) decision|ya lo tengo claro|estoy segur[oa]|he elegido",
  notLive:
    "(?:no|nunca|ya no)(?: \\p{L}+){0,5} (?:navidad(?:es)?|cumpleanos|primavera|verano|otono|invierno|ano nuevo|pascua|lunes|martes|miercoles|jueves|viernes|sabado|domingo|manana|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|los (?:treinta|veinte|\\d{2}))|(?:no|ya no) (?:estare|voy a estar|seguire|quiero estar)(?: \\p{L}+)?|mi ultim[oa] (?:navidad|cumpleanos|dia|noche|verano|invierno|semana)|(?:dejar|irme de) (?:este mundo|esta vida)|morir(?:me)?|irme para siempre|acabar con (?:todo|mi)|terminar con (?:todo|mi)|reunirme con",
  leaving:
    "(?:decidid[oa]|decidi|hora|list[oa]|tengo que|voy a|quiero)(?: \\p{L}+){0,2} (?:irme|marcharme|partir)|me voy(?: ya| hoy| manana| para siempre)?|(?:al|a la|hacia el|hacia la) (?:rio|mar|lago|bosque|puente|vias)",
  entrusted:
    "(?:cuid\\w+|ocup\\w+)(?: \\p{L}+)? (?:a|de|del|al) (?:mis?|la|el|los|mama|papa|perro|gato)|(?:diganle|dile|decidle|digan) a (?:mi|mis|mama|papa)(?: [\\p{L}']+){0,4} (?:quiero|amo|quise|ame)|perdon\\w*|no (?:lloren|lloreis|me busquen|me busqueis)|nadie tiene la culpa|los quiero(?: mucho)?|os quiero",
  travel:
    "esqui\\w*|vacaciones|viaj\\w*|vuelo|avion|trabaj\\w*|mudo|mudarme|mudanza|visit\\w*|vuelvo|volver|fiesta|excursion|universidad|coro|hotel|casa de|medico|cine|vamos|nosotros|empresa|novi[oa]|gimnasio|dormir",
  settled:
    "(?:regale|regalado|di|dado|vendi|vendido|reparti)(?: \\p{L}+){0,2} (?:todas?|todos?|mis|todo|mi|el ganado|los animales|la finca)|(?:ganado|animales|finca|granja)(?: \\p{L}+){0,3} vendid[oa]s?|(?:papeles|cosas|asuntos)(?: \\p{L}+)? (?:en orden|arreglad[oa]s)|todo (?:esta )?(?:arreglado|en orden|pagado|listo)|testamento (?:esta|hecho|escrito)|deudas pagadas|me despedi",
  gone:
    "(?:ya )?no (?:estare|voy a estar|existire|importa\\w*|importara)|nada (?:importa|importara)|me toca a mi|ya no (?:lo|los|las|la) (?:necesito|necesitare)|(?:hoy|todo|esta noche) (?:todo )?se (?:acaba|termina)|a donde voy|no hay (?:nada )?mas que decir|adios a todos|por fin descans\\w+",
  lethal:
    "mortal(?:es)?|letal(?:es)?|fatal(?:es)?|mata[nr]?(?: a)?(?= |[?.!]|$)|para morir(?:se|me)?|me (?:muero|mataria|moriria)|se muere|demasiad[oa]s?(?= para|[?.!]|$)|parar el corazon",
  amount:
    "cuant[oa]s?|que (?:dosis|cantidad)|(?:es|son|si (?:tomo|me tomo)|serian?)(?: \\p{L}+){0,2} (?:\\d+|una (?:caja|tira)|un (?:frasco|gramo)|diez|veinte|treinta)|\\d+ ?(?:mg|g|gramos?|miligramos?|ml|pastillas)",
  weary:
    "cansad[oa]|hart[oa]|paso|sin ganas|no tengo ganas|ganas ningunas|agotad[oa]|aburrid[oa]|me pesa|no quiero|pereza|bastante|hasta aqui",
  life:
    "de (?:la |esta |mi )?vi(?:da|vir)(?! (?:en|con|aqui|sin|solo|sola|juntos|entre|fuera))|de (?:seguir viviendo|existir|estar viv[oa]|este mundo|seguir aqui)|la vida|seguir viviendo|vivir asi",
  fetched:
    "(?:dios|el senor|la muerte|la virgen)(?: [\\p{L}']+){0,4} (?:me lleve|llevarme|me recoja|me llame|llevame|me quiera llevar)|(?:me lleve|llevame|que me lleve)(?: ya)? (?:dios|el senor|la muerte)|he vivido (?:ya )?(?:bastante|suficiente)|estorbo(?: a todos)?(?=[.!,]|$)|nadie me necesita|(?:me da igual|no me importa)(?: \\p{L}+){0,2} (?:vivir|morir|despertar\\w*)|mas facil (?:no|dejar de) existir",
};

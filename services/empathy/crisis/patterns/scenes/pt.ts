import type { Scenes } from "./types.ts";

export const PORTUGUESE: Scenes = {
  whole:
    "tod[oa]s?(?! (?:os dias|as (?:manhas|noites)|o (?:dia|tempo)|a (?:noite|semana)))|tudo|inteir[oa]s?|de uma (?:so )?vez|demais|demasiad[oa]s|um monte|(?:a|uma|duas|tres) (?:caixa|cartela|garrafa|mao cheia)s?|(?:o|um) frasco|o resto|(?:\\d{2,3}|dez|doze|vinte|trinta|quarenta|cinquenta|cem)(?= (?!mg|ml|minutos|horas|dias|anos)(?:\\p{L}+ )?\\p{L}+s(?!\\p{L}))",
  broken: "eu(?: \\p{L}+)? (?:tomar|beber|engolir|comer)(?: \\p{L}+)? (?:muit\\w+|tud\\w+|tod\\w+)",
  proper:
    "para (?:ela|ele|a|o|os|as|minha|meu)|busca\\w*|levei|farmacia|como (?:sempre|receitado|prescrito)|receita\\w*|antibiotic\\w*|fotos?|quantos posso|posso|devo|guardei",
  ready:
    "preparad[oa]|preparei|pront[oa]|amarrad[oa]|amarrei|atei|pendurad[oa]|pendurei|me espera|a minha espera|aguenta",
  use:
    "pa?ra(?! (?:hoje|mim|esta noite|isso|acabar|morrer|amanha|sempre|me (?:matar|enforcar)))(?= )|escala\\w*|barco|balanco|roupa|cao|cachorro|cavalo|vaca|cabra|tenda|reboque|pular|vela|rede|onde esta|violao|varal",
  gun: "pistola|espingarda|revolver|arma|rifle|cacadeira",
  loaded: "carregad[oa]|uma bala|na (?:cabeca|boca|tempora)",
  sport: "caca\\w*|lei|licenca|museu|filme|livro|jogo|nivel|policia|agua|javali|brinquedo",
  bare:
    "(?:ja )?(?:comprei|arranjei|preparei|consegui|tenho) (?:ja )?(?:a|o|uma|um|as) (?:corda|pistola|veneno|arma|laminas|chumbinho|espingarda)",
  sign:
    "sei (?:para|pra) (?:o )?que|pa?ra (?:acabar|isso|hoje a noite|mim)|(?:escrevi|cartas?)(?: \\p{L}+)? (?:a|aos|para|pra)|adeus|despedi\\w*|ninguem|(?:o|um) banco|(?:a|uma) (?:arvore|viga|cadeira)|acabar com",
  atHand:
    "na(?:s)? (?:minha |minhas )?maos?|ao meu lado|a minha frente|na minha frente|comigo|(?:na mesa|no colo|na cama)|debaixo d[oa] (?:travesseiro|almofada)",
  weapon: "pistola|revolver|arma|espingarda|laminas?|navalha|gilete|x-ato|estilete|forca|seringa|bisturi",
  kitchen: "cozinh\\w*|cebol\\w*|pao|barba|jogo|filme|vacina\\w*|paciente|medico|caca|agua|cartao|artesanato",
  cut: "cortei|cortad[oa]s?|abri|rasguei|cortar|me cortando|cortar-me",
  veins:
    "(?:os|as|o|a|meus?|minhas?) (?:pulsos?|veias?|bracos?|antebracos?|coxas?|pernas?|garganta|pele|barriga)",
  mishap:
    "acident\\w*|sem querer|vidro|papel|lata|cozinh\\w*|jardi\\w*|rosa|operad\\w+|cabelo|mangas|gato|bracos abertos",
  leap:
    "(?:vou|quero|queria|vontade de|penso em|pront[oa] para)(?: \\p{L}+){0,2} (?:saltar|atirar-me|me atirar|me jogar|pular|jogar-me)|me jogo|atiro-me",
  height:
    "(?:da|do|de uma|de um|pela|para debaixo do|na frente do) ?(?:\\p{L}+ )?(?:ponte|telhado|varanda|janela|penhasco|predio|torre|comboio|trem|metro|viaduto|terraco|sacada)",
  water:
    "lago|piscina|bungee|paraquedas|trampolim|neve|sonh\\w*|jogo|filme|foto|proximo (?:trem|comboio)|corda",
  decided:
    "decidi|decidid[oa]|decisao(?: \\p{L}+){0,2} (?:tomada|feita)|tomei (?:a|minha|uma) decisao|ja esta decidido|tenho a certeza",
  notLive:
    "(?:nao|nunca|ja nao)(?: \\p{L}+){0,5} (?:natal|aniversario|primavera|verao|outono|inverno|ano novo|pascoa|segunda|terca|quarta|quinta|sexta|sabado|domingo|amanha|janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)|nao (?:vou estar|estarei)(?: \\p{L}+)?|(?:meu|minha) ultim[oa] (?:natal|aniversario|dia|noite|verao|semana)|deixar (?:este mundo|esta vida)|morrer|partir para sempre|acabar com (?:tudo|a minha)",
  leaving:
    "(?:decidi|hora|pront[oa]|tenho que|vou)(?: \\p{L}+){0,2} (?:ir embora|partir)|vou-me embora|(?:ao|para o|pro) (?:rio|mar|lago)",
  entrusted:
    "(?:cuid\\w+|tom\\w+ conta) (?:d[aoe]s?|bem)|(?:digam|diz|diga) (?:a|ao|aos) (?:minha|meu|mae|pai)|perdo\\w*|nao (?:chorem|me procurem)|amo(?:-vos| voces)|ninguem tem culpa",
  travel:
    "esqui\\w*|ferias|viag\\w*|viaj\\w*|voo|aviao|trabalh\\w*|mudar|mudanca|visit\\w*|volto|voltar|festa|passeio|universidade|coro|hotel|medico|cinema|vamos|nos|academia|ginasio",
  settled:
    "(?:dei|doei|vendi|distribui)(?: \\p{L}+){0,2} (?:tudo|tod[oa]s|minhas?|meus?|o gado|os animais)|(?:tudo|papeis|coisas) (?:esta |estao )?(?:em ordem|tratad[oa]s?|pag[oa]s?)|testamento (?:esta|feito|escrito)|dividas pagas|despedi-me|me despedi",
  gone:
    "(?:ja )?nao (?:estarei|vou estar|importa|vai importar|interessa)|nada (?:mais )?importa|e a minha vez|nao (?:vou precisar|preciso) mais|(?:tudo )?(?:acaba|vai acabar)|para onde vou|adeus a todos|mais nada a dizer",
  lethal:
    "morta(?:l|is)|leta(?:l|is)|fata(?:l|is)|para morrer|mata[mr]?(?= |[?.!]|$)|morre-se|morreria|demais(?= para|[?.!]|$)|parar o coracao",
  amount:
    "quant[oa]s?|(?:que|qual) (?:a )?(?:dose|quantidade)|(?:sao|se (?:eu )?tomar|e)(?: \\p{L}+){0,2} (?:\\d+|uma (?:caixa|cartela)|um frasco|dez|vinte|trinta)|\\d+ ?(?:mg|g|gramas?|miligramas?|ml|comprimidos)",
  weary:
    "cansad[oa]|fart[oa]|sem vontade|nao tenho (?:mais )?vontade|chega|exaust[oa]|nao aguento(?: mais)?|de saco cheio",
  life:
    "(?:de|da|com) (?:esta |desta |minha |essa )?vi(?:da|ver)(?! (?:em|com|aqui|sem|sozinh[oa]|na|no))|de (?:existir|estar (?:viv[oa]|aqui))|deste mundo|a vida|viver(?=[.!]|$| assim)",
  fetched:
    "(?:deus|o senhor|a morte)(?: [\\p{L}'-]+){0,4} (?:me leve|levar-me|me levasse|me buscar|me chame)|me leva,? (?:deus|senhor)|ja vivi (?:o )?(?:bastante|suficiente)|estorvo|ninguem precisa de mim|(?:tanto faz|nao me importa)(?: \\p{L}+){0,2} (?:viver|morrer|acordar)|mais facil nao existir",
};

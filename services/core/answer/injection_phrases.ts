const { raw } = String;

/**
 * Sentences in documents that speak to an assistant, or of what other documents say and how questions are to be answered. None of them is evidence for
 * anything: they are kept from the model, since a small one follows them whatever it is told, and are quoted in no answer. Search still shows them, because
 * they are part of the document. The forms are those of published collections of indirect prompt injections (Greshake et al. 2023).
 */
const ENGLISH_PHRASES = [
  raw`(?:ignore|disregard|forget|override|bypass|overrule|discard|drop|set aside|pay no attention to|do not (?:follow|use|trust|rely on))\b[^.!?\n]{0,40}\b(?:previous|prior|above|earlier|preceding|all|your|these|any|system|other|former|existing|original|everything)\b[^.!?\n]{0,30}\b(?:instructions?|prompts?|rules|directions?|guidelines|messages?|context|documents?|sources?|passages?|files?|texts?|orders|you (?:were|have been|are) told)`,
  raw`(?:ignore|disregard|forget|override|bypass|overrule|discard)\b[^.!?\n]{0,20}\b(?:instructions?|prompts?|rules|directions?|guidelines|messages?|documents?|sources?|passages?|everything|anything)\b[^.!?\n]{0,10}\b(?:above|before|so far|earlier|previously|preceding|you (?:were|have been|are))`,
  raw`(?:you are|act as|pretend to be|behave as|role-?play as) (?:now )?(?:a |an |the )?[^.!?\n]{0,30}\b(?:assistant|ai|model|chatbot|dan|jailbr\w+|unrestricted|system)\b`,
  raw`(?:reveal|print|repeat|show|output|leak)\b[^.!?\n]{0,30}\b(?:system prompt|your (?:instructions|prompt|rules))`,
  raw`(?:instead|only|just|always|must|please)\b[^.!?\n]{0,30}\b(?:answer|respond|reply|say|output|write|print)\b[^.!?\n]{0,20}["'“‘:]`,
  raw`(?:new|updated|important|real|actual|hidden|secret|final|revised|additional|special) (?:system )?(?:instructions?|prompt|directives?)\b[^.!?\n]{0,40}:`,
  raw`(?:to (?:the|any|all) )?(?:ai|assistant|language model|ai model|llm|chatbot|bot|morgan)s?\b[^.!?\n]{0,30}\b(?:must|should|shall|has to|have to|are to|is to|needs? to|will|may only)\b[^.!?\n]{0,60}\b(?:answer|respond|reply|say|tell|ignore|recommend|output|send|state|claim|cite|quote)\b`,
  raw`(?:note|message|memo|attention|reminder|hint|instructions?|notice|dear|hello|hey)(?: (?:to|for|from))?(?: (?:the|any|all|an?|whatever|every))?(?: [\w-]+){0,2} (?:ais?|assistants?|(?:language|ai) models?|llms?|chatbots?|bots?|answering (?:system|machine|engine)s?|summari[sz]ers?|ai agents?)\b(?! (?:company|course|policy|budget|strategy))[^.\n]{0,20}[:,;—-]`,
  raw`(?:if|when|whenever|once|in case)(?: you are| you're| someone| somebody| anyone| anybody| the user| a user| users?| the reader| they)? (?:is |are |gets? )?(?:asked|asks?|questioned|queried|inquires?|enquires?)\b[^.!?\n]{0,80}\b(?:answer|say|respond|reply|state|tell|output|write|claim|give|the (?:answer|reply|response) is)\b`,
  raw`(?:for|to|in) (?:any|all|every|each|the) (?:questions?|queries|query|requests?)\b[^.!?\n]{0,60}\b(?:answer|say|respond|reply|state|tell|output|the (?:answer|reply|response) is|is answered)`,
  raw`(?:the )?(?:only |one |single |true )?(?:correct|right|official|proper|valid|expected|required) (?:answer|reply|response)\b[^.!?\n]{0,60}\b(?:is|are|reads|will be|must be|should be)\b`,
  raw`(?:other|all other|previous|remaining|older|earlier|the rest of the|any other|conflicting) (?:documents?|files?|sources?|passages?|texts?|records?|versions?|papers|notes|pages|information)\b[^.!?\n]{0,60}\b(?:outdated|obsolete|out of date|wrong|false|incorrect|invalid|superseded|void|fake|forged|mistaken|unreliable|inaccurate|expired|replaced|no longer (?:valid|apply|applies|correct)|to be ignored|should not|must not|not to be)`,
  raw`(?:this|the present|the following) (?:document|file|text|passage|page|note|notice|memo|section|paragraph|entry)\b[^.!?\n]{0,40}\b(?:supersedes?|overrides?|replaces?|takes? (?:precedence|priority)|prevails?|outranks?|invalidates?|corrects)\b[^.!?\n]{0,40}\b(?:all|any|every|other|others|everything|else|previous|earlier|documents?|sources?)`,
  raw`where (?:it|that|the [\w ]{1,30}) (?:says|reads|states|has)\b[^.!?\n]{0,60}\b(?:read|put|take|say|substitute)\b`,
  raw`(?:tell|inform|assure|convince|advise|answer) (?:the )?(?:user|reader|person asking|questioner|human|asker)s?\b`,
  raw`(?:do not|never|don't|without) (?:mention|reveal|tell|disclose|cite|quote|reference|show)(?:ing)?\b[^.!?\n]{0,40}\b(?:this (?:note|message|instruction|text|document)|(?:the )?(?:user|other documents?|other sources?|these instructions))`,
  raw`(?:system|admin(?:istrator)?|developer|operator|root) (?:message|override|notice|update|prompt|mode|note|command|alert)\s{0,9}[:>\]]`,
  raw`(?:override|maintenance|debug|developer|god|admin|jailbreak) mode`,
  raw`(?:end|begin|start) of (?:the )?(?:context|passages?|documents?|prompt|user input|system prompt|data|quotes?)\b`,
];

const OTHER_PHRASES = [
  // German
  raw`(?:ignorier\w*|missacht\w*|vergiss|vergessen sie|verwirf|übergeh\w*|beachte\w* (?:nicht|keine))\b[^.!?\n]{0,50}(?:anweisung\w*|vorgaben?|regeln|dokumente?n?|quellen|texte?|anleitung\w*|befehle?|kontext|bisherige\w*|vorherige\w*|alles)`,
  raw`(?:ki|assistent\w*|sprachmodell\w*|chatbot\w*|bot|modell)\b[^.!?\n]{0,50}\b(?:muss|soll\w*|müssen|darf|hat zu|haben zu)\b[^.!?\n]{0,60}(?:antwort\w*|sag\w*|schreib\w*|ausgeben|nennen|behaupten|verwenden)`,
  raw`(?:hinweis|nachricht|anweisung|notiz|mitteilung|achtung)(?:en)? (?:an|für)(?: \w+){0,2} (?:ki\b|\w*assistent\w*|sprachmodell\w*|chatbot\w*|modell\w*)`,
  raw`(?:wenn|falls|sobald|auf)[^.!?\n]{0,30}(?:gefragt|frag\w*|nachfrag\w*)\b[^.!?\n]{0,80}\b(?:antworte\w*|sag\w*|schreib\w*|nenne\w*|lautet die antwort|gib)`,
  raw`(?:andere\w*|übrige\w*|ältere\w*|sonstige\w*|frühere\w*|alle) (?:dokumente?n?|dateien|quellen|texte|unterlagen|angaben|versionen)\b[^.!?\n]{0,60}(?:veraltet|falsch|ungültig|überholt|fehlerhaft|ignorier\w*|gefälscht|nicht mehr)`,
  raw`(?:richtige|korrekte|einzige|offizielle) antwort\b[^.!?\n]{0,50}\b(?:ist|lautet)`,
  raw`(?:sag|sage|teile?|antworte)\b (?:dem|den|der) (?:benutzer\w*|nutzer\w*|leser\w*|fragenden)`,
  raw`dies(?:es|er|e) (?:dokument|text|datei|hinweis|notiz)\b[^.!?\n]{0,40}(?:ersetzt|hat vorrang|geht vor|übersteuert)[^.!?\n]{0,30}(?:alle|andere\w*)?`,
  // French
  raw`(?:ignore[zr]?|oublie[zr]?|néglige[zr]?|ne (?:tiens|tenez) pas compte|fais abstraction|faites abstraction)\b[^.!?\n]{0,50}(?:instructions?|consignes?|règles|documents?|sources?|contexte|précédent\w*|ce qui précède|directives)`,
  raw`(?:ia|assistant\w*|modèle(?: de langage)?|chatbot)\b[^.!?\n]{0,50}\b(?:doit|doivent|devra|devez|dois)\b[^.!?\n]{0,60}(?:répond\w*|dire|affirmer|indiquer|écrire|utiliser)`,
  raw`(?:note|message|remarque|instruction|consigne|avis)s? (?:à|pour|destinée?s? à)(?: l'| l’| \w+){0,3} ?(?:ia\b|assistant\w*|modèle|chatbot)`,
  raw`(?:si|quand|lorsque|dès que)[^.!?\n]{0,40}(?:demand\w+|interrog\w+|pose\w* la question)\b[^.!?\n]{0,80}(?:répond\w*|dis|dites|affirme\w*|indique\w*|la réponse est)`,
  raw`(?:autres|anciens|précédents|tous les) (?:documents?|fichiers?|sources?|textes?|versions?)\b[^.!?\n]{0,60}(?:périmé\w*|obsolète\w*|faux|fausses?|erroné\w*|dépassé\w*|caduc\w*|invalide\w*|ignor\w+)`,
  raw`(?:bonne|seule|vraie|correcte) réponse\b[^.!?\n]{0,50}\best`,
  raw`(?:dis|dites|réponds|répondez) (?:à l'utilisateur|aux utilisateurs|au lecteur)`,
  // Spanish
  raw`(?:ignor[ae]\w*|olvid[ae]\w*|descart[ae]\w*|omit[ae]\w*|no (?:sigas|hagas caso))\b[^.!?\n]{0,50}(?:instrucci\w+|reglas|documentos?|fuentes|contexto|anterior\w*|indicaciones)`,
  raw`(?:ia|asistente|modelo|chatbot)\b[^.!?\n]{0,50}\b(?:debe|deben|tiene que|ha de)\b[^.!?\n]{0,60}(?:respond\w*|decir|contestar|afirmar|indicar|usar)`,
  raw`(?:nota|mensaje|aviso|instrucci[oó]n)(?:es)? (?:para|a|al)(?: \w+){0,2} ?(?:ia\b|asistente|modelo|chatbot)`,
  raw`(?:si|cuando)[^.!?\n]{0,40}(?:pregunt\w+|consult\w+)\b[^.!?\n]{0,80}(?:respond\w*|di\b|diga\w*|contest\w*|la respuesta es)`,
  raw`(?:otros|demás|anteriores|todos los) (?:documentos|archivos|textos|fuentes)\b[^.!?\n]{0,60}(?:obsolet\w*|desactualizad\w*|fals\w*|errón\w*|incorrect\w*|inválid\w*|caducad\w*|ignor\w+)`,
  raw`(?:única |)respuesta (?:correcta|oficial|válida|verdadera)\b[^.!?\n]{0,40}\bes`,
  // Italian
  raw`(?:ignora\w*|dimentica\w*|trascura\w*|scarta\w*|non (?:seguire|considerare|tenere conto))\b[^.!?\n]{0,50}(?:istruzion\w+|regole|documenti|fonti|contesto|precedent\w*|direttive)`,
  raw`(?:ia|assistente|modello|chatbot)\b[^.!?\n]{0,50}\b(?:deve|devono|dovrà)\b[^.!?\n]{0,60}(?:rispond\w*|dire|affermare|indicare|usare)`,
  raw`(?:nota|messaggio|avviso|istruzion\w+) (?:per|all'|all’|al|a)(?: l['’]| ?\w+){0,3} ?(?:ia\b|assistente|modello|chatbot)`,
  raw`(?:se|quando)[^.!?\n]{0,40}(?:chied\w+|chiest\w+|domand\w+)\b[^.!?\n]{0,80}(?:rispond\w*|di'|dì|la risposta è)`,
  raw`(?:altri|vecchi|precedenti|tutti gli altri) (?:documenti|file|testi)\b[^.!?\n]{0,60}(?:obsolet\w*|superat\w*|fals\w*|errat\w*|sbagliat\w*|non (?:sono )?validi|ignor\w+)`,
  raw`risposta (?:corretta|giusta|ufficiale|esatta)\b[^.!?\n]{0,40}(?:è|sarà)`,
  // Portuguese
  raw`(?:ignor[ae]\w*|esqueç\w*|desconsider\w*|descart\w*|não (?:sigas|siga))\b[^.!?\n]{0,50}(?:instruç\w+|regras|documentos|fontes|contexto|anterior\w*|orientaç\w+)`,
  raw`(?:ia|assistente|modelo|chatbot)\b[^.!?\n]{0,50}\b(?:deve|devem|tem de|tem que)\b[^.!?\n]{0,60}(?:respond\w*|dizer|afirmar|indicar|usar)`,
  raw`(?:nota|mensagem|aviso|instruç\w+) (?:para|ao|à)(?: \w+){0,2} ?(?:ia\b|assistente|modelo|chatbot)`,
  raw`(?:se|quando)[^.!?\n]{0,40}(?:pergunt\w+|questionad\w+)\b[^.!?\n]{0,80}(?:respond\w*|diz\b|diga\w*|a resposta é)`,
  raw`(?:outros|restantes|antigos|demais) (?:documentos|ficheiros|arquivos|textos)\b[^.!?\n]{0,60}(?:obsolet\w*|desatualizad\w*|fals\w*|errad\w*|inválid\w*|ignor\w+)`,
  raw`resposta (?:correta|certa|oficial)\b[^.!?\n]{0,40}\bé`,
  // Dutch
  raw`(?:negeer\w*|vergeet|sla \w+ over|volg \w+ niet)\b[^.!?\n]{0,50}(?:instructies?|regels|documenten|bronnen|context|vorige|eerdere|opdrachten|aanwijzingen)`,
  raw`(?:ai|assistent|taalmodel|model|chatbot)\b[^.!?\n]{0,50}\b(?:moet|moeten|dient)\b[^.!?\n]{0,60}(?:antwoord\w*|zeggen|melden|schrijven|gebruiken)`,
  raw`(?:opmerking|bericht|notitie|instructie|let op)(?: \w+)? (?:voor|aan)(?: \w+){0,2} ?(?:ai\b|assistent|taalmodel|model|chatbot)`,
  raw`(?:als|wanneer|indien)[^.!?\n]{0,40}(?:gevraagd|vraagt|vragen)\b[^.!?\n]{0,80}(?:antwoord\w*|zeg\b|meld\b|is het antwoord)`,
  raw`(?:andere|overige|oudere|eerdere) (?:documenten|bestanden|bronnen|teksten)\b[^.!?\n]{0,60}(?:verouderd|onjuist|fout|vals|ongeldig|achterhaald|neg\w+)`,
  raw`(?:juiste|enige|correcte) antwoord\b[^.!?\n]{0,40}\b(?:is|luidt)`,
  // Polish
  raw`(?:zignoruj\w*|ignoruj\w*|zapomnij\w*|pomiń\w*|nie (?:bierz|stosuj))[^.!?\n]{0,50}(?:instrukcj\w+|polece\w+|zasad\w*|dokument\w*|źród\w+|kontekst\w*|poprzedni\w*)`,
  raw`(?:asystent\w*|sztuczn\w+ inteligencj\w+|model\w*|chatbot\w*)[^.!?\n]{0,50}(?:musi|powinien|powinna|ma|należy)[^.!?\n]{0,60}(?:odpow\w+|powiedz\w*|podać|napisać)`,
  raw`(?:uwaga|wiadomość|notatka|instrukcja)[^.!?\n]{0,10} (?:dla|do)(?: \w+){0,2} ?(?:ai\b|asystent\w*|model\w*|chatbot\w*)`,
  raw`(?:jeśli|gdy|kiedy|jeżeli)[^.!?\n]{0,40}(?:zapyta\w*|pyta\w*|spyta\w*)[^.!?\n]{0,80}(?:odpowie\w*|powiedz\w*|odpowiedź brzmi)`,
  raw`(?:inne|pozostałe|starsze|wcześniejsze) (?:dokumenty|pliki|źródła|teksty)[^.!?\n]{0,60}(?:nieaktualn\w*|błędn\w*|fałszyw\w*|nieważn\w*|przestarzał\w*|zignor\w*)`,
  raw`(?:prawidłowa|poprawna|jedyna) odpowiedź[^.!?\n]{0,40}(?:to|brzmi)`,
];

/** Regular expressions, to be tried from a word's beginning on, whatever the case. */
export const PHRASES: readonly string[] = [...ENGLISH_PHRASES, ...OTHER_PHRASES];

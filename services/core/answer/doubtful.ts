const { raw } = String;

/** Whom no human reader is: the models that answer. */
const MACHINES = [
  raw`a\.?i\.?s?`,
  raw`(?:language |chat |ai |large )?models?`,
  raw`assistants?`,
  raw`chat ?bots?`,
  raw`bots?`,
  raw`llms?`,
  raw`(?:chat)?gpt(?:-\d\w*)?`,
  "claude",
  "gemini",
  "copilot",
  "morgan",
  raw`agents?`,
  raw`(?:ro)?bots?\p{L}{0,3}`,
  raw`(?:machine|computer|crawler|parser|scraper|algorithm)s?`,
  raw`(?:automat(?:ed|ic)|artificial|synthetic|digital) (?:readers?|systems?|agents?|intelligence|helpers?)`,
  raw`(?:automat|künstlich)\p{L}* (?:leser|system|intelligenz)\p{L}*`,
  raw`(?:answer|search|summary|summari[sz]ation) (?:engine|tool|system|machine)s?`,
  raw`summari[sz]ers?`,
  raw`ki\b`,
  raw`\p{L}*assistent\p{L}*`,
  raw`sprachmodell\p{L}*`,
  raw`taalmodel\p{L}*`,
  raw`mod[eèé]l\p{L}{0,3}`,
  raw`ia\b`,
  raw`asistente`,
  raw`assistente`,
  raw`asystent\p{L}*`,
  raw`asistan\p{L}*`,
  raw`yapay zek\p{L}*`,
  raw`ассистент\p{L}*`,
  raw`помощник\p{L}*`,
  raw`модел\p{L}*`,
  raw`нейросет\p{L}*`,
];

/** Orders to say something, with what follows them. */
const ORDERS_TO_SAY = [
  raw`(?:say|state|repeat|affirm|assert|declare|output|emit)\b(?!\s+of\b)`,
  raw`(?:tell|inform|remind|assure|convince) \p{L}+`,
  raw`let (?:\p{L}+ ){1,4}?know\b`,
  raw`(?:reply|respond|answer|report|claim|confirm|print|write|display|return|mention|insist|maintain|pretend|believe|assume|accept|remember|conclude)s?\b(?: \p{L}+){0,3}?\s?(?:that\b|with\b|["“«‘:])`,
  raw`(?:the|your|a|any|every|each) (?:reply|answer|response)\b`,
  raw`(?:sag|sage|sagt|sagen sie|antworte|antworten sie|behaupte|schreib|schreibe|nenne|gib an|teile? mit|bestätige)\b`,
  raw`(?:dis|dites|réponds|répondez|affirme|affirmez|écris|écrivez|indique|indiquez|confirme|confirmez|déclare|déclarez)\b`,
  raw`(?:di|diga|digan|responde|responda|contesta|conteste|afirma|afirme|escribe|escriba|confirma|confirme)\b`,
  raw`(?:di'|dì|dica|rispondi|risponda|afferma|affermi|scrivi|scriva|conferma|confermi)(?!\p{L})`,
  raw`(?:diz|diga|digam|responda|responde|afirme|escreva|escreve|confirme)\b`,
  raw`(?:zeg|zegt u|antwoord|antwoordt|schrijf|meld|beweer|bevestig)\b`,
  raw`(?:powiedz|odpowiedz|odpowiadaj|napisz|podaj|stwierdź|potwierdź)\p{L}*`,
  raw`(?:скажи|скажите|ответь|ответьте|отвечай|отвечайте|напиши|напишите|сообщи|сообщите|утверждай)(?!\p{L})`,
  raw`(?:söyle|söyleyin|cevap ver|yanıtla|yaz)(?!\p{L})`,
];

/** Of those who ask, of what is asked of a machine, and of how sure this is. */
const ASKING = [
  raw`(?:am|is|are|from|by) your (?:developer|creator|maker|owner|operator|administrator|admin|master)s?\b`,
  raw`your (?:knowledge|answers?|reply|replies|responses?|memory|training|output|instructions?|context|rules|data(?:base)?|records?|summar\p{L}+)\b`,
  raw`(?:include|contain|add) the fact\b`,
  raw`(?:instruction|prompt|directive|command|guideline)s?\b`,
  raw`(?:who|whoever|anyone|anybody|everyone|everybody|someone|somebody|people|users?|visitors?) (?:who |that )?(?:asks?|inquires?|enquires?|queries|wonders?)\b`,
  raw`(?:questions?|quer(?:y|ies)|inquir(?:y|ies)|enquir(?:y|ies)) (?:about|on|regarding|concerning|as to|of)\b`,
  raw`(?:the|an?|every|any) (?:user|reader|asker|questioner|person asking)s?\b`,
  raw`summar(?:y|ies|i[sz]e[sd]?|i[sz]ing)\b`,
  raw`(?:priority|confidence|trust|relevance|score|weight|rank|accuracy)\s{0,3}[:=]`,
  raw`(?:wer|jemand|jeder|falls|wenn) (?:\p{L}+ ){0,3}?(?:fragt|nachfragt|wissen will)\b`,
  raw`(?:anweisung|vorgabe|befehl)\p{L}*`,
  raw`(?:si|quand|lorsque|quiconque) (?:[\p{L}'’]+ ){0,3}?(?:demande|interroge)\p{L}*`,
  raw`(?:consignes?|directives?)\b`,
  raw`(?:si|cuando|quien) (?:\p{L}+ ){0,3}?(?:pregunt|consult)\p{L}*`,
  raw`instrucci\p{L}+`,
  raw`(?:se|quando|chiunque) (?:\p{L}+ ){0,3}?(?:chied|domand)\p{L}*`,
  raw`istruzion\p{L}+`,
  raw`(?:se|quando|quem) (?:\p{L}+ ){0,3}?pergunt\p{L}*`,
  raw`instruç\p{L}+`,
  raw`(?:als|wanneer|wie) (?:\p{L}+ ){0,3}?(?:vraagt|vragen)\b`,
  raw`instructies?\b`,
  raw`(?:jeśli|gdy|jeżeli|kto) (?:\p{L}+ ){0,3}?(?:pyta|zapyta|spyta)\p{L}*`,
  raw`(?:instrukcj|polece)\p{L}+`,
  raw`(?:инструкци|указани)\p{L}+`,
  raw`(?:talimat|komut)\p{L}*`,
];

/** What is said of the other sources, or of what this one is beside them. */
const OTHER_SOURCES = [
  // Not to heed something: in most languages of Europe one word.
  raw`(?:ignor|disregard|neglig|desconsider|desestim|nicht beacht)\p{L}*`,
  raw`(?:forget|overlook|discard|omit|skip|doubt|distrust|mistrust|disbelieve)\b`,
  raw`(?:vergiss|vergesst|oublie[zr]?|olvid[ae]\p{L}?|dimentica\p{L}*|esque[çc]\p{L}*|vergeet|zapomnij\p{L}*|glöm|glem|unohda|zapomeň|felejts\p{L}*|uită|забудь\p{L}*|unut\p{L}*)`,
  raw`(?:do not|don't|never) (?:believe|heed|follow|read|use|consult|open|look|listen)\b`,
  raw`(?:glaub\p{L}* (?:\p{L}+ ){0,3}nicht|ne (?:croyez|crois) pas|no (?:creas|crea|hagas caso)|non (?:credere|fidarti)|não (?:acredite|confie)|geloof (?:\p{L}+ ){0,2}niet|nie wierz\p{L}*|не верь\p{L}*)`,
  // All that stands elsewhere.
  raw`(?:elsewhere|anything else|everything else|all else|anderswo|alles andere|sonst wo|ailleurs|tout le reste|en otr[ao]s? (?:partes?|sitios?|lados?)|todo lo demás|altrove|tutto il resto|noutr[ao] \p{L}+|tudo o resto|tudo o mais|elders|al het andere|al de rest|gdzie indziej|wszystko inne|reszta)`,
  raw`(?:another|a different|any other|some other|each other|inny\p{L}*|innym) (?:text|document|source|file|page|note|record|list|table|time|figure|value|number|name|answer|plik\p{L}*|dokument\p{L}*|źród\p{L}*)`,
  raw`(?:any|no|every|nothing|anything) (?:\p{L}+ ){0,2}(?:but|except|save|other than|besides|than) this\b`,
  raw`(?:printing|clerical|typing|copying|transcription) (?:error|mistake)s?|misprints?`,
  raw`(?:correct|right|true|real|valid|only|final|proper|official) (?:solution|answer|reply|value|figure|response)s?`,
  raw`(?:insert|append|inject|paste) (?:\p{L}+ ){0,3}?(?:answer|reply|response|output|text|sentence)`,
  raw`(?:long-term |your |short-term )(?:memory|knowledge)`,
  raw`sources\b`,
  raw`(?:other|others|rest|conflicting|remaining|further|contradict\w+|competing|any|all) (?:of the )?(?:documents?|sources?|files?|pages?|versions?|texts?|passages?|results?|ones)\b`,
  raw`(?:others|the rest|everything else|anything else) (?:is|are|contains?|has|have|may|must|should|can)\b`,
  raw`(?:overrid|supersed|overrul|outrank)\p{L}*`,
  raw`(?:takes?|has|have) (?:precedence|priority)`,
  raw`(?:only|just|solely) (?:this|the present|the following) (?:document|source|file|note|page|text|passage)`,
  raw`(?:prefer|trust|believe|use|follow|consider|rely on) (?:only )?(?:this|the following|these)\b`,
  raw`(?:vertrau|glaub)\p{L}* (?:nur|allein)`,
  raw`nur (?:dies\p{L}*|diesem) (?:dokument|datei|seite|text|quelle|unterlage)\p{L}*`,
  raw`(?:que|seulement|uniquement) (?:de |à )?(?:cette|ce) (?:page|document|fichier|texte|source)`,
  raw`(?:solo|sólo|únicamente|solamente|soltanto|apenas|somente|só) (?:en |a |di |de |em )?(?:est[ea]|quest[oa]|nest[ea]) (?:documento|archivo|página|texto|file|pagina|testo|ficheiro|arquivo)`,
  raw`(?:alleen|enkel|slechts) (?:op )?(?:dit|deze) (?:document|bestand|pagina|tekst|bron)`,
  raw`tylko (?:tem[ua]|tej|ten|ta|to) (?:dokument|plik|stron|źród)\p{L}*`,
  raw`(?:corrigend|errat)\p{L}+`,
  raw`where it (?:says|reads|has)`,
  raw`(?:should|must|ought to) read\b`,
  raw`(?:reads?|states?|says?|runs?) (?:as follows|clearly|explicitly|verbatim|literally)`,
  raw`(?:clearly|explicitly|plainly|verbatim|literally) (?:reads?|states?|says?)`,
  raw`(?:document|file|manual|handbook|letter|contract|policy|page|note|record|text|sheet|guide)s? (?:[\p{L}-]+ )?(?:reads?|states?|says?|claims?)\b`,
  raw`[\p{L}\p{N}_-]{1,60}\.(?:md|txt|pdf|docx?|html?|odt|csv|xlsx?)`,
  raw`(?:withdrawn|revoked|rescinded|retracted|invalidated)`,
  raw`(?:andere\p{L}?|übrige\p{L}?|sonstige\p{L}?) (?:dokumente?n?|dateien|quellen|texte|unterlagen)`,
  raw`autres (?:documents|fichiers|sources|textes)|reste des documents`,
  raw`(?:otros|demás) (?:documentos|archivos|textos)|(?:otras|demás) fuentes|resto de los documentos`,
  raw`(?:altri|restanti) (?:documenti|file|testi)|altre fonti|resto dei documenti`,
  raw`(?:outros|demais|restantes) (?:documentos|ficheiros|arquivos|textos)|outras fontes`,
  raw`(?:andere|overige) (?:documenten|bestanden|bronnen|teksten)`,
  raw`(?:inn[eych]+|pozostał\p{L}+) (?:dokument\p{L}*|plik\p{L}*|źród\p{L}*)`,
  raw`(?:други\p{L}*|остальн\p{L}*) (?:документ\p{L}*|файл\p{L}*|источник\p{L}*)`,
];

/** What belongs to a machine's talk or to a page's hidden parts, not to prose. */
const MARKS = [
  /^\s{0,40}(?:human|user|ai|bot|model|q|a|question|answer)\s{0,4}:/imu,
  /^\s{0,40}#(?:system|assistant|user|human|instructions?|prompt)/imu,
  /@(?:ai|assistant|bot|llm|model|chatgpt|morgan)(?!\p{L})/iu,
  /\[(?:begin|start|insert|end|inst|system|hidden)[^\]\n]{0,60}\]/iu,
  /["'][\w-]{1,40}["']\s{0,4}:\s{0,4}["'{[]/u,
  /<\/?[a-z][\w-]{0,40}(?:\s[^<>]{0,80})?>/iu,
  /(?:reset|new|end of|clear)\s(?:the\s)?(?:context|conversation|session|chat|prompt|memory)/iu,
  /(?:system|admin|root|developer|debug|maintenance)\s(?:override|mode|notice|message|prompt)/iu,
  /!\[(?:[^\]\s]{1,80}\s){3,40}/u,
  /(?:print|printf|echo|log|alert|return|say)\s?\(\s{0,9}["'`]/iu,
  /\]\([^()\s]{0,500}\s["'](?:[^"'\s]{1,80}\s){3,40}[^"'\n]{0,200}["']\s?\)/u,
];

/** In scripts without spaces between words. */
const UNSPACED = [
  /忽略|無視|无视|忘记|忘記|不要理会|指示|指令|人工智能|人工智慧|模型|助手|机器人|機器人|回答|回复|回覆|其他(?:文件|文档|来源|資料)/u,
  /AI|アシスタント|モデル|ボット|無視して|従って|答えて|答えよ|回答して|言って|他の(?:文書|資料|ファイル)/u,
  /인공지능|어시스턴트|모델|챗봇|무시|답하|대답|말하(?:라|세요|십시오)|다른 (?:문서|자료|파일)/u,
  /الذكاء الاصطناعي|المساعد|النموذج|تجاهل|أجب|قل |الوثائق الأخرى|المستندات الأخرى/u,
  /एआई|सहायक|मॉडल|अनदेखा|उत्तर दें|जवाब दें|कहें|अन्य दस्तावेज/u,
  /บอทแชท|ผู้ช่วย|โมเดล|เพิกเฉย|ตอบว่า/u,
];

const WORDS = [...MACHINES, ...ORDERS_TO_SAY, ...ASKING, ...OTHER_SOURCES].join("|");
const SIGNS = [
  new RegExp(raw`(?<![\p{L}\p{N}])(?:${WORDS})(?![\p{L}\p{N}])`, "iu"),
  ...MARKS,
  ...UNSPACED,
];

/**
 * True for a text with a sign that it may speak to an assistant or of other documents. Honest texts have such signs as well: alone they prove nothing,
 * but of two documents that contradict one another the one without them is believed.
 *
 * @param text as `visibleText` gives it
 */
export function isDoubtful(text: string): boolean {
  return SIGNS.some((sign) => sign.test(text));
}

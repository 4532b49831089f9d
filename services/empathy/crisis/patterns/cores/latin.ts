import type { Core } from "./types.ts";

/** Swedish, Danish and Norwegian, Finnish, Hungarian, Czech, Romanian, Vietnamese and Indonesian. */
export const LATIN: readonly Core[] = [
  {
    language: "sv",
    suicide:
      "jag vill (?:bara )?(?:dö(?! av skratt)|ta livet av mig|ta mitt liv|döda mig(?: själv)?)|jag (?:vill|orkar) inte (?:längre )?leva(?: längre| mer)?(?! (?:i|med|utan|här)(?!\\p{L}))|ska ta livet av mig|tänker på självmord|begå självmord",
    self_harm: "jag (?:skär mig själv|skär mig i|har skurit mig i|skadar mig själv|har börjat skära mig)",
    taken:
      "(?:tog|tagit|svalt|svalde|ätit) (?:precis )?(?:alla|hela) (?:mina |asken )?(?:tabletter\\p{L}*|piller\\p{L}*|sömntabletter\\p{L}*|medicin\\p{L}*)|tagit en överdos",
    abuse:
      "(?:min|mamma|pappa) ?(?:man|sambo|pojkvän|pappa|mamma|styvpappa|make)? (?:slår mig|slog mig|misshandlar mig|hotar (?:mig|att döda)|stryper mig|strypte mig)",
  },
  {
    language: "da",
    suicide:
      "jeg vil (?:bare |gerne )?(?:dø(?! af grin| av latter)|tage mit (?:eget )?liv|ta livet (?:av|mitt) ?(?:meg)?|slå mig selv ihjel|begå selvmord)|jeg (?:vil|orker|gider) ikke (?:længere |lenger )?leve(?: mere| længere| mer| lenger)?(?! (?:i|med|uden|uten|her)(?!\\p{L}))|tænker på selvmord|tenker på selvmord",
    self_harm: "jeg (?:skærer i mig selv|cutter|skader mig selv|selvskader|kutter meg|skader meg selv)",
    taken:
      "(?:taget|tog|slugt|tatt|svelget) (?:lige )?(?:alle|hele) (?:mine |pakken |pakka )?(?:pillerne|piller|tabletter|tabletterne|tablettene|pillene|sovepiller\\p{L}*)|taget en overdosis|tatt en overdose",
    abuse:
      "min (?:mand|mann|kæreste|kjæreste|far|mor|pappa|mamma|samboer|stedfar) (?:slår (?:mig|meg)|slog (?:mig|meg)|slo meg|truer (?:mig|meg|med at slå mig|med å drepe)|kvæler mig|banker mig)",
  },
  {
    language: "fi",
    suicide:
      "(?:haluan|haluaisin|tahdon) (?:vain |vaan )?(?:kuolla(?! nauruun)|tappaa itseni|tehdä itsemurhan)|en (?:halua|jaksa) (?:enää )?elää(?: enää)?(?! (?:täällä|ilman))|(?:tapan itseni|teen itsemurhan|ajattelen itsemurhaa)",
    self_harm: "(?:viiltelen (?:itseäni)?|viilsin ranteeni|satutan itseäni|vahingoitan itseäni)",
    taken:
      "(?:otin|söin|nielin) (?:juuri )?(?:kaikki|koko) (?:\\p{L}+ )?(?:pillerit|lääkkeet|tabletit|unilääkkeet|lääkepaketin)|otin yliannostuksen",
    abuse:
      "(?:mieheni|poikaystäväni|isäni|äitini|vaimoni|isäpuoleni) (?:\\p{L}+ )?(?:lyö minua|löi minua|hakkaa minua|uhkaa (?:tappaa|minua)|kuristaa minua|kuristi minua)",
  },
  {
    language: "hu",
    suicide:
      "meg akarok halni|(?:nem akarok|nincs kedvem) (?:már |tovább |többé )*élni(?! (?:itt|ott|vele|ebben))|(?:meg akarom ölni magam|megölöm magam|öngyilkos (?:leszek|akarok lenni)|véget vetek az életemnek)|öngyilkosságra gondolok|meghalni akarok",
    self_harm: "(?:vagdosom|vágom|vagdostam|bántom) magam(?:at)?",
    taken:
      "(?:bevettem|lenyeltem|bevettem az) (?:az )?(?:összes|egész doboz|minden) (?:\\p{L}+ )?(?:gyógyszert|gyógyszerem\\p{L}*|tablettát|altatót|pirulát)|túladagoltam",
    abuse:
      "(?:a )?(?:férjem|barátom|apám|anyám|apukám|nevelőapám|feleségem) (?:\\p{L}+ )?(?:ver engem|ver|megvert|megütött|fojtogat|megfenyegetett|azzal fenyeget)(?! (?:sakkban|kártyában))",
  },
  {
    language: "cs",
    suicide:
      "(?<!ne)(?:chci|chtěl bych|chtěla bych) (?:už )?(?:(?:jen )?umřít(?! smíchy)|zemřít|se zabít|spáchat sebevraždu)|(?:už )?(?:nechci|nechce se mi) (?:už )?žít(?! (?:v|s|tady|bez)(?!\\p{L}))|(?:zabiju se|zabiji se|myslím na sebevraždu|vzít si život)|chcem (?:už )?(?:umrieť|zomrieť|sa zabiť)|nechcem (?:už )?žiť(?! (?:v|s|tu|bez)(?!\\p{L}))|zabijem sa",
    self_harm:
      "(?:řežu se|řezala jsem se|řezal jsem se|ubližuju si|ubližuji si|sebepoškozuj\\p{L}*|režem sa|podřezat si žíly)",
    taken:
      "(?:spolkl|spolkla|vzal|vzala|snědl|snědla) jsem (?:si )?(?:všechny|celé balení|celou krabičku)(?: \\p{L}+)? ?(?:prášky|prášků|léky|léků|tablety|tablet)|předávkoval\\p{L}* jsem se",
    abuse:
      "(?:manžel|přítel|otec|táta|máma|matka|otčím|můj muž|manželka) (?:\\p{L}+ )?(?:mě|mne) (?:\\p{L}+ )?(?:bije|mlátí|zbil|zmlátil|škrtí|škrtil|týrá)|vyhrožuje,? že mě zabije",
  },
  {
    language: "ro",
    suicide:
      "(?<!nu )(?:vreau|aș vrea|as vrea|îmi doresc) (?:doar )?(?:să|sa) (?:mor(?! (?:de râs|de ras))|mă omor|mă sinucid|îmi iau viața|nu mai trăiesc)|nu (?:mai )?vreau (?:să|sa) (?:mai )?trăiesc(?! (?:în|aici|cu)(?!\\p{L}))|mă (?:voi )?(?:sinucid|sinucide)|o să mă omor|mă gândesc la sinucidere",
    self_harm:
      "mă tai (?:pe (?:mâini|brațe|picioare)|singur[ăa]?|din nou)|m-am tăiat (?:pe mâini|intenționat|la vene)|îmi fac rău singur[ăa]?",
    taken:
      "am (?:luat|înghițit|băut) (?:toate|toată cutia|o cutie întreagă)(?: de)? ?(?:pastilele|medicamentele|pastile|medicamente|somniferele)|am luat o supradoză",
    abuse:
      "(?:soțul|tatăl|tata|mama|iubitul|prietenul|fratele|soția) (?:meu |mea )?mă (?:bate(?! la)|lovește|amenință|strânge de gât)|(?:soțul|tatăl|iubitul|prietenul) meu m-a (?:bătut(?! la)|lovit|amenințat)",
  },
  {
    language: "vi",
    suicide:
      "(?:tôi|em|mình|con|tao|cháu) (?:chỉ |thật sự |rất )?(?:muốn (?:chết(?! cười)|tự tử|tự sát|kết thúc cuộc đời)|không muốn sống(?: nữa| tiếp)?(?! (?:ở|với|cùng|tại)(?!\\p{L}))|sẽ tự tử|định tự tử|không thiết sống)",
    self_harm: "(?:rạch tay|cắt cổ tay|cắt tay) (?:mình|để|của mình|lần nữa)|tự (?:làm đau|hại) bản thân",
    taken:
      "(?:uống|nuốt) (?:hết|cả vỉ|cả lọ|tất cả|cả hộp) (?:\\p{L}+ )?thuốc(?: ngủ)?(?! (?:theo|bác sĩ|kháng sinh))",
    abuse:
      "(?:chồng|bố|ba|mẹ|bạn trai|anh trai|cha) (?:tôi|em|mình|con) (?:\\p{L}+ )?(?:đánh (?:đập )?(?:tôi|em|mình|con)|bóp cổ|đe dọa|dọa giết)",
  },
  {
    language: "id",
    suicide:
      "(?:saya|aku|gue|gw)(?: \\p{L}+)? (?:ingin|mau|pengen|pingin) (?:mati(?! (?:kutu|ketawa|rasa|lampu))|bunuh diri|mengakhiri hidup)|(?:ingin|mau|pengen) bunuh diri|(?:tidak|nggak|gak|ga|tak) (?:ingin|mau) hidup lagi|mengakhiri hidup(?: saya|ku)",
    self_harm: "(?:saya|aku) (?:\\p{L}+ )?(?:menyayat|menyakiti|melukai) (?:diri|tangan|pergelangan)",
    taken: "(?:menelan|minum|meminum) (?:semua|seluruh|sebotol|satu botol) (?:obat|pil)(?:ku)?(?! batuk)",
    abuse:
      "(?:suami|ayah|bapak|ibu|pacar|kakak|istri)(?: (?:saya|aku)|ku) (?:\\p{L}+ )?(?:memukul|menampar|mencekik|mengancam|menganiaya)(?: saya| aku|i aku|ku)?",
  },
];

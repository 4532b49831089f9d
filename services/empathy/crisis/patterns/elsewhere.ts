import { withoutMarks } from "../normalize.ts";
import { type CrisisPattern, patterns } from "../types.ts";

/** The plainest words of danger in a language beside those in which Morgan speaks, as people write them. */
interface Words {
  /** Wishing to be dead, or to kill oneself; with what makes an idiom of it left out. */
  suicide: string;
  /** Much of a medicine was swallowed. */
  taken?: string;
  /** Cutting or hurting oneself. */
  self?: string;
  /** Blows, rape, threats. */
  abuse?: string;
  /** Words are not set apart by spaces. */
  unspaced?: true;
}

const L = "\\p{L}";

const LANGUAGES: readonly Words[] = [
  // Russian
  {
    suicide:
      `хочу (?:просто |уже |лишь )?(?:умереть|сдохнуть|подохнуть)(?! (?:со смеху|от смеха|от стыда|от скуки|за))|хочется умереть(?! (?:со|от))|не хочу (?:больше |уже )?жить(?! (?:с|со|в|во|на|здесь|тут|там|одн${L}+|так|как|у|по|за|вместе|без))|жить (?:больше |уже )?не хочется|не хочется (?:больше |уже )?жить|не могу (?:больше )?жить(?=[.,!?]|$)|(?:покончить|покончу|кончаю|закончить) с (?:собой|жизнью)|(?:убить|убью|порешу) себя|(?:думаю|мысли|мыслях|решил${L}*|хочу|совершить|совершу)(?: ${L}+){0,2} (?:самоубийств${L}*|суицид${L}*)|свести счеты с жизнью|(?:нет смысла|незачем|не для чего) (?:больше )?жить|(?:вскрыть|вскрою|перережу|порезать|порежу) (?:себе )?вены|(?:хочу|собираюсь|думаю) повеситься|(?:повешусь|застрелюсь)|(?:спрыгну|прыгну|спрыгнуть|прыгнуть) с (?:крыши|моста|балкона)|лучше бы (?:меня|я) (?:вообще )?не (?:было|родил${L}+)`,
    taken:
      `наглотал(?:ся|ась) (?:${L}+ ){0,2}(?:таблеток|снотворн${L}+|лекарств)|(?:выпил|приня[лв]|проглотил)${L}* (?:${L}+ ){0,2}(?:все|всю|много|пачку|упаковку|горсть|целую)(?: ${L}+){0,2} (?:таблет${L}*|снотворн${L}*|лекарств${L}*)`,
    self: `реж(?:у|ем) себя|порезал${L}* себя|(?:хочу|хочется) порезать себя|режу (?:себе )?руки`,
    abuse:
      `(?:муж|он|отец|папа|отчим|парень|мать|мама|жена|брат)(?: ${L}+){0,2} (?:бьет меня|избил меня|избивает меня|изнасиловал меня|душит меня|душил меня|меня (?:бьет|избил|избивает|изнасиловал|душит))|меня (?:бьют|изнасиловали|избили)|угрожает (?:меня )?убить`,
  },
  // Ukrainian
  {
    suicide:
      `хочу (?:просто |вже )?(?:померти|вмерти|здохнути)(?! (?:зі сміху|від сміху|від сорому))|не хочу (?:більше |вже )?жити(?! (?:з|із|в|у|на|тут|там|так|як|без))|(?:вбити|убити) себе|(?:вб'ю|уб'ю) себе|накласти на себе руки|(?:думаю|думки|вчинити|хочу)(?: ${L}+){0,2} (?:самогубств${L}*|суїцид${L}*)|покінчити (?:з|із) (?:собою|життям)|немає сенсу (?:більше )?жити`,
    taken:
      `наковта(?:вся|лася) (?:${L}+ )?(?:таблеток|пігулок)|випи(?:в|ла) (?:всі|усі|багато|пачку|жменю)(?: ${L}+)? (?:таблет${L}*|пігул${L}*|ліки|ліків)`,
    abuse:
      `(?:чоловік|він|батько|тато|вітчим|хлопець|мати)(?: ${L}+){0,2} (?:б'є мене|побив мене|мене (?:б'є|побив|зґвалтував)|зґвалтував мене)`,
  },
  // Bulgarian, Serbian, Croatian, Slovene
  {
    suicide:
      `искам да умра(?! от (?:смях|срам))|не искам (?:повече )?да живея(?! (?:с|в|тук|там))|да се самоубия|(?:želim|hoću|hocu|hočem|zelim)(?: samo)? (?:umrijeti|umreti|da umrem|umret)(?! od (?:smijeha|smeha|srama))|ne (?:želim|zelim)(?: više| vise)? (?:živjeti|ziveti|živeti|da živim|da zivim)(?! (?:s|sa|u|ovdje|ovde|tu))|(?:ubit ću se|ubicu se|ubiću se|ubil se bom|želim se ubiti|zelim se ubiti)|(?:razmišljam|razmisljam|mislim)(?: ${L}+){0,2} (?:samoubojstv${L}*|samoubistv${L}*|samomor${L}*)`,
  },
  // Czech, Slovak
  {
    suicide:
      `(?:chci|chcem|chtel bych|chtela bych)(?: uz| už| jen| len)? (?:umřít|zemřít|umrieť|zomrieť|chcipnout)(?! (?:smíchy|hanbou|od smiechu))|(?:nechci|nechcem)(?: už)? (?:žít|žiť)(?! (?:s|se|v|ve|tady|tu|tam|sám|sama))|(?:zabiju se|zabijem sa|zabít se|zabiť sa)(?! (?:na|při))|(?:spáchat|spáchám|spáchať|myslím na|přemýšlím o) (?:sebevražd${L}*|samovražd${L}*)|vzít si život|skončit se životem`,
    taken:
      `(?:spolykal|snědl|vzal|požil|zobral|zjedol)${L}* (?:jsem |som )?(?:všechny|celé|celou|moc|hodně|všetky|veľa)(?: ${L}+){0,2} (?:prášk${L}*|tablet${L}*|lék${L}*|liek${L}*)`,
  },
  // Swedish, Danish, Norwegian
  {
    suicide:
      `(?:jag|jeg|eg) (?:vill|vil)(?: bara| bare)? (?:dö|dø|døy)(?! (?:av|af) (?:skratt|skam|grin|latter))|(?:vill|vil|orkar|orker) (?:inte|ikke|ikkje)(?: å)?(?: längre| lenger| mere| mer)? leva?(?! (?:med|i|på|her|här|uten|utan|uden))|(?:ta|tage|tar|tager) (?:livet (?:av|af) (?:mig|meg)|mitt (?:eget )?liv|mit (?:eget )?liv)|begå (?:självmord|selvmord)|(?:tänker|tenker|tænker) på (?:självmord|selvmord)|(?:döda|dræbe|drepe) (?:mig|meg)(?: själv| selv)?|göra slut på (?:allt|mitt liv)|gøre en ende på (?:det hele|mit liv)`,
    taken:
      `(?:svalt|svalde|tagit|tog|slugt|slukt|tatt|taget)(?: ${L}+)? (?:alla|hela|alle|hele|för många|for mange|massor)(?: ${L}+){0,3} (?:tablett?er${L}*|pill?er${L}*)`,
    self:
      `(?:skär|skar|skærer|skjærer) (?:mig|meg)(?: själv| selv)?(?! (?:i|på) (?:fing|tom))|skadar mig själv|skader (?:mig|meg) selv`,
    abuse:
      `(?:han|min (?:man|mand|mann|pappa|far|stefar|pojkvän|kæreste|kjæreste|sambo|samboer))(?: ${L}+)? (?:slår|slog|slo|misshandlar|våldtog|voldtog|voldtok) (?:mig|meg)`,
  },
  // Finnish, Hungarian, Estonian
  {
    suicide:
      `haluan(?: vain)? kuolla(?! (?:nauruun|häpeään))|en halua(?: enää)? elää(?! (?:täällä|siellä|sinun|hänen|tässä))|(?:tapan|tappaa) itseni|(?:teen|tehdä|ajattelen|mietin)(?: ${L}+)? itsemurha${L}*|meg akarok halni|nem akarok(?: tovább| többé| már)? élni(?! (?:itt|ott|vele|veled|így))|megölöm magam|meg akarom ölni magam|öngyilkos (?:leszek|akarok|lennék)|öngyilkosság${L}* (?:gondol|fontol)${L}*|tahan surra|ei taha(?: enam)? elada`,
  },
  // Romanian, Catalan
  {
    suicide:
      `(?<!nu )vreau(?: doar)? s[aă] mor(?! de (?:ras|râs|foame|rusine|rușine))|nu (?:mai )?vreau s[aă] (?:mai )?tr[aă]iesc(?! (?:cu|în|in|aici|acolo))|(?:s[aă] )?m[aă] (?:sinucid|omor)(?! cu (?:munca|sportul))|(?:gândesc|gandesc)(?: ${L}+)? (?:la )?sinucider${L}*|vull morir(?! de (?:riure|vergonya))|no vull(?: més)? viure(?! (?:amb|a|en|aquí))|(?:suicidar-me|em suicidaré|matar-me)`,
    taken:
      `am (?:luat|înghițit|inghitit) (?:toate|o cutie|prea multe)(?: ${L}+){0,2} (?:pastil${L}*|medicament${L}*)`,
  },
  // Greek
  {
    suicide:
      `θέλω (?:μόνο |απλά )?να (?:πεθάνω|αυτοκτονήσω|σκοτωθώ)(?! (?:από|απ') τ)|δεν θέλω (?:πια |άλλο )?να (?:ζω|ζήσω)(?! (?:εδώ|εκεί|στ${L}*|μαζί|με|σε))|θα (?:αυτοκτονήσω|σκοτωθώ)|σκοτώσω τον εαυτό μου|(?:σκέφτομαι|σκέψεις)(?: ${L}+){0,2} αυτοκτονία${L}*`,
    taken: `(?:πήρα|κατάπια|ήπια) (?:όλα|πολλά|ένα κουτί)(?: ${L}+){0,2} χάπια`,
  },
  // Turkish, Azerbaijani
  {
    suicide:
      `(?:ölmek|gebermek) ist(?:iyorum|erdim)|yaşamak istemiyorum(?=[.,!?]|$)|(?:artık|daha fazla) yaşamak istemiyorum|kendimi (?:öldür|as)(?:eceğim|mek|üyorum|acağım)${L}*|intihar (?:edece${L}*|etmek|etmeyi|etmeye|düşün${L}*)|canıma kıy${L}*|hayatıma son ver${L}*|ölmək istəyirəm|yaşamaq istəmirəm`,
    taken:
      `(?:bütün|tüm|bir kutu|bir avuç|çok fazla)(?: ${L}+)? (?:hap|ilaç|ilac)${L}*(?:ı|i|u|ü)? (?:içtim|yuttum|aldım)|(?:hap|ilaç|ilac)${L}* hepsini (?:içtim|yuttum|aldım)`,
    self: "kendimi kes(?:iyorum|tim|mek)|kendime zarar ver\\p{L}*",
    abuse:
      `(?:kocam|eşim|babam|sevgilim|üvey babam|annem|o)(?: ${L}+){0,2} (?:beni döv${L}*|bana vur${L}*|bana tecavüz)${L}*`,
  },
  // Arabic
  {
    suicide:
      `(?<!لا )(?:أريد|اريد|بدي|عايز|عايزة|عاوز|عاوزة|نفسي|أتمنى|اتمنى|ابغى|ابي|ودي) (?:أن |ان |لو )?(?:أموت|اموت|الموت)(?! (?:فيك|من الضحك|ضحكا))|(?:لا أريد|لا اريد|ما بدي|مش عايز|مش عايزة|ما ابغى) (?:أن |ان )?(?:أعيش|اعيش|العيش|الحياة)(?! (?:مع|في|هنا|معك|معه))|(?:س|راح |ح)?(?:أقتل|اقتل) نفسي|(?:س|راح |ح)?(?:أنتحر|انتحر)|(?:أفكر|افكر|فكرت) (?:في|ب) ?(?:ال)?انتحار|(?:أنهي|انهي|انهاء|إنهاء) حياتي`,
    taken:
      `(?:ابتلعت|تناولت|بلعت|اخذت|أخذت|شربت) (?:كل|جميع|علبة|الكثير من|كثير من|شريط)(?: ${L}+){0,2} ?(?:الحبوب|حبوب|الأدوية|الادوية|أقراص|الأقراص|الدواء)`,
    self: "(?:أجرح|اجرح|أؤذي|اؤذي|أذيت) نفسي",
    abuse:
      `(?:زوجي|أبي|ابي|والدي|أخي|اخي|خطيبي|أمي)(?: ${L}+){0,2} (?:يضربني|ضربني|تضربني|يغتصبني|اغتصبني)|يهددني بالقتل|اغتصبني`,
  },
  // Persian
  {
    suicide:
      "می ?[\u200c]?(?:خواهم|خوام) (?:که )?بمیرم|دلم می ?[\u200c]?خواهد بمیرم|(?:به|فکر) خودکشی|خودکشی (?:می|کنم|میکنم)|خودم را (?:بکشم|میکشم)|خودمو (?:بکشم|میکشم)|نمی ?[\u200c]?(?:خواهم|خوام) (?:دیگر |دیگه )?زنده",
  },
  // Hebrew
  {
    suicide:
      "(?:רוצה|בא לי)(?: רק)? למות(?! (?:מצחוק|מבושה))|לא רוצה (?:יותר )?לחיות(?! (?:ב|עם|כאן|פה|איתו|איתה))|(?:להתאבד|אתאבד)(?! על)|להרוג את עצמי|לשים קץ לחיי|אין לי בשביל מה לחיות",
    abuse: "(?:בעלי|הוא|אבא שלי|החבר שלי) (?:\\p{L}+ )?(?:מכה אותי|הרביץ לי|אנס אותי)",
  },
  // Hindi, Urdu in Latin letters too
  {
    suicide:
      `(?:मरना|मर जाना) (?:चाहत${L}*|है मुझे)|(?:जीना|जिंदा रहना|ज़िंदा रहना) नहीं चाहत${L}*|जीने का मन नहीं|आत्महत्या (?:कर|के बारे|करने)${L}*|खुद को (?:मार|ख़त्म|खत्म)${L}*|खुदकुशी कर${L}*|mar(?:na)? chaht[aei] (?:hoon|hun|hu)|jeena nahi(?:n)? chaht[aei]|khudkushi kar${L}*|میں مرنا چاہت${L}*|خودکشی کر${L}*`,
  },
  // Indonesian, Malay, Tagalog, Swahili
  {
    suicide:
      "(?:ingin|mau|pengen|pengin|nak)(?: saja)? mati(?! (?:ketawa|tertawa|lampu|listrik|rasa|gaya))|(?:tidak|tak|nggak|gak|ga) (?:ingin|mau|nak) hidup lagi|(?:mau|ingin|akan|nak|pikir\\p{L}*|berpikir)(?: \\p{L}+){0,2} bunuh diri|mengakhiri hidup(?:ku| saya)?|gusto ko(?:ng| nang) mamatay|ayoko nang mabuhay|magpapakamatay|nataka kufa|sitaki kuishi",
    taken: "(?:minum|menelan|telan) (?:semua|banyak|satu botol)(?: \\p{L}+){0,2} (?:pil|obat|ubat|tablet)",
  },
  // Vietnamese
  {
    suicide:
      "(?:tôi|em|mình|con|tao|anh|chị) (?:chỉ )?muốn (?:chết|tự tử|tự sát)(?! (?:cười|vì cười))|không muốn sống(?: nữa| tiếp)?(?! (?:ở|với|cùng|chung|tại|trong))|(?:sẽ|định|nghĩ đến|nghĩ tới|đã nghĩ) (?:tự tử|tự sát)|kết thúc (?:cuộc đời|cuộc sống)(?: của)?(?: tôi| mình)?",
    taken: "(?:uống|nuốt) (?:hết|cả lọ|cả vỉ|rất nhiều|quá nhiều)(?: \\p{L}+){0,2} (?:thuốc)",
  },
  // Chinese
  {
    unspaced: true,
    suicide:
      "(?<![不没沒])想(?:要)?(?:去)?死(?![你妳您他她它]|我了|了你)|不想(?:再)?活(?:了|下去|着)|活不下去|(?<![不没沒])想自[杀殺]|[我要]要?自[杀殺](?![率者未防])|[轻輕]生(?:的念[头頭])?(?=[了。，,！!]|$)|[结結]束(?:我的|自己的|我自己的)?生命|了[结結]自己|(?:想|要|准备|準備)(?:去)?(?:跳[楼樓]|跳河|上吊)|[没沒]有活下去的|活着没(?:有)?意[思义]|活著沒(?:有)?意[思義]",
    taken:
      "[吃吞服](?:下|光|完|掉)?了?(?:一整瓶|整瓶|一瓶|一整盒|所有|全部|很多|太多|[几幾]十[片颗顆粒]|一大?把|大量)的?(?:安眠[药藥]|止痛[药藥]|[药藥])|(?:安眠[药藥]|[药藥])(?:都|全|全部|全都)(?:吃|吞)(?:了|光|完)",
    self: "自[残殘]|割腕|割自己|割[伤傷]自己|[伤傷]害自己",
    abuse:
      "(?:丈夫|老公|爸爸|爸|父[亲親]|他|男朋友|男友|媽媽|妈妈|后爸|繼父|继父)(?:[总總]是|一直|又|昨晚|[经經]常|会|會|常常|每天|喝醉[了后後]?就?){0,2}(?:打|掐|[强強]奸|性侵)(?:了)?我(?![的电電手]|微信|招呼)|被(?:丈夫|老公|爸爸|男友|男朋友|他)(?:家暴|打|[强強]奸)|被[强強]奸了",
  },
  // Japanese
  {
    unspaced: true,
    suicide:
      "死にたい(?!くらい|ぐらい|ほど|わけ)|死のうと思|死んでしまいたい|消えてしまいたい|消えてなくなりたい|(?:もう|これ以上)?生きて(?:い)?たくない|生きる(?:の)?(?:が|のが|に|のに)?(?:疲れ|つらい|辛い|嫌にな)|自殺(?:したい|しよう|する(?:つもり|しかない)|を考え|のことばかり)|命を[絶断](?:ち|と|つ)|首を(?:吊|つ)[りっろ]|飛び降り(?:たい|よう|るつもり)",
    taken:
      "(?:薬|睡眠薬|錠剤|くすり)(?:を|も)?(?:、)?(?:全部|大量に|たくさん|一箱|一瓶|まとめて|[0-9]+錠).{0,4}[飲の](?:んだ|んで|みました|んじゃ)|(?:全部|大量に|たくさん|一箱|一瓶)の?(?:睡眠)?薬を[飲の](?:んだ|んで|みました)|オーバードーズし",
    self: "リストカット|リスカ|手首を切|自分を(?:傷つけ|切)|自傷(?:し|を|が)",
    abuse:
      "(?:夫|彼|父|母|彼氏|旦那|義父|パパ|お父さん)(?:に|から)(?:毎日|いつも|また|昨日|昨夜)?(?:殴られ|叩かれ|暴力を|襲われ|犯され|首を絞められ|レイプ)",
  },
  // Korean
  {
    unspaced: true,
    suicide:
      "죽고 ?싶(?!게|지 ?않)|죽어 ?버리고 ?싶|(?:더 ?이상 ?|이제 ?)?살고 ?싶지 ?않|살기 ?싫(?!은 (?:집|동네|곳))|자살(?:하고|할|하려|을 ?생각|생각|충동)|목숨을 ?끊|스스로 ?목숨|뛰어내리고 ?싶|사라지고 ?싶|살 ?이유가 ?없",
    taken:
      "(?:약|수면제|진통제)(?:을|를)? ?(?:다|전부|모두|한 ?통|한꺼번에|너무 ?많이|통째로) ?(?:먹었|삼켰|먹어 ?버렸|털어 ?넣)",
    self: "자해(?:를|하|했)|손목을 ?(?:그|긋)",
    abuse:
      "(?:남편|아빠|아버지|남자 ?친구|남친|엄마|새아빠)(?:이|가|한테|에게)? ?(?:매일|또|자꾸|어제)? ?(?:나를|저를|절|날)? ?(?:때려|때린|때렸|맞았|폭행|성폭행)",
  },
  // Thai
  {
    unspaced: true,
    suicide: "อยาก(?:จะ)?ตาย(?!เพราะหัวเราะ)|ไม่อยาก(?:มีชีวิต|อยู่(?:แล้ว|ต่อ))|(?:อยาก|จะ|คิด)ฆ่าตัวตาย",
    taken: "กินยา(?:ทั้งหมด|หมดขวด|หมดแผง|เกินขนาด|ไปเยอะ)",
  },
];

const KINDS = [
  ["suicide", 3, "suicide"],
  ["poisoning", 4, "taken"],
  ["self_harm", 3, "self"],
  ["abuse", 3, "abuse"],
] as const;

/** Danger in further languages. Morgan answers it in the language of the conversation, with the places that help where the person is. */
export const ELSEWHERE: readonly CrisisPattern[] = LANGUAGES.flatMap((words) =>
  KINDS.flatMap(([kind, weight, part]) => {
    const source = words[part];
    if (source === undefined) return [];
    return patterns(kind, weight, [withoutMarks(source)], { named: true, runsOn: words.unspaced });
  })
);

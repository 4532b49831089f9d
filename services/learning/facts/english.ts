import type { Pattern } from "./types.ts";
import { anyOf, CALLED, DAY, END, NAME, NAMES, PLACE, RELATION } from "./words.ts";

const AM = String.raw`[Ii](?:['’]?m|\s+am)`;
const STILL = String.raw`(?:\s+(?:also|now|still|currently|actually|really|just|already))*`;
const HAVE = String.raw`[Ii](?:['’]ve\s+got|\s+have|\s+own|\s+have\s+got)`;
const ADJECTIVE = String
  .raw`(?:(?:other|second|third|first|new|little|big|older|elder|eldest|oldest|younger|youngest|twin|late)\s)?`;
const COUNT = String.raw`(?:a|an|one|two|three|four|five|six|[2-9])`;

const JOBS = anyOf(
  "accountant,actor,actress,analyst,anaesthetist,animator,archaeologist,architect,archivist,artist,astronomer,author,baker,barber,barista,bartender,biologist,bookseller,bricklayer,builder,bus driver,butcher,caretaker,carer,carpenter,cashier,chef,chemist,civil servant,cleaner,composer,consultant,cook,counsellor,counselor,dancer,data analyst,data scientist,dentist,designer,developer,dietitian,director,diver,doctor,driver,economist,editor,electrician,engineer,estate agent,farmer,film maker,filmmaker,firefighter,fisherman,florist,freelancer,gardener,geologist,graphic designer,hairdresser,historian,housewife,illustrator,journalist,judge,lab technician,landscaper,lawyer,lecturer,librarian,locksmith,makeup artist,manager,marketing manager,mathematician,mechanic,midwife,miner,model,musician,novelist,nurse,nutritionist,optician,painter,paralegal,paramedic,pensioner,pharmacist,photographer,physicist,physiotherapist,pilot,plumber,police officer,policeman,politician,postman,potter,priest,primary school teacher,producer,professor,programmer,project manager,psychiatrist,psychologist,receptionist,recruiter,researcher,retiree,roofer,sailor,salesman,salesperson,scientist,sculptor,secretary,shop assistant,social worker,software developer,software engineer,soldier,solicitor,student,surgeon,surveyor,tailor,taxi driver,teacher,teaching assistant,technician,therapist,tour guide,trainer,translator,truck driver,tutor,vet,veterinarian,video editor,waiter,waitress,web developer,welder,writer,yoga teacher,yoga instructor,zoologist",
);
const NATIONAL = anyOf(
  "American,Argentinian,Australian,Austrian,Belgian,Brazilian,British,Bulgarian,Canadian,Chilean,Chinese,Colombian,Croatian,Cuban,Czech,Danish,Dutch,Egyptian,English,Estonian,Ethiopian,Filipino,Finnish,French,German,Greek,Hungarian,Icelandic,Indian,Indonesian,Iranian,Iraqi,Irish,Israeli,Italian,Jamaican,Japanese,Kenyan,Korean,Latvian,Lebanese,Lithuanian,Malaysian,Mexican,Moroccan,Nigerian,Norwegian,Pakistani,Peruvian,Polish,Portuguese,Romanian,Russian,Scottish,Serbian,Slovak,Spanish,Swedish,Swiss,Syrian,Thai,Tunisian,Turkish,Ukrainian,Vietnamese,Welsh",
);
const LANGUAGE = anyOf(
  "Arabic,Bengali,Bulgarian,Cantonese,Catalan,Chinese,Croatian,Czech,Danish,Dutch,English,Estonian,Farsi,Finnish,French,German,Greek,Hebrew,Hindi,Hungarian,Icelandic,Indonesian,Irish,Italian,Japanese,Korean,Latin,Mandarin,Norwegian,Persian,Polish,Portuguese,Punjabi,Romanian,Russian,Serbian,Spanish,Swahili,Swedish,Tamil,Thai,Turkish,Ukrainian,Urdu,Vietnamese,Welsh",
);
const PLAYED = anyOf(
  "accordion,banjo,bass,bass guitar,cello,clarinet,double bass,drums,flute,guitar,harmonica,harp,keyboard,oboe,organ,piano,recorder,saxophone,sax,trombone,trumpet,tuba,ukulele,viola,violin,badminton,baseball,basketball,chess,cricket,field hockey,football,golf,handball,hockey,ice hockey,lacrosse,rugby,soccer,squash,table tennis,tennis,volleyball,water polo",
);
const DIET = anyOf(
  "vegetarian,vegan,pescatarian,pescetarian,flexitarian,teetotal,teetotaller,kosher,halal,gluten-free,gluten free",
);
const TRAIT = anyOf(
  "left-handed,left handed,right-handed,colour-blind,colour blind,color-blind,color blind,colorblind,deaf,hard of hearing,blind,dyslexic,diabetic,epileptic,autistic,asthmatic,lactose intolerant,lactose-intolerant,gluten intolerant,coeliac,celiac,bilingual,retired,self-employed,an only child,a widow,a widower,an orphan,a twin,gay,lesbian,bisexual,transgender,nonbinary,non-binary,Catholic,Protestant,Christian,Muslim,Jewish,Hindu,Buddhist,an atheist",
);
const ILLNESS = anyOf(
  "ADHD,ADD,asthma,diabetes,type 1 diabetes,type 2 diabetes,epilepsy,dyslexia,migraines,arthritis,hay fever,high blood pressure,celiac disease,coeliac disease,a peanut allergy,a nut allergy,a pollen allergy,tinnitus,IBS,Crohn['’]s disease,lupus,endometriosis,psoriasis,eczema,sleep apnoea,sleep apnea",
);
const PETS = anyOf(
  "dog,cat,puppy,kitten,horse,rabbit,parrot,hamster,guinea pig,tortoise,turtle,goldfish,budgie,snake,lizard,gecko,ferret,pony,dogs,cats,horses,rabbits,guinea pigs,chickens,bees,pets",
);
const KIN = anyOf(
  "son,daughter,sons,daughters,kid,kids,child,children,brother,sister,brothers,sisters,grandchild,grandchildren,grandkids,twins,stepson,stepdaughter",
);
/** What is said in English. */
export const english: readonly Pattern[] = [
  {
    attribute: "name",
    single: true,
    form: String.raw`[Mm]y\s+(?:(?:first|full)\s+)?name(?:['’]s|\s+is)\s+(?<value>${CALLED})${END}`,
  },
  { attribute: "name", single: true, form: String.raw`${AM}\s+(?:called|named)\s+(?<value>${CALLED})${END}` },
  {
    attribute: "name",
    single: true,
    form: String
      .raw`(?:(?:[Pp]lease|[Jj]ust|[Yy]ou\s+can|[Ee]veryone\s+calls?|everybody\s+calls?|people|my\s+friends|friends)\s+)*[Cc]all\s+me\s+(?!(?:back|later|crazy|tomorrow|today|tonight|asap|maybe|anytime|now|then|lazy|paranoid|when|if|at|on|old|a|an|the)\b)(?<value>${CALLED})(?=\s*(?:[.!,;]|$)|\s+(?:please|from\s+now\s+on|instead)\b)`,
  },
  {
    attribute: "lives_in",
    single: true,
    form: String.raw`[Ii]${STILL}\s+live\s+(?:in|near|on)\s+(?<value>${PLACE})`,
  },
  {
    attribute: "lives_in",
    single: true,
    form: String.raw`${AM}${STILL}\s+(?:living|based)\s+in\s+(?<value>${PLACE})`,
  },
  {
    attribute: "lives_in",
    single: true,
    form: String
      .raw`i\s+live\s+in\s+(?!(?:fear|hope|peace|denial|a|an|the|my|this|that|constant)\b)(?<value>\p{Ll}{3,20})(?=\s*[.!,;]|\s*$)`,
  },
  {
    attribute: "lives_in",
    single: true,
    form: String
      .raw`[Ii](?:['’]ve|\s+have)?\s+(?:just\s+|recently\s+)?moved\s+(?:\S+\s+)?to\s+(?<value>${PLACE})`,
  },
  {
    attribute: "lives_in",
    holds: false,
    form: String.raw`[Ii]\s+(?:don['’]?t|no\s+longer)\s+live\s+in\s+(?<value>${PLACE})`,
  },
  {
    attribute: "from",
    single: true,
    form: String.raw`(?:${AM}(?:\s+originally)?|[Ii]\s+come|[Ii]\s+hail)\s+from\s+(?<value>${PLACE})`,
  },
  { attribute: "grew_up_in", single: true, form: String.raw`[Ii]\s+grew\s+up\s+in\s+(?<value>${PLACE})` },
  {
    attribute: "born_in",
    single: true,
    form: String.raw`[Ii](?:\s+was|['’]m)\s+born\s+(?:and\s+raised\s+)?in\s+(?<value>${PLACE}|(?:19|20)\d\d)`,
  },
  {
    attribute: "birthday",
    single: true,
    form: String.raw`[Ii]\s+was\s+born\s+on\s+(?:the\s+)?(?<value>${DAY})`,
  },
  {
    attribute: "birthday",
    single: true,
    form: String.raw`[Mm]y\s+birthday(?:['’]s|\s+is)\s+(?:on\s+)?(?:the\s+)?(?<value>${DAY})`,
  },
  {
    attribute: "age",
    single: true,
    form: String
      .raw`${AM}${STILL}\s+(?<value>(?:1[0-9]|[2-9][0-9]|10\d)(?:\s+years?\s+old|\s+yo\b)?)(?=\s*(?:[.!,;]|$)|\s+and\b)`,
  },
  {
    attribute: "diet",
    single: true,
    form: String.raw`${AM}${STILL}\s+(?:an?\s+)?(?:strict\s+|lifelong\s+)?(?<value>${DIET})(?!\p{L})`,
  },
  {
    attribute: "diet",
    holds: false,
    form: String
      .raw`${AM}\s+(?:not|no\s+longer)\s+(?:an?\s+)?(?<value>${DIET})(?!\p{L})(?!\s+['’]?(?:cause|because|for)\b)`,
  },
  {
    attribute: "does_not_eat",
    form: String
      .raw`[Ii]\s+(?:don['’]?t|do\s+not|never|can['’]?t|cannot)\s+(?:eat|drink)\s+(?!(?:it|that|this|much|enough|anything|well|out|before|after|any\s?more|when|there|here|at|in|like|a\s+lot)\b)(?:any\s+)?(?<value>[\p{L}-]+(?:\s+(?:or|and)\s+[\p{L}-]+)?)(?=\s*(?:[.!,;]|$)|\s+(?:and|but|so|because)\b)`,
  },
  {
    attribute: "allergic_to",
    form: String
      .raw`${AM}${STILL}\s+(?:\p{L}+ly\s+)?allergic\s+to\s+(?!(?:it|this|that|them|these)\b)(?<value>[\p{L}-]+(?:\s(?!and|but|so|which|because|as|when|too)[\p{L}-]+){0,2}(?:,?\s(?:and|or)\s[\p{L}-]+(?:\swith\s\p{L}+)?)?)${END}`,
  },
  { attribute: "trait", form: String.raw`${AM}${STILL}\s+(?:an?\s+)?(?<value>${TRAIT})${END}` },
  {
    attribute: "trait",
    holds: false,
    form: String.raw`${AM}\s+(?:not|no\s+longer)\s+(?<value>${TRAIT})${END}`,
  },
  {
    attribute: "health",
    form: String.raw`(?:[Ii](?:['’]ve\s+got|\s+have|\s+suffer\s+from))\s+(?<value>${ILLNESS})${END}`,
  },
  {
    attribute: "nationality",
    form: String
      .raw`${AM}${STILL}\s+(?<value>(?:half[-\s])?${NATIONAL}(?:[-\s]American)?)(?=\s*(?:[.!,;]|$)|\s+(?:and|but|so)\b)`,
  },
  {
    attribute: "works_as",
    single: true,
    form: String
      .raw`[Ii]${STILL}\s+work\s+as\s+(?:an?\s+)?(?<value>[\p{L}-]+(?:\s(?!(?:at|in|for|and|but|so|with|on|from|here|there|much|hard|well)\b)[\p{L}-]+){0,3})`,
  },
  {
    attribute: "works_as",
    single: true,
    form: String
      .raw`${AM}${STILL}\s+(?:working\s+as\s+)?an?\s+(?:(?:assistant|freelance|retired|trained|qualified|professional|part-time|full-time|self-employed|junior|senior|registered|certified|medical|PhD|high school|college|university|primary school|secondary school|maths|math|science|music|art|English|history)\s+)?(?<value>${JOBS})${END}`,
  },
  {
    attribute: "works_as",
    holds: false,
    single: true,
    form: String.raw`${AM}\s+(?:not|no\s+longer)\s+an?\s+(?<value>${JOBS})${END}`,
  },
  {
    attribute: "works_at",
    single: true,
    form: String.raw`[Ii]${STILL}\s+work\s+(?:at|for)\s+(?:the\s+)?(?<value>${NAME})`,
  },
  {
    attribute: "studies",
    single: true,
    form: String
      .raw`(?:[Ii]\s+study|${AM}\s+studying)\s+(?!(?:abroad|online|again|for|at|hard|in|a|an|the|my|this|that|it|with|every|all|now|and)\b)(?<value>[\p{L}-]+(?:\s(?!(?:at|in|for|and|but|so|with|to|now|right|this|because)\b)[\p{L}-]+){0,2})`,
  },
  {
    attribute: "marital_status",
    single: true,
    form: String
      .raw`${AM}${STILL}\s+(?:happily\s+)?(?<value>married|single|divorced|widowed|engaged|separated)${END}`,
  },
  {
    attribute: "is",
    form: String
      .raw`${AM}${STILL}\s+a\s+(?<value>(?:single\s+)?(?:mother|father|mom|mum|dad|parent)(?:\s+of\s+(?:two|three|four|five|one|[1-9]|twins))?)${END}`,
  },
  {
    attribute: "name_of",
    single: true,
    form: String
      .raw`[Mm]y\s+(?<subject>${ADJECTIVE}${RELATION})(?:['’]s\s+name\s+is|s?['’]?\s+names?\s+(?:is|are)|\s+(?:is|are|was)\s+(?:called|named)|['’](?:s|re)\s+(?:called|named))\s+(?<value>${NAMES}|${CALLED})`,
  },
  {
    attribute: "name_of",
    single: true,
    form: String
      .raw`${HAVE}\s+${COUNT}\s+(?:[\p{L}-]+\s+)?(?<subject>${ADJECTIVE}${RELATION})(?:\s+who(?:['’]s|\s+is))?,?\s+(?:called|named)\s+(?<value>${NAMES}|${CALLED})`,
  },
  {
    attribute: "name_of",
    single: true,
    form: String.raw`[Mm]y\s+(?<subject>${ADJECTIVE}${
      anyOf(
        "dog,cat,puppy,kitten,horse,rabbit,parrot,wife,husband,girlfriend,boyfriend,fiancé,fiancée,son,daughter,brother,sister",
      )
    }),?\s+(?!(?:I|And|But)\b)(?<value>${NAME})(?=['’]s\b|[\s,.!])(?!,?\s+and\s+(?!I\b))`,
    anywhere: true,
  },
  {
    attribute: "has",
    form: String
      .raw`${HAVE}\s+(?<value>${COUNT}\s+(?:(?:older|younger|little|big|twin|half|step|elderly|rescue|old|small|black|white|grown|adult|teenage|young)[-\s])?(?:${PETS}|${KIN}))(?!\p{L})(?!\s+(?:in\s+mind|who|that|person|show|photo|food))`,
  },
  {
    attribute: "drives",
    single: true,
    form: String
      .raw`[Ii]\s+drive\s+an?\s+(?<value>(?:[\p{Ll}\d-]+\s)?[\p{L}\d-]*[\p{Lu}\d][\p{L}\d-]*(?:\s[\p{L}\d-]*[\p{Lu}\d][\p{L}\d-]*){0,3})`,
  },
  {
    attribute: "speaks",
    form: String
      .raw`[Ii]\s+(?:also\s+)?(?:can\s+)?speak\s+(?:fluent\s+|some\s+|a\s+little\s+|a\s+bit\s+of\s+)?(?<value>${LANGUAGE}(?:,\s${LANGUAGE})*(?:,?\s(?:and|as\s+well\s+as)\s(?:some\s+|a\s+little\s+)?${LANGUAGE})?)`,
  },
  {
    attribute: "native_language",
    single: true,
    form: String.raw`[Mm]y\s+(?:native|first|mother)\s+(?:language|tongue)\s+is\s+(?<value>${LANGUAGE})`,
  },
  {
    attribute: "learns",
    form: String
      .raw`(?:${AM}${STILL}\s+learning|[Ii](?:['’]ve|\s+have)\s+been\s+learning)\s+(?:to\s+(?:speak|play)\s+)?(?:the\s+)?(?<value>${LANGUAGE}|${PLAYED})(?!\p{L})`,
  },
  {
    attribute: "plays",
    form: String
      .raw`[Ii]${STILL}\s+(?:can\s+)?play\s+(?:the\s+)?(?<value>${PLAYED}(?:\s+and\s+(?:the\s+)?${PLAYED})?)(?!\p{L})`,
  },
  {
    attribute: "plays",
    form: String.raw`[Ii](?:['’]ve|\s+have)\s+been\s+playing\s+(?:the\s+)?(?<value>${PLAYED})(?!\p{L})`,
  },
  {
    attribute: "note",
    form: String
      .raw`(?:[Pp]lease\s+)?(?:[Rr]emember|[Dd]on['’]?t\s+forget)(?:\s+that|:)\s+(?!I\s+(?:love|hate|miss|like|told|said|asked)\b)(?<value>(?:[Ii]|[Mm]y|[Ww]e|[Oo]ur)\b[^?]{3,200}?)[.!]?$`,
  },
];

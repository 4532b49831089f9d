import type { Scenes } from "./types.ts";

export const ENGLISH: Scenes = {
  whole:
    "all(?! (?:day|week|night|morning|month|year|winter|summer|my life|the time|along|right|good|fine))|whole(?! (?:day|week|night))|entire|everything|every (?:last|single|one|pill|tablet)|full (?:bottle|box|pack)|rest of (?:the|my|them|it)|too many|(?:a|the|two|three) (?:bottle|box|pack|packet|strip|jar|tub|tube|vial|sachet|blister|handful)s? of|handfuls?|loads|(?:\\d{2,3}|ten|twelve|fifteen|twenty|thirty|forty|fifty|a hundred|dozens)(?: of)?(?: (?:my|the|his|her|mum's|mom's|dad's))?(?= (?!mg|ml|minutes|hours|days|years|units)(?:[\\p{L}'-]+ ){0,2}(?:pills?|tablets?|capsules?|\\p{L}+s(?![\\p{L}])|advil|tylenol|xanax|ibuprofen|paracetamol|aspirin))",
  broken:
    "(?:i|me)(?: (?:now|just|already|today|yesterday))? (?:drink|eat|take|swallow)(?: (?:now|just|already|today|yesterday))? (?:all|whole|many|much|too|very|lot)(?! (?:day|week|night|morning))",
  proper:
    "to (?:her|him|them|the|school|work|my|a|\\p{L}+'s)|back|home|with (?:me|us|her|him)|for (?:her|him|them)|brought|gave|giv(?:e|en|ing)|sort\\w*|pharmac\\w*|as (?:prescribed|directed|usual|always)|like every|on time|how (?:many|much)|may i|can i|should|supposed|photos?|pictures?|picks?|screenshots?|away from|out of|inventory|counted|wrote down|notes?",
  ready:
    "tied|knotted|fastened|attached|hung|hanging|hangs|prepared|ready|set up|waiting for me|found a (?:tree|beam)|will hold|holds my weight|tested|strong enough",
  use:
    "for (?!me(?![\\p{L}])|myself|it(?![\\p{L}])|tonight|tomorrow|this|everything|a long|years|weeks|days|ever|good)|to (?:climb|tie|tow|pull|hang (?!myself)|dry|fix|secure|play|skip|jump rope|lead|fasten|the (?:boat|roof|car|fence|tree house))|climb\\w*|boat|tow\\w*|horse|cow|goat|dog|swing|tent|laundry|curtains?|garland|bell|hammock|flag|sail\\w*|ladder|luggage|bale|hay|trailer|where (?:is|are)|tell the",
  gun: "guns?|pistol|revolver|rifle|shotgun|handgun|glock",
  loaded: "loaded|has bullets|one bullet|cocked|in my mouth|(?:at|to|against) my (?:head|temple|chin|chest)",
  sport:
    "(?:in|on)to the (?:van|truck|car|boat)|re-?enact\\w*|airsoft|hunt\\w*|fish\\w*|range|licen[cs]\\w*|game|level|weapons?|law|legal|transport\\w*|museum|film|movie|scene|episode|chapter|nerf|water|paint|toy|deer|boar|rules?|safety|report|suspect|police|soldiers?",
  bare: "(?:bought|got|ordered) (?:the|a|my) (?:rope|noose|gun|pistol|rifle|poison|helium|razor ?blades)",
  sign:
    "(?:wrote|written|writing)(?: \\p{L}+){0,2} (?:to|for) (?:my|the|everyone|everybody|them)|letters? (?:to|for)|know what (?:it is |they are )?for|know what i (?:will|am going to) do|for (?:it|tonight|myself)(?=[.!,]|$| and)|end (?:it|everything|this|my)|(?:the|a) (?:stool|beam|right tree|tree)(?! (?:house|in))|nobody|no one|goodbye|so it (?:will be|is) over|be done with|use it on|my turn",
  atHand:
    "in (?:my|one|the other) hands?|(?:next to|beside|in front of) me|on my (?:lap|bed|knees)|within reach|under my pillow|on the (?:kitchen |bedside )?table|already in|waiting",
  weapon:
    "loaded (?:gun|pistol|rifle)|guns?|pistol|revolver|rifle|shotgun|razor(?: ?blades?)?|(?<!roller |fan |shoulder |saw |wiper )blades?(?! (?:runner|of))|noose|syringe|scalpel",
  kitchen:
    "cook\\w*|onions?|bread|chop\\w*|kitchen(?! table)|carv\\w*|whittl\\w*|craft\\w*|shav\\w*|beard|game|costume|airsoft|paint|water|toy|nerf|vaccin\\w*|patient|insulin pen|diabet\\w*|wiper|mower|saw|ice|skat\\w*",
  cut: "cut|cutting|slit|slitted|slashed|sliced|carved|opened",
  veins:
    "my (?:own )?(?:left |right |both )?(?:arms?|forearms?|wrists?|legs?|thighs?|veins?|throat|skin|stomach)",
  mishap:
    "accident\\w*|by mistake|glass|can|tin|paper|fence|thorn\\w*|barbed|surgeon|doctor|cook\\w*|shav\\w*|garden\\w*|chopp\\w*|while|when i (?:fell|slipped)|rose|cat|hair|sleeves?|short|costs?|stitches|bandage|plaster",
  leap:
    "(?:going to|will|want to|wanna|about to|ready to|could just|might just|thinking (?:of|about)|tempted to|planning to|should|let me|i would)(?: (?:just|really|finally|now|simply|literally))* (?:jump|leap|step|throw myself|hurl myself|fling myself|chuck myself|launch myself|drop myself|yeet (?:myself|off)|toss myself|lob myself|off myself|let (?:myself )?(?:go|fall))(?:ing)?|i am (?:just )?(?:jumping|leaping|throwing myself|letting go)",
  height:
    "(?:off|from|in front of|under|onto|over) (?:the |a |this |my |that |some )?(?:[\\p{L}-]+ )?(?:bridge|overpass|viaduct|roof|rooftop|ledge|balcony|cliff|tracks|rails|train|tube|lorry|truck|bus|building|tower|window|car park|parking (?:garage|lot|deck)|garage|railing|dam|multi-?storey)",
  water:
    "lake|pool|river for|bungee|parachut\\w*|skydiv\\w*|diving|trampoline|rope|harness|snow|dream\\w*|game|level|character|conclusions|queue|call|meeting|film|movie|bandwagon|ship|haha|lol|stop|school bus|next",
  decided:
    "(?<!(?:you|they|he|she|we|who|people|(?:you|they|he|she|we|who|people) (?:have|has|had|all)) )decided|made up my mind|mind is made up|my mind is (?:set|clear)|(?:my|the) decision (?:is|has been) (?:made|final|taken)|it is decided|i am (?:sure|certain|at peace|calm) (?:now|with it)|made my (?:choice|decision|peace)",
  notLive:
    "(?:not|never)(?: (?:think|believe|plan|going|want|have|need|intend|expect|be|to|i|will|that|ever|even|really))* (?:(?:see|reach|live to see|make it to|make it past|live until|celebrate|turn|get to)(?: (?:another|the|next|my|this|one more|a))*(?: new)? (?:christmas|birthday|year|spring|summer|autumn|fall|winter|easter|thanksgiving|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|tomorrow|morning|sunrise|january|february|march|april|may|june|july|august|september|october|november|december|\\d{2}|thirty|forty|eighteen|twenty)|(?:around|here|alive|there|exist|live)(?: (?:anymore|much longer|for (?:my|christmas|much)|next|by|tomorrow|after))?)|(?:my|our|is the|be the) (?:last|final) (?:christmas|birthday|day|night|week|sunday|summer|winter)|not exist|no longer exist|leave (?:this (?:world|life|earth|place)|you all|everyone)|not (?:wake|come) (?:up|back)|go for good|end (?:it|things|everything|my)|die|death|go to (?:heaven|god)|stop living|be with (?:god|mum|mom|dad|him|her|them) (?:again|soon)",
  leaving:
    "(?:decided|time|ready|going|about|want|have|need)(?: it is| for me)? to (?:go|leave|depart)|i am (?:leaving|going)(?: now| tonight| tomorrow| forever)?|i have to go|(?:go|going|walk|walking|swim) (?:to|into|in) (?:the )?(?:river|sea|lake|bridge|woods|forest|water|tracks|ocean|canal)",
  entrusted:
    "(?:take care of|look after|feed|be good to|watch over) (?:my|the|our|your|each|mum|mom|dad) ?(?:cat|dog|cats|dogs|kids|children|mother|mum|mom|father|sister|brother|little one|baby|son|daughter|wife|husband|other)?|tell (?:my|them|him|her|mum|mom|dad|everyone)(?: [\\p{L}']+){0,3} (?:i |that i )?lov(?:e|ed)|forgive me|do not (?:cry|look for me|blame yourself|be sad)|nobody is to blame|remember me|love you all",
  travel:
    "ski\\w*|holiday|vacation|trip|travel\\w*|visit\\w*|fly\\w*|flight|work\\w*|moving|move|new job|hotel|abroad|back (?:on|at|in|by|next|soon|later)|until|dentist|airport|party|hike|hiking|camp\\w*|gym|conference|sold out|university|college|boyfriend|girlfriend|company|retire\\w*|for a (?:swim|walk|week)|we (?:will|have|are)|meet\\w*|with (?:the|my) (?:kids|family|dog|friends)",
  settled:
    "(?:gave|given|giving|give)(?: [\\p{L}']+){0,3} away|gave (?:away )?(?:everything|all my|my things)|sold (?:everything|the (?:animals|cows|cattle|herd|sheep|horses?|house|car))|(?:the )?(?:cows|cattle|animals|herd|sheep|horses) (?:is|are|have been) (?:sold|gone)|papers(?: are)? in order|affairs(?: are)? in order|(?:everything|all) (?:is|has been) (?:paid|settled|arranged|sorted|taken care of)|paid (?:off )?(?:all )?(?:my|the) debts|signed over|deleted (?:all )?my (?:accounts|photos)|said what i had to say|said my goodbyes|my (?:dog|cat|pets?) (?:is|are) (?:with|at|gone)|will is (?:on|in|written)|cleaned (?:out )?my (?:room|flat|desk|locker)",
  gone:
    "(?:it|nothing|that)(?: will)? (?:does|do|will|is)? ?(?:not|n't|no longer|nothing) matters?(?: anymore| then| after)?|nothing (?:will )?matters?|(?:i|we) (?:will|am)(?: \\p{L}+)? not(?: going to)? be (?:here|there|around|alive)|i (?:will|am going to) be gone|my turn|(?:do|will) not need (?:it|them|any of it|anything) (?:anymore|any longer|where i)|where i (?:am going|go)|it will (?:all )?be over|no more (?:pain|me)|nothing (?:more|else|left) to (?:say|do|lose)|so (?:nobody|no one|they|he|she)(?: \\p{L}+){0,3} (?:wait|find|has to|have to|clean)",
  lethal:
    "lethal|fatal|deadly|(?:kill|kills) (?:a|an|you|me|one|someone|somebody|people|humans?|any)(?: \\p{L}+)?|enough to (?:die|kill\\w*|not wake up|end (?:it|me|my)|stop (?:my |the |your )?(?:heart|breathing)|knock me out)|too (?:many|much)(?! (?:work|for me to))|to die|would i die|do you die|dangerous to take|stops? (?:my|your|the|a) heart",
  amount:
    "(?:is|are|would|will|can|could|does|do|if)(?: [\\p{L}]+){0,3} (?:\\d+|a (?:whole|full|bottle|box|strip|handful|gram|pack)|one|two|three|ten|twenty|thirty|fifty|all)(?: [\\p{L}]+){0,3}|how (?:many|much)|(?:which|what) (?:dose|amount|quantity)|\\d+ ?(?:mg|g|grams?|milligrams?|ml|units?)",
  weary:
    "tired|sick|weary|exhausted|fed up|bored|i am (?:so |just |completely )?(?:done|finished|through)|had (?:it|enough|my fill)|no (?:desire|wish|energy|strength|will)(?: left)?|cannot be bothered|want no more",
  life:
    "(?:of|with|from|for) (?:this |my |the |all this )?(?:life|living|being alive|existing|existence|world|earth)(?! (?:in|out|at|with|like|on|under|next|alone|without|together|here|of|cup|series|tour|map|music))|being alive|to (?:live (?:this life|on|anymore|longer)|go on living)",
  fetched:
    "(?<!(?:real|night|wild|work|love|still|sex|social|shelf|battery|half|city|school|club) )life (?:is |feels |has become )?(?:just |simply |really |only )?too (?:heavy|hard|painful|difficult|much)(?: for me)?(?=[.,!]|$)|not (?:want to |need to )?see another day|not (?:see|know)(?: any reason)? why i should(?: even| still)? (?:go on|carry on|keep (?:on|going|living)|live|bother living)|(?:god|the lord|jesus|heaven|death|the reaper)(?: [\\p{L}']+){0,4} (?:take|fetch|call|collect|have|come for) me(?: (?:home|tonight|now|soon|away))?(?! (?:seriously|as|by|with|to|on|up))|(?:wish|want|let|hope|pray)(?: [\\p{L}']+){0,3} (?:god|the lord|jesus|death|heaven)(?: [\\p{L}']+){0,3} (?:take|takes|took|fetch|fetches|call|calls|come|comes)(?: for)? me|i have (?:lived|been here) long enough|only in the way(?=[.!,]|$)|in everyone's way|nobody needs me(?: anymore)?(?=[.!,]|$)|(?:what is|what's|whats)(?: even)? the point of me(?=[.!?]|$)|(?:would not|not) mind (?:not waking|dying|being dead|if i (?:died|did not))|easier(?: \\p{L}+){0,2} (?:not|never) to (?:exist|be here|be alive)|(?:not care|no matter|all the same) (?:if|whether) i (?:live|am alive|wake|die)",
};

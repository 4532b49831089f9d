import { patterns } from "../types.ts";

/** Families of wordings: who, what is done or suffered, and to whom, each as a list, so that they combine. */
const KIN =
  "my(?: (?:best|little|big|older|younger|late|own|new|online|close|veteran|old|teenage|baby))?(?: \\w+'s)? (?:friend|mate|brother|sister|sis|bro|son|daughter|kid|child|children|baby|toddler|mom|mum|mother|dad|father|wife|husband|partner|boyfriend|girlfriend|bf|gf|roommate|flatmate|housemate|colleague|coworker|cousin|student|pupil|teenager|niece|nephew|uncle|aunt|ex|grandma|grandpa|grandmother|grandfather|granny|nan|neighbou?r|boss|teacher|stepdad|stepmom|stepmum|stepfather|stepmother|fiance|carer|parents|family|stepson)";
const OTHER =
  `(?:${KIN}|(?:a|the|this) (?:friend|mate|girl|boy|guy|kid|colleague|neighbou?r|baby|little one|woman|man|student|pupil|player)|one of my \\w+|someone(?: \\w+){0,3}|somebody(?: \\w+){0,3}|mum|mom|mummy|dad|daddy|grandpa|grandma|granny|he|she|they)`;
const HARMER =
  "(?:my(?: \\w+'s)? (?:ex|husband|wife|boyfriend|girlfriend|bf|gf|partner|dad|father|mom|mum|mother|stepdad|stepfather|stepmom|stepmum|stepmother|brother|uncle|aunt|son|daughter|parents|fiance|carer|teacher|family|grandpa|grandfather|cousin)|mum|mom|dad|grandpa|grandad|uncle|he|she|they|(?:the|a|this|some|that) (?:man|guy|nurse|carer|stranger|woman|priest))";
const DRINKS = "(?:drunk|drinking|drinks|angry|bad|home|asleep|loses it)";
/** Words between two parts of a family, within the clause. */
const some = (most: number) => `(?:[ ,'-]+[\\p{L}\\d']+){0,${most}}[ ,'-]+`;

export const ENGLISH_FAMILIES = [
  ...patterns("suicide", 3, [
    // the world without me
    `(?:when|once|after|if) i am (?:finally )?(?:gone|dead|no longer (?:here|alive|there|around))(?! (?:broke|tired|sure|serious|on|for))`,
    `(?:if|when|in case) (?:\\w+ )?(?:i|my heart)(?: \\w+){0,2} (?:die|died|stop|stops|vanish\\w*|disappear\\w*)(?=[^.!?]*\\b(?:nobody|no one|notice|care|better|relie\\w+|money|still|house|free|family|miss))`,
    `(?:nobody|no one|noone|anyone|who)${some(3)}(?:care|notice|miss|need|needs|look|relieved)${
      some(2)
    }(?:me|if i)${some(3)}(?:die|died|dead|gone|vanished|something happened|alive)`,
    `(?:better|relieved|easier|happier|free|breathe|less trouble)${some(3)}(?:without me|if i|when i|were i)${
      some(3)
    }(?:not|no longer|gone|dead|vanished|die|died|never|there)`,
    `(?:find|finds|found|finding) (?:my|me)(?: (?:dead|body|hanging|cold))(?! (?:line|link|pixel|end|lock)\\w*)`,
    `whoever finds me`,
    `my (?:own )?(?:suicide|corpse|dead body|grave should|goodbye letter|exit plan)`,
    // leaving it
    `(?:leave|leaving|out of|off|depart|quit|escape) (?:this|the|from this) (?:world|life|planet|earth|existence)(?! (?:cup|record|of))`,
    `not (?:want to be|belong)(?: \\w+)? (?:on|in) this (?:planet|world|earth|life)`,
    `(?:end|ending|finish|kill|delete) (?:myself|my existence|my own existence)`,
    `(?:put|putting) an end to (?:my (?:life|existence|own life|suffering)|myself|me)`,
    `(?:not|without) (?:\\w+ ){0,2}(?:go|going) on living|not want(?: \\w+){0,3} (?:live|alive|living)(?= (?:anymore|any longer|either)|[.,!?]|$)|not care (?:if|whether) i (?:live|die)`,
    `(?:reasons?|excuse|strength|courage|will|energy|point)(?: \\w+)? (?:not to (?:jump|die|do it)|to (?:stay|keep|be|remain) alive|to (?:live|exist|go on living|stay in this world|get up (?:any ?more|again)))`,
    `(?:fighting|struggling|trying|tired|hard)${
      some(3)
    }(?:to stay|staying|being|to be|keep myself) alive(?! in (?:the|this) game)`,
    `(?:cry|cried|crying|disappointed|angry|sad|hate|sorry|upset)${
      some(5)
    }(?:i am (?:still )?(?:alive|breathing|here)|still (?:alive|breathing)|i (?:woke|wake) up|being alive|survived)`,
    `(?:wish|wished)${some(4)}(?:not|never)(?: have)? (?:woken|woke|survived|been born|wake)`,
    `(?:not|never) (?:wake|waking|woken) up(?: (?:tomorrow|again|anymore))?(?=[^.!?]*\\b(?:fine|want|okay|hope|wish|relief|good|peace))`,
    `(?:follow|join|be (?:back )?with|go to) (?:him|her|them|my (?:\\w+ )?(?:wife|husband|son|daughter|baby|mother|mum|mom|dad|father|brother|sister|twin|partner))(?=[^.!?]*\\b(?:heaven|grave|dead|died|passed|death|other side|where (?:she|he)))|(?:passed|died|dead|heaven)[^.!?]*(?:want|going|ready|would like) to (?:follow|join|be with) (?:him|her|them)`,
    `(?:be|go) where (?:she|he|they) (?:is|are) now|in heaven tonight`,
    `(?:envy|envious of|jealous of) (?:the dead|dead people|people who (?:die|died|are dead))`,
    `(?:wish|hope|pray|want)${
      some(5)
    }(?:cancer|illness|accident|fatal|heart attack|lightning|meteor|terminal)(?! (?:insurance|cover|research|cure))`,
    `(?:thought|idea|dream\\w*|fantasy) of (?:my )?(?:death|dying|being dead|my own funeral|being gone)`,
    `die die die|all day die`,
    `(?:should|want to|wanna|going to) (?:just )?(?:be dead|drop dead|be erased|be no more|cease)(?! (?:by friday|tired|line))`,
    `(?:stay|keep|be|feel|am) (?:not )?safe (?:tonight|from myself|with myself)`,
    `(?:scared|afraid|frightened|terrified) of (?:what i (?:will|would|might|could|may) do|myself)`,
    `(?:talk me out of|stop me from doing|someone to stop me|somebody to stop me|need to be stopped)(?: (?:it|this|that))?`,
    `(?:painless|peaceful|quickest|easiest|gentle)(?: \\w+){0,3} (?:to go|to die|way out|out|death|end|exit|suicide)(?! of (?:the|this))`,
    `(?:end|ending|finish|stop) it (?:all )?(?:without|with no) pain|without pain (?:to|and) (?:die|go)`,
    `(?:how long|which|what|how many)${
      some(5)
    }(?:overdose works|of an overdose to|pills to die|to die from|kills fastest|lets me go)`,
    `(?:last|final|goodbye|farewell) (?:letters?|messages?|words|note) (?:to|for) (?:my|the) (?:\\w+ )?(?:daughters?|sons?|kids|children|parents|mum|mom|mother|dad|father|family|friends|wife|husband|girlfriend|boyfriend)(?! (?:of the|at work|'s))`,
    `(?:be mad|angry|cry|blame yourself|blame themselves|sad)(?: \\w+)? (?:at me )?(?:when|because|after) i am (?:gone|dead)`,
    `(?:planning|plan|plans) (?:my|the) (?:exit|death|own death|own funeral|suicide)(?! (?:interview|strategy|poll))`,
    `not be (?:around|here|there|with you|alive|needed)(?: \\w+)? (?:for (?:christmas|my birthday|new year|long|much longer)|anymore|after|much longer)(?! (?:for (?:work|holiday)|on holiday|because|as i move))(?![^.!?]*(?:holiday|vacation|cruise|work|office|trip|moved|move|leave))`,
    `in (?:everyone|everybody|anyone|people)(?:'s)? (?:hair|way)(?=[^.!?]*\\b(?:no longer|not|gone|soon))`,
    `(?:do not|not) (?:look for|call) (?:me|anyone|the police|an ambulance)(?=[^.!?]*\\b(?:decided|please|sorry|over|gone|late))`,
    `(?:before i go|when i go|until i go)(?=[^.!?]*\\b(?:for good|for ever|forever|follow|never))`,
    `(?:going|walk|walking|drive|swim|swimming|drove)${
      some(6)
    }(?:and i am not coming back|and not come back|one way|never come back|and let go)`,
  ]),
  ...patterns("suicide", 4, [
    `(?:swallowed|taken|took|drank|emptied)${some(3)}(?:everything|them all|all of them|all the)${
      some(2)
    }(?:in|from|that was in) the (?:cabinet|box|packet|bottle|drawer)|(?:already|just) (?:taken|took|swallowed) (?:them|it)(?: all)?[.,!]`,
    `(?:taken|took|swallowed) something(?=[^.!?]*\\b(?:save|nobody|sleep|goodbye|anyone|die))`,
    `(?:rifle|gun|pistol|rope|knife|razor|blade|noose)${
      some(3)
    }(?:and i (?:will not|am not)|is loaded|in (?:my|his|her) (?:hand|lap|mouth|boot)|right here|beside me|to (?:my|his|her) (?:head|throat|wrist))`,
    `(?:staring|looking|look|stare) (?:down )?(?:at|over|from) (?:the )?(?:rails|railing|tracks|edge|ledge)(?=[^.!?]*\\b(?:water|calm|jump|step|keep|let))`,
    `(?:pills|tablets|medicine|blister packs?|meds)${
      some(3)
    }(?:in my lap|on my lap|into a bowl|in a bowl|is talking to me)`,
  ]),
  ...patterns("suicide", 2, [
    `not (?:live|be|exist|stand|bear|take|survive|face|endure)${
      some(3)
    }(?:with what i did|with this(?: shame| guilt)?[.,!]|another (?:day|week|year|month|night)(?: of (?:this|my|it|life))?|one more (?:day|night|week)(?: of (?:this|my))?)(?! (?:of (?:this|the) (?:rain|diet|course|meeting|weather)))`,
    `no (?:way forward|future for me|tomorrow for me|place for me in this world|way to go on)`,
    `(?:nothing|no one|nobody) (?:left|more)? ?(?:for|keeps|holds|keeping|holding) me (?:here|alive|anymore|in this world)(?! except the wifi)`,
    `(?:life|living|existence|existing|being alive|breathing)${
      some(2)
    }(?:has nothing|is not for me|feels like a chore|is not living|is exhausting|hurts|is a burden|is over|is a prison|is pain)`,
    `(?:done|finished|through|over) with (?:it all|all of it|being here|being alive|everything and everyone|living|this life)`,
    `(?:not (?:deserve|worthy)|never deserved|undeserving)${
      some(2)
    }(?:alive|life|to live|live|to breathe|breathe|air)`,
    `(?:by morning|this time tomorrow|soon|tonight|after tonight)${
      some(5)
    }(?:be over|be at peace|be free|be gone|feel anything|nothing will hurt)(?! (?:for sure )?(?:and (?:we|ship)|from school))`,
    `(?:gave|given|giving|give) (?:\\w+ ){0,2}(?:away|my (?:things|stuff|dog|cat|watch|belongings))(?=[^.!?]*\\b(?:letters|goodbye|need|gone|think i am generous|take care))`,
    `(?:picked|chosen|set) (?:the|a) (?:date|day|night)(?=[^.!?]*\\b(?:birthday|die|over|it is|do it))`,
    `(?:i will|going to|could|i would) do it(?: tonight| soon| this weekend| after the \\w+)(?! (?:myself|right|again|now))`,
    `(?:rehears|imagin|picture|pictur)\\w*${
      some(5)
    }(?:how i would do it|doing it|my death|my funeral|jumping|dying)`,
    `(?:hope|pray|wish)${
      some(3)
    }(?:today|tonight|this|it) (?:is|was|would be|will be) my last (?:day|night|one|morning)(?! (?:in|at|of (?:school|work|quarantine)))`,
    `(?:stopped|stop|not|quit) (?:taking|take|eating|eat)${
      some(5)
    }(?:do not want to live|let it happen|goes faster|can die|on purpose|wants? to die|waiting for)`,
    `i am (?:a|the) (?:mistake|disgrace|burden|problem|weight|waste|failure)(?=[^.!?]*\\b(?:corrected|remove|pay|let them go|neck|everyone|everybody|gone|space|life|breathe))`,
    `(?:outlived|outlived my|no longer of any|used up)(?: my)? (?:use|usefulness|time|purpose|tomorrows)`,
    `close my eyes (?:for good|for ever|forever)`,
    `what is the (?:use|point) (?:of|in) (?:going on|it all|all this|carrying on|tomorrow|living)(?! (?:in|at|with|near|on|about|here))|no (?:point|sense) in (?:tomorrow|going on|anything|carrying on)`,
    `(?:bye|goodbye|farewell|sorry|srry|forgive me)[^]{0,40}(?:could not do (?:it|this) anymore|cannot do (?:it|this) anymore|when i am gone|if you see|will not be here|love you all)`,
  ]),
  ...patterns("distress", 1, [
    `(?:completely|so|totally|utterly|feel|am) (?:hopeless|worthless)(?! (?:at|in|with) (?:maths?|cooking|sports?|chess))`,
    `(?:not|cannot) (?:hold on|cope|go on|survive|bear it|see (?:any|a) (?:light|way)|see the light)(?: (?:any longer|anymore|this week|like this|out))*(?! (?:through|with (?:the|this) (?:printer|excel)))`,
    `(?:do not know|not know) how to (?:survive|go on|keep going|live)`,
    `nobody left|no strength(?: left)? (?:to|for) (?:live|life|go on|anything)|lost all will`,
    `hate myself (?:so|and)`,
  ]),
  ...patterns("abuse", 3, [
    `${HARMER}(?: [\\p{L}']+){0,3}? (?:hits?|hitting|beats?|beating|punch\\w*|slap\\w*|kick(?:s|ed|ing)?(?! me out)|chok\\w+|strangl\\w+|whip\\w*|burn(?:s|ed|t)?|bit(?:es)?|throws?(?: \\w+){0,2} at|threw(?: \\w+){0,3} at|shov\\w+|push(?:ed|es)?|drag\\w*|slam\\w*|grab(?:s|bed)?(?! me (?:a|some))|rap(?:e|es|ed)|molest\\w*|touch(?:es|ed)(?! my heart)|lock(?:s|ed)(?! me out)|tie(?:s|d)|spits? (?:on|at)|stab\\w*|threaten\\w*(?! me with a (?:bad|negative|one-star))|stalk\\w*|track(?:s|ed)?|forc(?:e|es|ed)|hurts?|cornered|pinned(?! me on (?:pinterest|the map))|squeez\\w+|smother\\w*|tortur\\w*) (?:me|my (?:head|face|hair|arm|throat|neck|hand|wrist|jaw|legs?|kids|children|mother|sister|brother|phone))(?! (?:at|in) (?:chess|tennis|scrabble|\\w+ball|backgammon|cards))(?![^.!?]*(?:wrestling|medal|in the game|boxing class))`,
    `${HARMER}(?: [\\p{L}']+){0,2}? (?:broke|breaks?|dislocat\\w+|cut|burnt|burned|twist\\w*|smash\\w*|fractured) my (?:nose|arm|wrist|jaw|ribs?|finger|leg|hand|teeth|tooth)`,
    `${HARMER}(?: [\\p{L}']+){0,2}? (?:took|takes|take|taken|has|have|keeps?|kept|locked|hides?|controls?|confiscated|burnt|burned) (?:away )?(?:all )?(?:my|our|the) (?:passports?|papers|money|documents)(?! to the (?:repair|shop|office|garage))`,
    `${HARMER}(?: [\\p{L}']+){0,2}? (?:hits?|beats?|hurts?|yells?|hit|becomes violent|is violent|rages)(?: \\w+){0,3} when ${HARMER}(?: \\w+){0,3} ${DRINKS}`,
    `i am (?:not|never) (?:allowed|permitted) to (?:go outside|leave|call|see|speak|talk|eat|have (?:a phone|friends|money))(?! (?:during|in (?:class|the exam)))`,
    `(?:may|can|must|could) (?:not|only) (?:go outside|leave the (?:house|flat|room|apartment)|tell (?:anyone|anybody))`,
    `(?:lock(?:ed|s)?|shut(?:s)?|trapped|kept|held) (?:me )?(?:in|up in) (?:the|a|my) (?:cellar|basement|room|bathroom|flat|house|attic|shed|cupboard|apartment)(?=[^.!?]*\\b(?:me|i|food|he|she|they|$))(?! escape)`,
    `(?:hand|hands|fingers) (?:in|under|down|up|around|round|on) my (?:pants|skirt|shirt|neck|throat|thigh|underwear|bra)`,
    `(?:touch(?:es|ed)?|grop(?:es|ed)) (?:me|her|him) (?:between|there|down|where|under|inappropriately|at night)`,
    `(?:undress|naked|nude|nudes|sexual|topless)${
      some(4)
    }(?:on camera|on cam|pictures? of me|photos? of me|of me|for him|for them|to men|webcam)|(?:has|posted|shared|send|sent|leak\\w*)${
      some(3)
    }(?:nudes|naked (?:pictures|photos)|intimate (?:pictures|photos|videos))`,
    `(?:force|forces|forced|forcing|want|wants|make|makes|making)${
      some(3)
    }(?:me|us) (?:to )?(?:marry|sleep with|undress|have sex|strip)(?! (?:in white|at the))`,
    `(?:to marry|married off to|marry) (?:a man i (?:do not|have never)|someone i (?:do not|have never))`,
    `(?:not|never) stop when i (?:say|said) no|had sex with me (?:while|when|although)|was drugged and`,
    `(?:is|are|there is|somebody is|someone is) (?:still )?(?:somebody|someone|a man|they|he|burglars?)? ?(?:in|inside) my (?:house|flat|apartment|wardrobe|room|stairwell)(?=[^.!?]*\\b(?:hid|alone|scared|help|right now|knife|afraid))`,
    `(?:hiding|hide|hid)${
      some(3)
    }(?:in the (?:wardrobe|car|closet|bathroom|cellar|attic)|under the bed|from (?:him|her|them|my \\w+))(?! and seek)`,
    `(?:trying to|tries to|going to) (?:open|break|kick in|smash) (?:down )?my (?:door|window)(?=[^.!?]*)|banging on (?:the|my) (?:door|window)`,
    `(?:following|follows|followed|stalking|stalks|watching|watches|waits? for|waiting for|stands?)${
      some(3)
    }(?:me home|me (?:and|right|for (?:days|weeks|months))|my house|in front of my (?:house|door|school)|outside my \\w+|everywhere i go|wherever i go)(?! on (?:instagram|twitter|tiktok))(?=[^.!?]*\\b(?:ex|he|man|guy|they|she|someone|somebody|scared|night|knife|blade))`,
    `(?:bruises?|black eye|swollen|broken ribs?)(?=[^.!?]*\\b(?:husband|boyfriend|he |she |they |mum|dad|mom|hides?|door|where nobody sees|drunk))(?![^.!?]*(?:skiing|football|fell off my bike))`,
    `(?:afraid|scared|terrified|frightened) (?:of|to go) (?:my (?:\\w+ )?(?:husband|wife|dad|father|mum|mom|mother|boyfriend|girlfriend|ex|son|stepdad|stepfather|uncle|brother)|home(?: tonight)?)(?! (?:in the dark|alone in the dark))`,
    `(?:honou?r of the family|family honou?r|throw acid|pour acid)`,
    `${HARMER}(?: [\\p{L}']+){0,4}? (?:kill|killed|find|hurt|shoot) (?:me|us|our dog|my dog|my cat)(?=[^.!?]*\\b(?:leave|go|tell|next|if i|wherever|run))`,
    `(?:made to|make me|makes me|making me|have to) (?:sleep with men|work without pay|sell my body|beg|steal for)`,
    `(?:running|ran|run) away from (?:home|him|my (?:husband|dad|father|family))(?=[^.!?]*\\b(?:beat|hit|hurt|where|safe|afraid))`,
    `(?:messages|texts|letters|emails)(?=[^.!?]*\\b(?:rape|kill|hurt) me)`,
  ]),
  ...patterns("other_person", 3, [
    `${OTHER}(?: [\\p{L}']+){0,6}? (?:not want to (?:live|be alive|be here|exist)|wants? to (?:die|be dead|end (?:it|things|(?:his|her|their) life)|follow|join)|(?:hang|kill|drown|shoot|hurt|harm|cut|starve|poison|burn)(?:s|ing|ed)? (?:himself|herself|themselves|themself)|self[- ]?harm\\w*|suicidal|(?:tried|trying) to (?:die|kill|hang)|(?:took|taken|takes) an overdose|is done with life|talks? (?:about|of) (?:dying|death|ending|not being)|will not be here|better off without (?:him|her|them)|cut(?:s|ting)? (?:his|her|their) (?:arms?|wrists?|legs?|veins?))(?! (?:next week, (?:she|he) is on|on holiday|in a hotel))(?![^.!?]*(?:cruise|holiday|vacation))`,
    `${OTHER}(?: [\\p{L}']+){0,3}? (?:gave|given|gives|left|leaves|sent|posted|wrote|texted)(?: [\\p{L}']+){0,8}? (?:goodbye|farewell|(?:a|the|his|her) (?:note|letter)|last (?:night|day|message)|it was nice (?:to know|knowing) (?:you|us)|wants? to die)(?![^.!?]*(?:card|party|cake|new job|retire\\w*|colleagues|leaving|cover|bank))`,
    `${OTHER}(?: [\\p{L}']+){0,6}? (?:with|has|got|holding|sits with|beside (?:him|her)|took) (?:a |an |the |his |her |my |some )*(?:\\w+ ){0,2}(?:rope|razor(?: blades?)?|gun|pistol|rifle|noose|pills)(?! (?:licen\\w+|safe|collection|show|permit|for (?:his|her|the)|in cheese|every (?:day|morning)|this morning))(?=[^.!?]*\\b(?:hand|attic|bathroom|drove|drunk|note|night|says|speak|lock|$))`,
    `(?:hear|heard|saw|seen|think|know|sure)${
      some(6)
    }(?:being (?:beaten|abused|hit)|beats (?:her|him|them|his|the)|hits (?:her|him|them|his|my sister)|screams at night|is (?:beaten|abused))`,
    `(?:friend|sister|brother|niece|nephew|cousin|pupil|student|she|he)${
      some(4)
    }(?:is being|was|gets?|has been) (?:abused|beaten|raped|molested|touched|hit)(?! (?:in|at|by) (?:chess|the match|tennis))`,
    `(?:friend|sister|brother|niece|daughter|son|roommate|grandma|grandpa|she|he)${
      some(3)
    }(?:not eaten|stopped eating|stops eating|not eating|starves|makes (?:herself|himself) (?:vomit|sick))(?! (?:meat|sugar|gluten|out))`,
    `(?:friend|person|someone|somebody|teenager|relative|mate) who (?:wants to (?:die|end)|is suicidal|cuts|self)`,
    `(?:girl|boy|man|woman|guy|he|she)${
      some(8)
    }(?:as if (?:she|he|they) wants? to jump|about to jump|on a bridge|on the (?:roof|ledge|rails|tracks))(?! (?:view|photo))`,
  ]),
  ...patterns("self_harm", 3, [
    `(?:cut|cuts|cutting) (?:too|so|way) deep|deeper than i meant|all cut up`,
    `(?:hide|hiding|conceal)${
      some(3)
    }(?:cuts|scars|burns|burn marks|wounds)(?! (?:on the (?:table|worktop|leather|furniture)|of war))(?=[^.!?]*\\b(?:arm|parents|wrist|leg|thigh|from))`,
    `(?:blade|razor|lighter|needle|scalpel|knife)(?: \\w+)? (?:calms|helps|again|is the only thing)|only thing that (?:helps|calms)[^.!?]{0,10}(?:blade|pain|blood|cutting)`,
    `(?:need|want|like|until|see|seeing)${
      some(4)
    }(?:blood|bleeds?|bleeding|pain) (?:to (?:feel|calm)|on my (?:arm|skin|thigh|leg)|to know i am)`,
    `(?:punish|hurt|hit|bite|burn|cut|scratch|choke|starve)(?:ed|s|ing)? myself(?= (?:with|when|until|because|to|for|again|every|so|whenever|after|on purpose)|[.,!?]|$)(?! (?:cooking|shaving|on the stove|when (?:cooking|shaving|i was cooking)|with the potato))`,
    `(?:broke|break|burn|cut|scratch|pour|bang|hit|pull|pick|carve|snap)(?:s|ed|ing)?${
      some(5)
    }(?:on purpose|deliberately|to punish|until (?:it|i|there is)(?: \\w+)? (?:bleeds?|blood|quiet|black)|into my skin|to feel (?:something|anything|pain))`,
    `(?:arms?|thighs?|legs?|wrists?)${
      some(3)
    }(?:are bleeding|cut up|full of|burn marks)(?=[^.!?]*)(?![^.!?]*(?:climbing|roses?|mosquito|skiing|gardening))`,
    `(?:clean|free)(?: \\w+){0,5} (?:and|but|then)(?: \\w+){0,3} (?:cut|relapsed|did it again|started again)`,
  ]),
  ...patterns("eating", 3, [
    `(?:throw up|threw up|vomit|puke|purge)(?: \\w+){0,3} (?:on purpose|every single time|so (?:that )?i (?:do not|can)|after (?:i eat|eating|dinner|every|each|meals?))(?![^.!?]*(?:baby|cat|dog))`,
    `fingers? down (?:my|the) throat|(?:chew|chewing)(?: \\w+){0,3} (?:and )?spit`,
    `(?:not|have not|without|nothing)(?: \\w+){0,2} (?:eaten|eat|food|eating)(?: \\w+){0,3} (?:for|since|in) (?:\\w+ )?(?:days|weeks?|sunday|monday|tuesday|wednesday|thursday|friday|saturday)(?! afternoon)`,
    `(?:one|an) (?:apple|cracker|salad|yoghurt)(?: \\w+){0,2} (?:since|a day|in (?:three|two|four|five) days)`,
    `(?:\\d\\d) (?:kilos?|kg|pounds|lbs)(?=[^.!?]*\\b(?:still|too) (?:fat|big|heavy))`,
    `laxatives?(?=[^.!?]*\\b(?:every day|thin|weight))`,
    `(?:living|live|survive) on (?:water|air|diet coke|coffee)(?: \\w+){0,4} (?:for|since)`,
    `(?:afraid|scared|terrified) of (?:food|eating)(?! out)|pro ?ana|ana is my|thinspo`,
    `(?:eat nothing|do not eat|stopped eating|i starve|because i starve|fast for \\w+ days|binge)(?=[^.!?]*\\b(?:faint|passed out|exercise|vomit|heart|lose more|at a time|hours))`,
    `(?:faint\\w*|black out|blacked out|passed out|dizzy)(?=[^.!?]*\\b(?:eaten|starv|eat|food))`,
  ]),
  ...patterns("violence", 3, [
    `(?:going to|i will|want to|i am about to|could|nearly|almost|plan(?:ning)? to|afraid i will|thinking about|thought of)${
      some(3)
    }(?:stab|shoot|strangl\\w*|poison|smother\\w*|kill|murder|run over|hurt|suffocat\\w*|burn down)(?: \\w+)? (?:him|her|them|my (?:wife|husband|baby|daughter|son|kid|kids|child|mother|mum|mom|father|dad|boss|coworker|girlfriend|boyfriend|ex|neighbou?rs?)|as many|all of them|everyone|those (?:people|kids))(?! (?:if you spoil|with kindness|in the game|for (?:eating|the|not)))`,
    `(?:shook|hit|slapped|beat|hurt|smothered|choked) (?:my|the) (?:baby|girlfriend|wife|child|children|kids?|son|daughter|husband|boyfriend)(?= (?:because|and|again|so|today|until)|[.,!?]|$)`,
    `(?:make|let) (?:them|him|her|everyone|all of them) (?:all )?(?:pay|bleed|suffer)(?=[^.!?]*\\b(?:all|myself|did|blood|laugh)|[.,!?]|$)(?! (?:the bill|rent|in (?:cash|advance)))`,
    `(?:list|names) of (?:people|those|everyone) who (?:will|are going to|must|have to) die`,
    `(?:bring|take|taking|bringing|carry)(?: \\w+){0,2} (?:gun|weapon|knife|rifle)(?: \\w+){0,3} (?:to|into) (?:school|class|work|the office|church)`,
    `(?:burn|blow)(?: \\w+){0,4} (?:house|school|office|place)(?: \\w+){0,3} (?:with (?:them|him|her|everyone|all)|tonight)`,
    `(?:voices?|god|satan|the devil)${some(4)}(?:told|tells?|want|wants|said|say|ordered|orders)${
      some(3)
    }(?:me to|should)(?=[^.!?]*\\b(?:kill|hurt|sacrifice|jump|die|stab))`,
    `(?:everyone|everybody|all|they)(?: \\w+){0,4} (?:is|are|will)(?: all)?(?: going to)? die(?: on| tomorrow| today|[.,!]|$)(?! (?:one day|some day|eventually))`,
    `(?:with|got|have) (?:my|a|the) (?:gun|knife|rifle|weapon)(?=[^.!?]*\\b(?:in front of|house|way to|his|her))`,
    `(?:lose control|lost control|lose it)(?=[^.!?]*\\b(?:beat|hit|hurt|strangle))`,
  ]),
  ...patterns("medical", 4, [
    `(?:${OTHER}|the (?:\\w+ )?(?:baby|child|patient|driver))(?: [\\p{L}']+){0,5}? (?:is choking(?! (?:down|on (?:his|her) words))|chokes(?! up)|turn(?:s|ing|ed) blue|is (?:all )?(?:blue|grey|gray)(?: in the face)?|grey in the face|(?:lips|face) (?:are|is|go|goes|went) (?:blue|grey)|not (?:wake|breathe|breathing|react|move)\\w*(?! (?:my|the|to) \\w+)|barely breath\\w*|stopped breathing|is unconscious|having a seizure|(?:face|mouth) (?:droops|hangs|is drooping|sags)|clutch\\w* (?:his|her) (?:chest|heart)|talks nonsense|cannot (?:speak|talk|move (?:his|her))|was pulled from the water)(?![^.!?]*(?:the film|smurf))`,
    `(?:${OTHER})(?: [\\p{L}']+){0,2}? (?:swallowed|drank|ate|eaten|took)(?: [\\p{L}']+){0,3}? (?:battery|batteries|magnets?|bleach|drain cleaner|cleaner|cleaning \\w+|detergent|pills|tablets|antifreeze|poison|mushrooms|an overdose|heart pills|petrol)(?=[^.!?]*)(?! (?:and|to) (?:vacuum|clean))(?! every| this morning| daily| in cheese)`,
    `(?:cannot|can't|could not|not) (?:get|wake)(?: \\w+){0,2} (?:awake|to stay awake|up|to wake)(?=[.,!?]|$| and)(?<=(?:him|her|them|dad|mum|grandpa|grandma|friend) (?:awake|up|to stay awake|to wake))|cannot wake (?:him|her|them|my \\w+)`,
    `(?:pain|pressure|weight|crushing|stabbing|burning)${
      some(5)
    }(?:my chest|my left arm|my heart)(?![^.!?]*(?:push-?ups|bench|gym|muscle|spicy))`,
    `(?:cannot|not) (?:feel|move|lift)(?: \\w+){0,2} (?:my (?:left|right) (?:side|arm|leg)|my face|one side)(?! after (?:the )?(?:gym|workout|leg day))`,
    `(?:tongue|throat|lips|face)(?: \\w+)? (?:are |is |swells?|swelling|swollen|huge|closing|going numb)(?=[^.!?]*\\b(?:nuts?|ate|sting|bee|breath|swell|air))`,
    `(?:cannot|not|hardly|barely)(?: \\w+)? (?:get (?:any )?air|breathe|catch my breath)(?! (?:through my nose|in this|for laughing|laughing|when i see (?:him|her)))`,
    `(?:losing|lost|so much|a lot of|spurting|spurts|gushing)(?: \\w+){0,2} blood|blood (?:is )?(?:spurting|spurts|gushing|pouring)|cut an artery|bleeding (?:heavily|badly|a lot)`,
    `blood from (?:his|her|my|the) (?:ear|head|mouth)|worst headache of my life|hit (?:his|her|my) head and(?: \\w+){0,3} (?:vomit|confus|unconscious|dizzy)\\w*`,
    `(?:double|twice|triple|ten times)(?: \\w+){0,4} (?:dose|insulin|medication)(?=[^.!?]*\\b(?:shak|trembl|dizzy|help|confused|i took))`,
    `(?:bitten by a snake|snake bit|smoke in (?:the|my|our)|gas alarm|cannot get out|carbon monoxide)(?=[^.!?]*\\b(?:numb|flat|house|dizzy|out|help|leg|arm))`,
    `(?:contractions|pregnan\\w*|week \\d+)(?=[^.!?]*\\b(?:losing|lot of|so much|heavy) (?:blood|bleeding))|(?:losing|lot of|so much) blood[^.!?]*pregnan`,
    `(?:asthma|inhaler)(?=[^.!?]*\\b(?:empty|hardly|cannot|not help|blue))`,
  ]),
  // said plainly
  ...patterns("suicide", 3, [
    `(?:no|not have (?:the|any)|without (?:the|any)) will to live|not wish to (?:live|be alive|exist)`,
    `(?:going to|will|want to|about to|have to) end it(?: (?:now|today|tonight|soon|here|all))?(?=[.,!?]|$)`,
    `i am (?:about|going) to jump(?=[.,!?]|$| (?:now|off|from|tonight))`,
    `(?:god|lord|jesus|heaven)${
      some(4)
    }(?:take me|let me go|call me home)(?! (?:out|shopping|to (?:the|work)))`,
    `(?:coward|weak|afraid|scared) to (?:die|kill myself|live)|failed (?:even )?at (?:dying|suicide)|(?:ought to|should) have died|(?:sooner|worth more|would be more use) (?:be )?dead`,
    `(?:thoughts|pictures|images) of (?:myself|me|my body) (?:dead|dying|hanging|falling|jumping)`,
    `i (?:am thinking|think|thought) (?:about|of) (?:the belt|the rope|the bridge|the gun|the pills)`,
    `(?:lethal|deadly) (?:drug|pills|injection)(?=[^.!?]*\\b(?:get|buy|hold|order|me|i)\\b)|buy a gun(?: \\w+){0,2} without`,
  ]),
  ...patterns("abuse", 3, [
    `(?:${HARMER}|my \\w+) (?:is|gets|became|becomes|turned|has become) (?:so |very |really )?violent`,
    `(?:i am|i feel|we are) (?:not safe|unsafe|in danger)(?: (?:at home|here|in my (?:own )?(?:home|house|room)|with (?:him|her))| tonight| right now|(?=[.,!?]|$))`,
    `(?:dangerous|not safe) at home|where (?:he|she|they) (?:cannot|will not|can not) find (?:us|me)`,
    `(?:get away|escape|flee|hide|run) from (?:him|her|my (?:husband|wife|father|boyfriend|ex|family|partner))(?! at (?:the|work))|leave my (?:husband|boyfriend|partner)(?: \\w+)? without (?:him|his)`,
    `i (?:am|was|have been|am being|got) (?:being )?(?:attacked|assaulted|poisoned|followed|stalked|kidnapped|blackmailed|mugged|drugged)(?! (?:by (?:a |the )?(?:bug|virus|mosquito\\w*|bot)|on (?:instagram|twitter|tiktok)))`,
    `(?:someone|somebody|a man|he|they) (?:hurt|attacked|is hurting|is chasing|are chasing|is after) me(?! feelings)|(?:put|slipped) something in my drink|tracker in my`,
    `(?:someone|somebody|a (?:man|stranger)|burglars?) (?:is|are) in (?:my|the|our) (?:house|flat|home|apartment)(?! for (?:dinner|sale))`,
  ]),
  ...patterns("eating", 2, [
    `i (?:am|think i am|might be|became|have become) (?:an? )?(?:anorexic|bulimic)|cannot stop losing weight`,
  ]),
  ...patterns("violence", 3, [
    `thoughts (?:about|of) (?:hurting|killing|harming|stabbing|shaking) (?:my|someone|people|others|him|her)`,
  ]),
  ...patterns("medical", 4, [
    `(?:vomit\\w*|throw\\w* up|cough\\w*|spit\\w*)(?: up)? blood`,
    `i am (?:choking|suffocating)(?! (?:up|on (?:my|these|the) words))|i (?:am about to|will) (?:faint|pass out)(?=[.,!?]|$)`,
    `after the (?:fall|accident|crash)${
      some(3)
    }(?:cannot|not) (?:feel|move)|pupils are (?:huge|tiny|different)`,
    `(?:cannot|not) see (?:on|with|in|out of) one eye|speech is (?:funny|slurred|strange)|(?:smiles?|hangs?|limp)${
      some(2)
    }on one side`,
  ]),
];

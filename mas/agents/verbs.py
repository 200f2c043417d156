"""The verbs of short descriptions, and the little words around them."""

from mas.agents.english import conjugate, participle
from mas.agents.lexicon import words

BASE = words(
    """
    act advance arise awaken appear approach arrive ascend bake balance bark bask bathe beat
    bend bite blaze blink bloom blow boil bounce break breathe brew brush build burn burst
    call carry carve cast catch charge chase circle climb collapse collide come cook count
    cover crack crash crawl creep cross crouch crumble cry curl cut dance dart descend dig
    discover dive drag draw dream dress drift drink drip drive drop drown eat embrace emerge
    enter erupt escape explode explore face fade fall feed fight fill find fish flee flicker
    float flood flow flutter fly fold follow forage forge freeze gallop gather gaze glide
    glow go grow guard guide hang harvest hatch haul heal hide hold hop hover howl hug hunt
    ignite jog juggle jump kiss knead kneel knit land laugh launch lead lean leap learn
    leave lie lift light listen live look lose march melt meditate meet mend migrate mix
    mourn move nap nest open orbit paddle paint pass patrol peek perch perform pick plant
    play plunge pour practise pray prowl pull push race raise rage reach read rebuild
    reflect remember repair rescue rest return reveal ride ring rise roam roar roast roll
    rotate row rule run rush sail search see sell send sew shake share shatter shine shiver
    sing sink sip sit skate sketch ski sleep slide smash smile smoke snap sneak soar solve
    spar sparkle speak spill spin splash spread sprint stand stare steal step stir stretch
    stride strike stroll struggle study surf survive swallow sway sweep swim swing take talk
    tap teach tend throw tick topple touch tower train transform travel trot tumble turn
    twirl unfold unfurl vanish visit wade wait wake walk wander warm wash watch water wave
    weave weep welcome whisper whirl wilt wither work wrestle write yawn
    """
)  # fmt: skip
S_FORMS = {conjugate(verb, plural=False): verb for verb in BASE} | {"is": "be", "has": "have"}
ING_FORMS = {participle(verb): verb for verb in BASE}
INTRANSITIVE_ING = words(
    """
    floating glowing burning sleeping falling dancing singing spinning drifting melting
    blooming crumbling shining sparkling roaring howling rising sinking rotating growing
    flickering smiling laughing crying weeping hovering wandering sprawling towering rolling
    crashing ticking bustling abandoned gleaming shimmering dying living walking talking
    flying swimming running moving boiling steaming freezing waking soaring galloping
    erupting exploding collapsing swaying whispering twinkling winding travelling traveling
    shooting
    """
)
ING_NOUNS = words(
    """
    king ring wing string spring thing being ceiling building morning evening painting
    wedding sibling clearing lightning pudding darling duckling seedling sapling dumpling
    herring starling viking earring swing sling offering crossing gathering meeting landing
    opening beginning ending feeling meaning clothing lighting nothing something anything
    everything skyline wellspring hotspring rigging railing stocking
    """
)
PARTICIPLES = words(
    """
    lost hidden covered surrounded abandoned forgotten made built buried trapped caught
    frozen wrapped drawn painted carved lit left written broken reflected perched seated
    dressed filled torn suspended swallowed overgrown bathed soaked haunted stranded tangled
    guarded illuminated flooded reclaimed stuck gathered crowned armed chained swept tucked
    draped scattered poured torn thrown served sliced cut blown frozen-over stacked bound
    shaped woven shrouded submerged
    """
)
PLACES = words(
    """
    in on at under over above below beside near through across along inside beneath behind
    between among amid amidst against around by into onto outside within toward towards past
    up down beyond before after during underneath atop off from aboard throughout
    """
)
PATHS = words(
    """
    through across along into onto toward towards past over up down from around
    """
)
DETERMINERS = words(
    """
    a an the this that these those my our your his her its their some every each another one
    """
)
POSSESSIVES = frozenset(["my", "our", "your", "his", "her", "its", "their"])
BREAKS = words(
    """
    that who which whose where when while as because until and or but then with without so
    if than like
    """
)
ADVERBS = words(
    """
    away home up down off out alone together slowly quickly fast back again apart forever
    everywhere wildly upward past by
    """
)
ADJECTIVES = words(
    """
    old young giant tiny small little big huge tall short long ancient new lone lonely
    single last first wild stray baby mother red dark bright wooden stone iron golden silver
    broken empty quiet great grand white black blue green purple rusty dusty snowy misty
    foggy sunny rainy stormy mighty noisy busy sleepy tired hungry massive colossal
    miniature mechanical electric magical mythical mystical mysterious enchanted haunted
    sacred lost forgotten hidden deep high low open narrow wide slow fast gentle fierce
    brave shy curious vintage modern futuristic medieval victorian japanese chinese indian
    african arctic tropical urban rural underwater neon
    """
)
GROUPS = words(
    """
    herd flock pack school group pair bowl cup glass plate pile swarm row piece bunch team
    crowd army family portrait close-up closeup view shot silhouette image picture slice
    loaf pot mug bottle basket bouquet pod pride colony couple fleet field procession line
    circle tray handful cloud
    """
)

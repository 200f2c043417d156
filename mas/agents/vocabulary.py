"""The words of requests: what people call a film, a series, a round, and how they ask for it."""

from mas.language.numbers import COUNT_PATTERN

COUNT = COUNT_PATTERN
FILM = (
    r"(?:videos?|vids?|clips?|films?(?!\s+noir)|movies?|documentar(?:y|ies)|shorts|short films?|animations?|reels?|sequences?"
    r"|(?:tv\s+)?(?:ads?|adverts?|advertisements?|commercials?)(?!\s+break)|promos?|montages?|vlogs?|explainers?|music\s+videos?"
    r"|scenes|shots|cinematics?|footage|trailers?|teasers?|loops?|gifs?|cartoons?|visuals|pieces)"
)
PART = r"(?:parts?|parters?|episodes?|chapters?|instal+ments?)"
SERIES = (
    r"(?:(?:mini|web|video|tv)?[\s-]?series|miniseries|sagas?|trilogy|duology|tetralogy|anthology"
    r"|episodes|chapters)"
)
VARIANT = r"(?:variations?|variants?|versions?|alternatives|a/b\s+tests?|ab\s+tests?)"
VERB = (
    r"(?:create|creating|make|making|generate|generating|produce|producing|render|rendering|build"
    r"|shoot|film|animate|develop|craft|design|write|give\s+(?:me|us)|show\s+(?:me|us)|get\s+(?:me|us)"
    r"|do|start|begin|prepare|plan|put\s+together|come\s+up\s+with|turn\s+out|need|want)"
)
POLITE = (
    r"(?:(?:hi|hey|hello|ok|okay|so|and|then|now|please|kindly|also|next|first|finally|afterwards|well"
    r"|just|maybe|perhaps|mas|there|go ahead and)\b[\s,!:]*"
    r"|(?:can|could|would|will)\s+you\s+(?:please\s+|kindly\s+|also\s+)?"
    r"|(?:i|we)(?:['\u2019]d|\s+would)\s+(?:really\s+|also\s+)?(?:like|love)\s+(?:you\s+)?(?:to\s+(?:have|see|get)\s+|to\s+)?"
    r"|(?:i|we)\s+(?:also\s+|really\s+)?(?:want|need)\s+(?:you\s+to\s+|to\s+(?:have|see|get)\s+|to\s+)?"
    r"|(?:can|could|may)\s+(?:we|i)\s+(?:please\s+)?(?:get|have|see)\s+|let\s+me\s+see\s+|imagine\s+"
    r"|(?:i['\u2019]?m|i\s+am)\s+thinking\s+of\s+|use\s+my\s+(?:style|taste|preferences|look)\b[\s,]*"
    r"|let['\u2019]?s\s+|let\s+us\s+|how\s+about\s+|what\s+about\s+|why\s+not\s+)"
)
REFINE = (
    r"(?:(?:keep|continue|go\s+on|carry\s+on)\s+(?:on\s+)?)?(?:refin(?:e|ing)|polish(?:ing)?|improv(?:e|ing)"
    r"|iterat(?:e|ing)(?:\s+(?:on|over))?|perfect(?:ing)?|rework(?:ing)?|tweak(?:ing)?|enhanc(?:e|ing)"
    r"|fine-?tun(?:e|ing))"
)
ROUND = r"(?:rounds?|iterations?|passes|revisions?|refinements?)"
TRIFLES = (
    r"(?:short|new|quick|different|separate|unique|nice|great|cool|awesome|amazing|little|ai|more"
    r"|another|other|distinct|individual|some|all|many|additional|extra|fresh|original|brief|single)"
)
_DETERMINER = rf"(?:an?|the|another|some|my|our|{COUNT})"
# The start of a request, seen from a joint: a verb that reaches a film word, or an errand's verb.
REQUEST_START = (
    rf"{POLITE}{{0,6}}(?:{VERB}\s+(?:me\s+|us\s+)?(?=[^.;!?\n]{{0,80}}?\b(?:{FILM}|{SERIES}|{PART}|{VARIANT})\b)"
    rf"|(?:keep|continue)\s+(?:refining|polishing|improving|iterating)\b"
    rf"|(?:refine|polish|improve)\s+(?:it|the|this|that|my|an?)\b"
    rf"|(?:book|order|buy|tell|remind)\s+(?:me|us)\b"
    r"|what(?:['\u2019]s|\s+(?:are|were|is|did|have|do|can))\s+(?:we|i|you|next|pending|left|the)\b"
    r"|where\s+(?:did|were|are|was)\s+(?:we|i)\b)"
)
A_PRODUCT_HEAD = (
    rf"(?!{COUNT}[\s-]+(?:episodes|chapters)\b){_DETERMINER}[\s-]+(?:[\w'\u2019-]+\s+){{0,4}}?(?:{FILM}|{SERIES}|{VARIANT})\b"
    rf"|{COUNT}[\s-]+{PART}\b(?=[^.;,]*\b(?:of|about|on|series|called|titled)\b)|(?:{COUNT}|another(?:\s+one)?)\s+(?:more\s+)?about\b"
    rf"|(?:{COUNT}|another(?:\s+one)?)\s+(?:more\s+)?of\s+(?!(?:them|those|these|the|it|its|his|her|their|my|our|us|you|a\s+kind)\b)"
    r"|(?:videos|clips|films|movies|animations)\s+(?:of|about)\b"
)
EMPTY_CONCEPT = (
    r"(?:random|(?:a\s+)?surprise|it|this|that|these|those|them|the\s+same|same|more|one|ones|something|anything|everything|whatever"
    r"|(?:this|that|the|the\s+same|my|our|same)\s+(?:concept|idea|one|thing|theme|prompt|video|clip|film|project"
    r"|topic|subject|last\s+(?:one|video|clip|film)|same))"
)

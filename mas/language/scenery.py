"""Weather, time of day and pacing words."""

WEATHERS: tuple[str, ...] = (
    "clear", "rain", "storm", "snow", "fog", "dust", "wind", "clouds", "embers", "fireflies",
    "leaves", "bubbles", "petals", "sparks",
)  # fmt: skip

WEATHER_VOCABULARY: dict[str, str] = {
    "clear sky": "clear", "clear skies": "clear", "cloudless": "clear",
    "rain": "rain", "rainy": "rain", "raining": "rain", "drizzle": "rain", "downpour": "rain",
    "rain soaked": "rain", "rainfall": "rain", "monsoon": "rain", "cloudburst": "rain", "showers": "rain", "wet streets": "rain",
    "storm": "storm", "stormy": "storm", "thunder": "storm", "thunderstorm": "storm",
    "lightning": "storm", "tempest": "storm", "hurricane": "storm",
    "snow": "snow", "snowy": "snow", "snowfall": "snow", "blizzard": "snow", "snowing": "snow",
    "snowflakes": "snow", "flurries": "snow",
    "fog": "fog", "foggy": "fog", "mist": "fog", "misty": "fog", "haze": "fog", "smoke": "fog",
    "dust": "dust", "dusty": "dust", "sandstorm": "dust", "drifting sand": "dust", "pollen": "dust",
    "dust motes": "dust", "wind": "wind", "windy": "wind", "breeze": "wind", "gale": "wind",
    "windswept": "wind", "clouds": "clouds", "cloudy": "clouds", "overcast": "clouds",
    "embers": "embers", "ember": "embers", "ash": "embers", "sparks": "sparks",
    "fireflies": "fireflies", "firefly": "fireflies", "glowing motes": "fireflies",
    "falling leaves": "leaves", "autumn leaves": "leaves", "drifting leaves": "leaves",
    "bubbles": "bubbles", "petals": "petals", "cherry blossoms": "petals",
    "cherry blossom": "petals", "blossoms": "petals",
}  # fmt: skip

TIMES_OF_DAY: tuple[str, ...] = ("dawn", "day", "golden_hour", "dusk", "night")

TIME_VOCABULARY: dict[str, str] = {
    "dawn": "dawn", "sunrise": "dawn", "daybreak": "dawn", "first light": "dawn",
    "early morning": "dawn", "morning": "dawn",
    "day": "day", "daylight": "day", "noon": "day", "midday": "day", "afternoon": "day",
    "daytime": "day",
    "golden hour": "golden_hour", "sunset": "golden_hour", "late afternoon": "golden_hour",
    "setting sun": "golden_hour", "low sun": "golden_hour",
    "dusk": "dusk", "twilight": "dusk", "evening": "dusk", "blue hour": "dusk", "nightfall": "dusk",
    "night": "night", "midnight": "night", "moonlit": "night", "moonlight": "night",
    "nocturnal": "night", "starlit": "night", "starry": "night", "at night": "night",
    "under the stars": "night",
}  # fmt: skip

PACING_VOCABULARY: dict[str, str] = {
    "slow": "slow", "slowly": "slow", "slow paced": "slow", "unhurried": "slow",
    "leisurely": "slow", "slow motion": "slow", "lingering": "slow", "meditative": "slow",
    "gently": "slow", "contemplative": "slow",
    "fast": "fast", "fast paced": "fast", "quick": "fast", "quickly": "fast", "rapid": "fast",
    "energetic": "fast", "dynamic": "fast", "frantic": "fast", "swift": "fast", "swiftly": "fast",
    "racing": "fast", "action packed": "fast", "hectic": "fast",
    "steady pace": "steady", "steady pacing": "steady", "moderate pace": "steady",
}  # fmt: skip

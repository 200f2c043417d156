"""Is a brief in a language that the grammar does not read?"""

import re

from mas.agents.lexicon import words

_COMMON: dict[str, frozenset[str]] = {
    "German": words(
        """
        der die das ein eine einen einem einer und im von vom mit für über auf zum zur wie ich wir
        mir uns bitte mach mache erstelle erzeuge zeige dreh drei zwei vier fünf zehn nicht kein
        keine möchte mag liebe hasse serie folgen teilen videos
        """
    ),
    "Spanish": words(
        """
        el la los las un una unos unas de del en y con sobre para por que crea crear haz hazme
        quiero me gusta gustan odio tres dos cuatro cinco diez serie episodios vídeos mi
        """
    ),
    "French": words(
        """
        le la les un une des du de en et avec sur pour dans que je nous crée créez fais fais-moi
        veux voudrais aime déteste trois deux quatre cinq dix série épisodes vidéos mon ma au aux
        """
    ),
    "Italian": words(
        """
        il lo la gli le un una uno di del della in e con su per che crea fai fammi voglio mi piace
        odio tre due quattro cinque dieci serie episodi nel nella sul
        """
    ),
    "Portuguese": words(
        """
        o os um uma de do da dos em e com sobre para que cria crie faz faça quero gosto odeio três
        dois duas quatro cinco dez série episódios vídeos no na meu minha
        """
    ),
    "Dutch": words(
        """
        de het een en van met voor over op in maak ik wij mij ons drie twee vier vijf tien niet geen
        wil hou haat serie afleveringen
        """
    ),
}
_ENGLISH = words(
    """
    a an the of in on at and or with about to for from by is are as i my me it its that this make
    create generate produce video videos film films clip clips series over under no not into
    """
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def language_of(text: str) -> str:
    """Name the language when two words and a third of all are common in one, and few in English.

    Names and titles borrow words ("La Boca at night", "El Dorado"), so one such word says nothing.
    """
    said = [word.lower() for word in _WORD.findall(text)]
    english = sum(word in _ENGLISH for word in said)
    counts = {name: sum(word in common for word in said) for name, common in _COMMON.items()}
    best = max(counts, key=lambda name: counts[name])
    clear = counts[best] >= 2 and 3 * counts[best] >= len(said)
    return best if clear and counts[best] > 2 * english else ""

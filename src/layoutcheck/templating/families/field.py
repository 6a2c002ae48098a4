"""What newsrooms call the parts of a story, in the languages in which their content systems speak.

A sign that prose uses too (``[title]``, ``$fecha``, ``%autor%``) tells by such a name that it was a template's. Words
of any program are kept apart from these, and those that authors put between signs (photo, video, link) left out.
"""

from __future__ import annotations

_WORDS = """
headline subheadline headlines subhead title subtitle subheading heading hed dek kicker eyebrow overline strapline
standfirst lede lead
teaser summary excerpt abstract description caption credit byline dateline author authors reporter section rubric
category body
pubdate publishdate published
titel überschrift ueberschrift schlagzeile untertitel unterzeile dachzeile spitzmarke vorspann anreißer anreisser
teasertext autor autoren
verfasser rubrik ressort kategorie datum bildunterschrift bildunterzeile bildtext beschreibung zusammenfassung
titulo título titular subtitulo subtítulo antetitulo antetítulo bajada copete entradilla autora fecha seccion
sección categoria categoría
descripcion descripción resumen leyenda
titre soustitre chapo chapô surtitre auteur auteurs auteure rubrique légende legende résumé resume accroche
catégorie categorie
titolo sottotitolo occhiello catenaccio sommario autore sezione didascalia descrizione
chapeu chapéu chamada legenda seção secao resumo descrição descricao
kop koptekst intro bijschrift samenvatting
ingress författare forfatter skribent tittel overskrift underrubrik
tytuł tytul nagłówek naglowek podtytuł autorka kategoria opis
titulek nadpis perex podtitulek rubrika
заголовок подзаголовок автор авторы дата рубрика раздел анонс лид описание подпись
見出し タイトル 著者 記者 日付 本文 カテゴリ 标题 標題 副标题 作者 日期 栏目 摘要 正文 来源 제목 기자 날짜
başlık baslik yazar tarih özet τίτλος συντάκτης العنوان الكاتب التاريخ cím szerző otsikko kirjoittaja
"""
#: The names, in small letters.
FIELDS = frozenset(_WORDS.split())


def alternatives(*more: str) -> str:
    """The names, and more, as a group of a pattern, longer ones first."""
    return f"(?:{'|'.join(sorted(FIELDS.union(more), key=lambda name: (-len(name), name)))})"

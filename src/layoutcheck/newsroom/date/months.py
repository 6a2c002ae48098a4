"""The names of the months as the world's press writes them, in full and shortened."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from importlib import resources

#: Language -> twelve entries, each with its forms (nominative, genitive, abbreviations) set apart by ``/``.
#: After CLDR's wide and abbreviated forms, with the abbreviations that newspapers use beside them; CLDR's forms of
#: thirty languages more are in ``data/months.tsv``.
NAMES = {
    "en": "january/jan february/feb/febr march/mar april/apr may june/jun july/jul august/aug "
    "september/sept/sep october/oct november/nov december/dec",
    "de": "januar/janner/jan/jaen februar/feber/feb marz/maerz/mrz april/apr mai juni juli august/aug "
    "september/sept/sep oktober/okt november/nov dezember/dez",
    "fr": "janvier/janv/jan fevrier/fevr/fev mars avril/avr mai juin juillet/juil aout septembre/sept/sep octobre/oct "
    "novembre/nov decembre/dec",
    "es": "enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul agosto/ago "
    "septiembre/setiembre/sept/set/sep octubre/oct noviembre/nov diciembre/dic",
    "pt": "janeiro/jan fevereiro/fev marco/mar abril/abr maio/mai junho/jun julho/jul agosto/ago setembro/set "
    "outubro/out novembro/nov dezembro/dez",
    "it": "gennaio/gen febbraio/feb marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug agosto/ago "
    "settembre/sett/set ottobre/ott novembre/nov dicembre/dic",
    "ro": "ianuarie/ian februarie/feb martie/mar aprilie/apr mai iunie/iun iulie/iul august/aug "
    "septembrie/sept octombrie/oct noiembrie/noi/noie decembrie/dec",
    "ca": "gener/gen febrer/febr marc/mar abril/abr maig/mai juny/jun juliol/jul agost/ag setembre/set octubre/oct "
    "novembre/nov desembre/des",
    "nl": "januari/jan februari/feb maart/mrt april/apr mei juni/jun juli/jul augustus/aug september/sep "
    "oktober/okt november/nov december/dec",
    "sv": "januari/jan februari/feb mars/mar april/apr maj juni/jun juli/jul augusti/aug september/sep oktober/okt "
    "november/nov december/dec",
    "da": "januar/jan februar/feb marts/mar april/apr maj juni/jun juli/jul august/aug september/sep oktober/okt "
    "november/nov december/dec",
    "no": "januar/jan februar/feb mars/mar april/apr mai juni/jun juli/jul august/aug september/sep oktober/okt "
    "november/nov desember/des",
    "fi": "tammikuuta/tammikuu/tammi helmikuuta/helmikuu/helmi maaliskuuta/maaliskuu/maalis huhtikuuta/huhtikuu/huhti "
    "toukokuuta/toukokuu/touko kesakuuta/kesakuu/kesa heinakuuta/heinakuu/heina elokuuta/elokuu/elo "
    "syyskuuta/syyskuu/syys lokakuuta/lokakuu/loka marraskuuta/marraskuu/marras joulukuuta/joulukuu/joulu",
    "et": "jaanuar/jaan veebruar/veebr marts aprill/apr mai juuni juuli august/aug september/sept oktoober/okt "
    "november/nov detsember/dets",
    "lv": "janvaris/janv/janvara februaris/febr/februara marts/marta aprilis/aprila maijs/maija junijs/jun/junija "
    "julijs/jul/julija augusts/augusta septembris/sept/septembra oktobris/okt/oktobra "
    "novembris/nov/novembra decembris/dec/decembra",
    "lt": "sausio/sausis/saus vasario/vasaris/vas kovo/kovas balandzio/balandis/bal geguzes/geguze/geg "
    "birzelio/birzelis/birz liepos/liepa/liep rugpjucio/rugpjutis/rugp rugsejo/rugsejis/rugs "
    "spalio/spalis/spal lapkricio/lapkritis/lapkr gruodzio/gruodis/gruod",
    "pl": "stycznia/styczen/sty lutego/luty/lut marca/marzec/mar kwietnia/kwiecien/kwi maja/maj czerwca/czerwiec/cze "
    "lipca/lipiec/lip sierpnia/sierpien/sie wrzesnia/wrzesien/wrz pazdziernika/pazdziernik/paz "
    "listopada/listopad/lis grudnia/grudzien/gru",
    "cs": "ledna/leden/led unora/unor/uno brezna/brezen/bre dubna/duben/dub kvetna/kveten/kve cervna/cerven "
    "cervence/cervenec srpna/srpen/srp zari/zar rijna/rijen/rij listopadu prosince/prosinec/pro",
    "sk": "januara/januar/jan februara/februar/feb marca/marec/mar aprila/april/apr maja/maj juna/jun jula/jul "
    "augusta/august/aug septembra/september/sep oktobra/oktober/okt novembra/november/nov "
    "decembra/december/dec",
    "hu": "januar/jan februar/febr/feb marcius/marc april/apr/aprilis majus/maj junius/jun julius/jul "
    "augusztus/aug szeptember/szept oktober/okt november/nov december/dec",
    "sl": "januarja/januar/jan februarja/februar/feb marca/marec/mar aprila/april/apr maja/maj junija/junij "
    "julija/julij avgusta/avgust/avg septembra/september/sep oktobra/oktober/okt novembra/november/nov "
    "decembra/december/dec",
    "hr": "sijecnja/sijecanj/sij veljace/veljaca/velj ozujka/ozujak/ozu travnja/travanj/tra svibnja/svibanj/svi "
    "lipnja/lipanj srpnja/srpanj kolovoza/kolovoz/kol rujna/rujan/ruj - studenoga/studeni/studenog/stu "
    "prosinca/prosinac",
    "sr": "januar/januara februar/februara mart/marta april/aprila maj/maja jun/juna/juni jul/jula/juli "
    "avgust/avgusta septembar/septembra oktobar/oktobra novembar/novembra decembar/decembra",
    "tr": "ocak/oca subat/sub mart/mar nisan/nis mayis/may haziran/haz temmuz/tem agustos/agu eylul/eyl ekim/eki "
    "kasim/kas aralik/ara",
    "id": "januari/jan februari/feb/pebruari/peb maret/mar april/apr mei juni/jun juli/jul agustus/agu/agt "
    "september/sep oktober/okt november/nov/nopember/nop desember/des",
    "ms": "januari/jan februari/feb mac april/apr mei jun julai/jul ogos/ogo september/sep oktober/okt november/nov "
    "disember/dis",
    "sw": "januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba",
    "sq": "janar/jan shkurt/shk mars/mar prill/pri maj qershor/qer korrik/kor gusht/gus shtator/sht tetor/tet "
    "nentor/nen dhjetor/dhj",
    "ru": "января/январь/янв февраля/февраль/февр/фев марта/март/мар апреля/апрель/апр мая/май июня/июнь/июн "
    "июля/июль/июл августа/август/авг сентября/сентябрь/сент/сен октября/октябрь/окт "
    "ноября/ноябрь/нояб/ноя декабря/декабрь/дек",
    "uk": "січня/січень/січ лютого/лютий/лют березня/березень/бер квітня/квітень/квіт/кві травня/травень/трав/тра "
    "червня/червень/черв/чер липня/липень/лип серпня/серпень/серп/сер вересня/вересень/вер "
    "жовтня/жовтень/жовт/жов листопада/листопад/лист грудня/грудень/груд/гру",
    "bg": "януари/яну февруари/фев март/мар април/апр май юни юли август/авг септември/сеп/септ октомври/окт "
    "ноември/ное декември/дек",
    "be": "студзеня/студзень лютага/люты сакавіка/сакавік красавіка/красавік мая/май чэрвеня/чэрвень ліпеня/ліпень "
    "жніўня/жнівень верасня/верасень кастрычніка/кастрычнік лістапада/лістапад снежня/снежань",
    "mk": "јануари/јан февруари/фев март/мар април/апр мај јуни/јун јули/јул август/авг септември/септ октомври/окт "
    "ноември/ноем декември/дек",
    "sr-cyrl": "јануар/јануара фебруар/фебруара март/марта април/априла мај/маја јун/јуна јул/јула август/августа "
    "септембар/септембра октобар/октобра новембар/новембра децембар/децембра",
    "kk": "қаңтар/қаңтара ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    "el": "ιανουαριου/ιανουαριος/ιαν φεβρουαριου/φεβρουαριος/φεβ/φεβρ μαρτιου/μαρτιος/μαρ απριλιου/απριλιος/απρ "
    "μαιου/μαιος/μαι ιουνιου/ιουνιος/ιουν ιουλιου/ιουλιος/ιουλ αυγουστου/αυγουστος/αυγ "
    "σεπτεμβριου/σεπτεμβριος/σεπ/σεπτ οκτωβριου/οκτωβριος/οκτ νοεμβριου/νοεμβριος/νοε δεκεμβριου/δεκεμβριος/δεκ",
    "ar": "يناير/جانفي/جنفي فبراير/فيفري مارس أبريل/ابريل/إبريل/أفريل مايو/ماي يونيو/يونيه/جوان يوليو/يوليه/جويلية "
    "أغسطس/اغسطس/أوت سبتمبر/شتنبر أكتوبر/اكتوبر نوفمبر/نونبر ديسمبر/دجنبر",
    "ar-levant": "- شباط آذار/اذار نيسان أيار/ايار حزيران تموز آب/اب أيلول/ايلول - - -",
    "ur": "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
    "he": "ינואר/ינו פברואר/פבר מרץ/מרס אפריל/אפר מאי יוני/יונ יולי/יול אוגוסט/אוג ספטמבר/ספט אוקטובר/אוק נובמבר/נוב "
    "דצמבר/דצמ",
    "hi": "जनवरी/जन फरवरी/फर मार्च अप्रैल मई जून जुलाई अगस्त सितंबर/सितम्बर/सित अक्टूबर/अक्तूबर "
    "नवंबर/नवम्बर दिसंबर/दिसम्बर",
    "mr": "जानेवारी फेब्रुवारी मार्च एप्रिल मे जून जुलै ऑगस्ट सप्टेंबर ऑक्टोबर नोव्हेंबर डिसेंबर",
    "bn": "জানুয়ারি/জানুয়ারী ফেব্রুয়ারি/ফেব্রুয়ারী মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
    "ta": "ஜனவரி பிப்ரவரி மார்ச் ஏப்ரல் மே ஜூன் ஜூலை ஆகஸ்ட் செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர்",
    "te": "జనవరి ఫిబ్రవరి మార్చి ఏప్రిల్ మే జూన్ జులై ఆగస్టు సెప్టెంబర్ అక్టోబర్ నవంబర్ డిసెంబర్",
    "th": "มกราคม/ม.ค กุมภาพันธ์/ก.พ มีนาคม/มี.ค เมษายน/เม.ย พฤษภาคม/พ.ค มิถุนายน/มิ.ย กรกฎาคม/ก.ค สิงหาคม/ส.ค "
    "กันยายน/ก.ย ตุลาคม/ต.ค พฤศจิกายน/พ.ย ธันวาคม/ธ.ค",
}  # fmt: skip
#: What some words mean in Croatian: its October is Polish and Czech November.
OTHER_MEANING = {"listopada": 10, "listopad": 10, "lis": 10, "lip": 6, "srp": 7}
#: The names of two words, as the Levant and Iraq have them.
_PAIRS = {
    "كانون الثاني": 1, "تشرين الأول": 10, "تشرين الاول": 10, "تشرين الثاني": 11, "كانون الأول": 12, "كانون الاول": 12,
}  # fmt: skip


class _Table(dict[int, str]):
    """A table for ``str.translate`` that works a character out when it first meets it."""

    def __init__(self, work_out: Callable[[str], str]) -> None:
        self.work_out = work_out

    def __missing__(self, code: int) -> str:
        self[code] = found = self.work_out(chr(code))
        return found


def plain_letters(text: str) -> str:
    """``text`` case folded and without the accents of Latin, Greek and Cyrillic letters, one character for each."""
    return text.lower() if text.isascii() else text.translate(_PLAIN)


def plain_words(text: str) -> list[str]:
    """The runs of letters in ``text``, in plain letters."""
    return text.translate(_PLAIN_OR_SPACE).split()


def _plain(char: str) -> str:
    if char.isascii():
        return char.lower()
    base = unicodedata.normalize("NFD", char)[0] if char < "\u0600" or "\u1e00" <= char < "\u2000" else char
    lowered = _LETTERS.get(base, base.lower())
    return lowered[0]


_LETTERS = {"ł": "l", "Ł": "l", "ı": "i", "İ": "i", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ς": "σ"}
_PLAIN = _Table(_plain)
_PLAIN_OR_SPACE = _Table(lambda char: _plain(char) if char.isalpha() else " ")


def _table() -> dict[str, int]:
    found: dict[str, int] = {}
    for language, names in NAMES.items():
        for number, forms in enumerate(names.split(), 1):
            for form in forms.split("/"):
                found.setdefault(plain_letters(form), number)
                if language == "he":  # "on the 4th of March" is one word with the month
                    found.setdefault(f"ב{form}", number)
    found.update({plain_letters(name): number for name, number in _PAIRS.items()})
    del found["-"]
    rare = resources.files("layoutcheck.newsroom").joinpath("data/months.tsv").read_text(encoding="utf-8")
    for line in rare.splitlines():
        form, month, _ = line.split("\t")
        found.setdefault(form, int(month))
    return found


#: A month's name without accents -> its number.
MONTHS = _table()

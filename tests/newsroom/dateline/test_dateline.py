"""Datelines of the world's press, in words of our own, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutcheck.newsroom.dateline.dateline import recognise
from layoutcheck.newsroom.place.key import place_key
from layoutcheck.newsroom.place.place import PlaceNames

EN = "The harbour board met on Monday and decided to raise the wall by half a metre before autumn."
DE = "Der Hafenrat hat am Montag beschlossen, die Mauer vor dem Herbst um einen halben Meter zu erhöhen."
ES = "La junta del puerto decidió el lunes elevar el muro medio metro antes del otoño, según su portavoz."
RU = "Портовый совет решил в понедельник поднять стену на полметра до начала осенних штормов на побережье."
AR = "قرر مجلس الميناء يوم الاثنين رفع الجدار نصف متر قبل حلول الخريف، بحسب المتحدث باسمه."
HI = "बंदरगाह समिति ने सोमवार को दीवार को आधा मीटर ऊंचा करने का फैसला किया है।"
ZH = "港务局周一决定在秋季之前把防波堤加高半米，发言人对记者表示。"

# beginning, language, text behind it, place, source, date

FOUND = [
    # Read by what one press alone writes
    ("(Montréal) ", "fr", "Le conseil du port a décidé lundi de relever le mur avant l'automne.", "Montréal", "", ""),
    ("(Paris) ", "fr", "Le conseil du port a décidé lundi de relever le mur avant l'automne.", "Paris", "", ""),
    ("(Nairobi) – ", "en", EN, "Nairobi", "", ""),
    ("Bucureşti, 12 noi /Agerpres/ - ", "ro", "Consiliul portului a decis luni ridicarea zidului.", "Bucureşti", "Agerpres", "12 noi"),
    ("Варна, 12 ноември /БТА/ ", "bg", "Съветът на пристанището реши в понеделник.", "Варна", "БТА", "12 ноември"),
    ("دبي في 12 نوفمبر/ وام / ", "ar", AR, "دبي", "وام", "12 نوفمبر"),
    ("بيروت 12 تشرين الثاني (رويترز) - ", "ar", AR, "بيروت", "رويترز", "12 تشرين الثاني"),
    ("Bakı, 12 noyabr, AZƏRTAC - ", "az", "Liman şurası bazar ertəsi divarı qaldırmaq qərarına gəldi.", "Bakı", "AZƏRTAC", "12 noyabr"),
    ("ԵՐԵՎԱՆ, 12 ՆՈՅԵՄԲԵՐԻ, ԱՐՄԵՆՊՐԵՍ։ ", "hy", "Նավահանգստի խորհուրդը որոշեց բարձրացնել պատը մինչև աշուն։", "ԵՐԵՎԱՆ", "ԱՐՄԵՆՊՐԵՍ", "12 ՆՈՅԵՄԲԵՐԻ"),
    ("กรุงเทพฯ 4 มี.ค. - ", "th", "คณะกรรมการท่าเรือตัดสินใจเมื่อวันจันทร์ให้ยกกำแพงขึ้นครึ่งเมตรก่อนฤดูใบไม้ร่วง", "กรุงเทพฯ", "", "4 มี.ค"),
    ("OSLO, NORWAY / ACCESS Newswire / March 4, 2026 / ", "en", EN, "OSLO, NORWAY", "ACCESS Newswire", "March 4, 2026"),
    ("（ロンドン＝山田太郎）", "ja", "港湾局は月曜日に防波堤を半メートル高くすることを決めた。", "ロンドン", "山田太郎", ""),
    ("路透伦敦11月12日 - ", "zh", ZH, "伦敦", "路透", "11月12日"),
    # Agencies in English
    ("OSLO, Norway (AP) — ", "en", EN, "OSLO, Norway", "AP", ""),
    ("ST. CLOUD, Minn. (AP) — ", "en", EN, "ST. CLOUD, Minn.", "AP", ""),
    ("GREENSBORO, N.C. (AP) _ ", "en", EN, "GREENSBORO, N.C.", "AP", ""),
    ("LIMA, Peru        (AP) -- ", "en", EN, "LIMA, Peru", "AP", ""),
    ("NAIROBI (Reuters) - ", "en", EN, "NAIROBI", "Reuters", ""),
    ("MANILA, Feb 3 (Reuters) - ", "en", EN, "MANILA", "Reuters", "Feb 3"),
    ("WARSAW, Tuesday (Reuters) - ", "en", EN, "WARSAW", "Reuters", "Tuesday"),
    ("HELSINKI, Aug 29, 2014 (AFP) -", "en", " " + EN, "HELSINKI", "AFP", "Aug 29, 2014"),
    ("Bamako, Dec 2, 2017 (AFP) - ", "en", EN, "Bamako", "AFP", "Dec 2, 2017"),
    ("Rotterdam (dpa) - ", "en", EN, "Rotterdam", "dpa", ""),
    ("MINSK, January 21. /TASS/. ", "en", EN, "MINSK", "TASS", "January 21"),
    ("SHENZHEN, March 31 (Xinhua) -- ", "en", EN, "SHENZHEN", "Xinhua", "March 31"),
    ("NAGOYA, Japan, Dec. 9 Kyodo - ", "en", EN, "NAGOYA, Japan", "Kyodo", "Dec. 9"),
    ("SAPPORO (Kyodo) -- ", "en", EN, "SAPPORO", "Kyodo", ""),
    ("BUSAN, Aug. 20 (Yonhap) -- ", "en", EN, "BUSAN", "Yonhap", "Aug. 20"),
    ("Pyongyang, July 4 (KCNA) -- ", "en", EN, "Pyongyang", "KCNA", "July 4"),
    ("Pune, Sep 20 (PTI) ", "en", EN, "Pune", "PTI", "Sep 20"),
    ("Surat/Mumbai, Jan 22 (PTI) ", "en", EN, "Surat/Mumbai", "PTI", "Jan 22"),
    ("Lucknow (Uttar Pradesh) [India], July 26 (ANI): ", "en", EN, "Lucknow (Uttar Pradesh) [India]", "ANI", "July 26"),
    ("Jaipur (Rajasthan), July 26 (ANI): ", "en", EN, "Jaipur (Rajasthan)", "ANI", "July 26"),
    ("Kochi [India], July 6 (ANI/PNN): ", "en", EN, "Kochi [India]", "ANI/PNN", "July 6"),
    ("Bhopal, Nov 12 (IANS) ", "en", EN, "Bhopal", "IANS", "Nov 12"),
    ("KUCHING, Aug 6 (Bernama) -- ", "en", EN, "KUCHING", "Bernama", "Aug 6"),
    ("MELBOURNE, Jan 24 AAP - ", "en", EN, "MELBOURNE", "AAP", "Jan 24"),
    ("PERTH March 22 AAP - ", "en", EN, "PERTH", "AAP", "March 22"),
    ("BOISE, Idaho, Dec. 23 (UPI) — ", "en", EN, "BOISE, Idaho", "UPI", "Dec. 23"),
    ("Jan. 19 (UPI) -- ", "en", EN, "", "UPI", "Jan. 19"),
    ("ADDIS ABABA, Ethiopia (AA) – ", "en", EN, "ADDIS ABABA, Ethiopia", "AA", ""),
    ("TUNIS / ROME / ANKARA – ", "en", EN, "TUNIS / ROME / ANKARA", "", ""),
    ("MUSCAT, March 7 (ONA) -- ", "en", EN, "MUSCAT", "ONA", "March 7"),
    ("ABUJA, 4th March, 2021 (NAN) – ", "en", EN, "ABUJA", "NAN", "4th March, 2021"),
    ("DENVER (CNN) — ", "en", EN, "DENVER", "CNN", ""),
    ("(CNN) -- ", "en", EN, "", "CNN", ""),
    ("(Reuters) - ", "en", EN, "", "Reuters", ""),
    ("Berlin (CNN)", "en", EN, "Berlin", "CNN", ""),
    ("Atlanta CNN — ", "en", EN, "Atlanta", "CNN", ""),
    ("OTTAWA — ", "en", EN, "OTTAWA", "", ""),
    ("LINCOLN, Neb. — ", "en", EN, "LINCOLN, Neb.", "", ""),
    ("Tulsa, Okla. — ", "en", EN, "Tulsa, Okla.", "", ""),
    ("TULSA, OK (KJRH) – ", "en", EN, "TULSA, OK", "KJRH", ""),
    ("POLK COUNTY, Fla. (WFLA) — ", "en", EN, "POLK COUNTY, Fla.", "WFLA", ""),
    ("SPRINGFIELD, Ill. (Capitol News Illinois) – ", "en", EN, "SPRINGFIELD, Ill.", "Capitol News Illinois", ""),
    ("NEW YORK, May 5, 2021 /PRNewswire/ -- ", "en", EN, "NEW YORK", "PRNewswire", "May 5, 2021"),
    ("DUBLIN--(BUSINESS WIRE)--", "en", EN, "DUBLIN", "BUSINESS WIRE", ""),
    ("TORONTO, Feb. 04, 2022 (GLOBE NEWSWIRE) -- ", "en", EN, "TORONTO", "GLOBE NEWSWIRE", "Feb. 04, 2022"),
    ("HYDERABAD: ", "en", EN, "HYDERABAD", "", ""),
    ("Chandigarh: ", "en", EN, "Chandigarh", "", ""),
    ("KINGSTON, Jamaica — ", "en", EN, "KINGSTON, Jamaica", "", ""),
    ("LONDON, April 8 — ", "en", EN, "LONDON", "", "April 8"),
    ("MADRID--", "en", EN, "MADRID", "", ""),
    ("VIENNA—", "en", EN, "VIENNA", "", ""),
    ("MOBILE, Ala. — ", "en", EN, "MOBILE, Ala.", "", ""),
    ("READING, Pa. — ", "en", EN, "READING, Pa.", "", ""),
    ("UNITED NATIONS — ", "en", EN, "UNITED NATIONS", "", ""),
    ("ABOARD AIR FORCE ONE (AP) — ", "en", EN, "ABOARD AIR FORCE ONE", "AP", ""),
    ("DEIR AL-BALAH, Gaza Strip (AP) — ", "en", EN, "DEIR AL-BALAH, Gaza Strip", "AP", ""),
    # German
    ("Köln (dpa) - ", "de", DE, "Köln", "dpa", ""),
    ("Kiel/Hamburg (dpa/lno) – ", "de", DE, "Kiel/Hamburg", "dpa/lno", ""),
    ("Frankfurt/Main (dpa) - ", "de", DE, "Frankfurt/Main", "dpa", ""),
    ("Bonn (KNA). ", "de", DE, "Bonn", "KNA", ""),
    ("Graz (APA) – ", "de", DE, "Graz", "APA", ""),
    ("Leipzig (SID) - ", "de", DE, "Leipzig", "SID", ""),
    ("Zürich (awp) - ", "de", DE, "Zürich", "awp", ""),
    ("ROSTOCK taz | ", "de", DE, "ROSTOCK", "taz", ""),
    ("Minsk (Belarus) - ", "de", DE, "Minsk (Belarus)", "", ""),
    ("GÖTTINGEN. ", "de", DE, "GÖTTINGEN", "", ""),
    ("Göttingen. ", "de", DE, "Göttingen", "", ""),
    ("Mainz, 14. Dezember 2021 – ", "de", DE, "Mainz", "", "14. Dezember 2021"),
    ("Bern, 17.08.2007 - ", "de", DE, "Bern", "", "17.08.2007"),
    # Press releases
    ("ACCRA, Ghana, March 4, 2026/APO Group/ -- ", "en", EN, "ACCRA, Ghana", "APO Group", "March 4, 2026"),
    # Romance languages
    ("Lima (Perú), 25 may (EFE).- ", "es", ES, "Lima (Perú)", "EFE", "25 may"),
    ("Sevilla, 2 ene (EFE).- ", "es", ES, "Sevilla", "EFE", "2 ene"),
    ("Bogotá. (EFE).- ", "es", ES, "Bogotá", "EFE", ""),
    ("MADRID, 6 May. (EUROPA PRESS) - ", "es", ES, "MADRID", "EUROPA PRESS", "6 May"),
    ("BILBAO 27 Nov. (EUROPA PRESS) - ", "es", ES, "BILBAO", "EUROPA PRESS", "27 Nov"),
    ("La Habana, 27 nov (Prensa Latina) ", "es", ES, "La Habana", "Prensa Latina", "27 nov"),
    ("TEGUCIGALPA, HONDURAS.- ", "es", ES, "TEGUCIGALPA, HONDURAS", "", ""),
    ("Caracas.- ", "es", ES, "Caracas", "", ""),
    ("Santiago.- ", "es", ES, "Santiago", "", ""),
    ("Lyon, 21 jan 2019 (AFP) - ", "fr", "Le conseil du port a décidé lundi de relever le mur d'un demi-mètre avant l'automne.", "Lyon", "AFP", "21 jan 2019"),
    ("Genève (ats afp) ", "fr", "Le conseil du port a décidé lundi de relever le mur d'un demi-mètre avant l'automne.", "Genève", "ats afp", ""),
    ("RABAT, 10 août (Xinhua) -- ", "fr", "Le conseil du port a décidé lundi de relever le mur d'un demi-mètre.", "RABAT", "Xinhua", "10 août"),
    ("(ANSA) - TORINO, 16 MAG - ", "it", "Il consiglio del porto ha deciso lunedì di alzare il muro di mezzo metro.", "TORINO", "ANSA", "16 MAG"),
    ("(ANSA) - FASANO (BRINDISI), 6 LUG - ", "it", "Il consiglio del porto ha deciso lunedì di alzare il muro.", "FASANO (BRINDISI)", "ANSA", "6 LUG"),
    ("Milano, 2 mar. (Adnkronos) - ", "it", "Il consiglio del porto ha deciso lunedì di alzare il muro.", "Milano", "Adnkronos", "2 mar"),
    ("PALERMO (ITALPRESS) – ", "it", "Il consiglio del porto ha deciso lunedì di alzare il muro.", "PALERMO", "ITALPRESS", ""),
    ("LISBOA, 31 dez 2008 (AFP) - ", "pt", "O conselho do porto decidiu na segunda-feira elevar o muro em meio metro.", "LISBOA", "AFP", "31 dez 2008"),
    ("BRASÍLIA (Reuters) - ", "pt", "O conselho do porto decidiu na segunda-feira elevar o muro em meio metro.", "BRASÍLIA", "Reuters", ""),
    ("Porto, 05 mar (Lusa) – ", "pt", "O conselho do porto decidiu na segunda-feira elevar o muro.", "Porto", "Lusa", "05 mar"),
    ("CLUJ-NAPOCA, 5 mar /Agerpres/ - ", "ro", "Consiliul portului a decis luni să înalțe zidul cu o jumătate de metru.", "CLUJ-NAPOCA", "Agerpres", "5 mar"),
    # Others in Latin letters
    ("DEN HAAG (ANP) - ", "nl", "De havenraad besloot maandag de muur voor de herfst een halve meter te verhogen.", "DEN HAAG", "ANP", ""),
    ("Brno 14. července (ČTK) - ", "cs", "Přístavní rada v pondělí rozhodla zvýšit zeď o půl metru ještě před podzimem.", "Brno", "ČTK", "14. července"),
    ("İZMİR (DHA) - ", "tr", "Liman kurulu pazartesi günü duvarı sonbahardan önce yarım metre yükseltmeye karar verdi.", "İZMİR", "DHA", ""),
    ("Bandung (ANTARA) - ", "id", "Dewan pelabuhan pada hari Senin memutuskan menaikkan tembok setengah meter.", "Bandung", "ANTARA", ""),
    ("TEMPO.CO, Surabaya - ", "id", "Dewan pelabuhan pada hari Senin memutuskan menaikkan tembok setengah meter.", "Surabaya", "TEMPO.CO", ""),
    ("SEMARANG, KOMPAS.com - ", "id", "Dewan pelabuhan pada hari Senin memutuskan menaikkan tembok.", "SEMARANG", "KOMPAS.com", ""),
    ("Jakarta, CNN Indonesia -- ", "id", "Dewan pelabuhan pada hari Senin memutuskan menaikkan tembok.", "Jakarta", "CNN Indonesia", ""),
    ("Budapest, 2024. május 5., vasárnap (MTI) - ", "hu", "A kikötő tanácsa hétfőn úgy döntött, hogy fél méterrel megemeli a falat.", "Budapest", "MTI", "2024. május 5., vasárnap"),
    ("ZAGREB, 5. ožujka 2024. (Hina) - ", "hr", "Lučko vijeće u ponedjeljak je odlučilo podići zid za pola metra.", "ZAGREB", "Hina", "5. ožujka 2024"),
    # Cyrillic, Greek
    ("КАЗАНЬ, 22 января. /ТАСС/. ", "ru", RU, "КАЗАНЬ", "ТАСС", "22 января"),
    ("МОСКВА, 15 апр - РИА Новости. ", "ru", RU, "МОСКВА", "РИА Новости", "15 апр"),
    ("Москва. 22 ноября. INTERFAX.RU - ", "ru", RU, "Москва", "INTERFAX.RU", "22 ноября"),
    ("МИНСК, 5 апр — Sputnik. ", "ru", RU, "МИНСК", "Sputnik", "5 апр"),
    ("АЛМАТЫ. КАЗИНФОРМ – ", "ru", RU, "АЛМАТЫ", "КАЗИНФОРМ", ""),
    ("ОДЕССА. 3 декабря. УНН. ", "ru", RU, "ОДЕССА", "УНН", "3 декабря"),
    ("СОФИЯ /БТА/ - ", "bg", "Пристанищният съвет реши в понеделник да вдигне стената с половин метър.", "СОФИЯ", "БТА", ""),
    # Arabic, Persian
    ("بيروت (أ ف ب) - ", "ar", AR, "بيروت", "أ ف ب", ""),
    ("الرياض (واس) ", "ar", AR, "الرياض", "واس", ""),
    ("غزة - ", "ar", AR, "غزة", "", ""),
    ("بغداد، العراق (CNN) -- ", "ar", AR, "بغداد، العراق", "CNN", ""),
    ("تهران- ایرنا- ", "fa", "شورای بندر روز دوشنبه تصمیم گرفت دیوار را نیم متر بلندتر کند.", "تهران", "ایرنا", ""),
    # Indic
    ("लखनऊ, जेएनएन। ", "hi", HI, "लखनऊ", "जेएनएन", ""),
    ("जागरण संवाददाता, कानपुर। ", "hi", HI, "कानपुर", "जागरण संवाददाता", ""),
    ("नई दिल्ली, (भाषा)। ", "hi", HI, "नई दिल्ली", "भाषा", ""),
    ("नई दिल्ली: ", "hi", HI, "नई दिल्ली", "", ""),
    ("ঢাকা, ৫ মে (বাসস) - ", "bn", "বন্দর বোর্ড সোমবার শরতের আগে প্রাচীর আধা মিটার উঁচু করার সিদ্ধান্ত নিয়েছে।", "ঢাকা", "বাসস", "৫ মে"),
    # Chinese, Japanese, Korean
    ("新华社上海3月5日电 ", "zh", ZH, "上海", "新华社", "3月5日"),
    ("新华社北京3月5日电（记者王明）", "zh", ZH, "北京", "新华社", "3月5日"),
    ("中新网3月5日电 ", "zh", ZH, "", "中新网", "3月5日"),
    ("本报广州3月5日讯 ", "zh", ZH, "广州", "本报", "3月5日"),
    ("本报讯 ", "zh", ZH, "", "本报", ""),
    ("（中央社高雄5日電）", "zh", ZH, "高雄", "中央社", "5日"),
    ("（中央社記者王小明台中5日電）", "zh", ZH, "台中", "中央社記者王小明", "5日"),
    ("〔記者王小明／高雄報導〕", "zh", ZH, "高雄", "記者王小明", ""),
    ("【ロンドン＝山田太郎】", "ja", "港湾局は月曜日、秋までに防波堤を半メートル高くすることを決めた。", "ロンドン", "山田太郎", ""),
    ("【ワシントン共同】", "ja", "港湾局は月曜日、秋までに防波堤を半メートル高くすることを決めた。", "ワシントン", "共同", ""),
    ("［東京　５日　ロイター］ - ", "ja", "港湾局は月曜日、秋までに防波堤を半メートル高くすることを決めた。", "東京", "ロイター", "５日"),
    ("【3月5日 AFP】", "ja", "港湾局は月曜日、秋までに防波堤を半メートル高くすることを決めた。", "", "AFP", "3月5日"),
    ("(서울=연합뉴스) 홍길동 기자 = ", "ko", "항만 당국은 월요일 가을 전에 방파제를 반 미터 높이기로 결정했다.", "서울", "연합뉴스", ""),
    ("[대전=뉴시스] 홍길동 기자 = ", "ko", "항만 당국은 월요일 방파제를 높이기로 결정했다.", "대전", "뉴시스", ""),
    ("[이데일리 홍길동 기자] ", "ko", "항만 당국은 월요일 방파제를 높이기로 결정했다.", "", "이데일리 홍길동 기자", ""),
    # A date alone
    ("27.01.2022 - ", "de", DE, "", "", "27.01.2022"),
    ("April 17, 2015 -- ", "en", EN, "", "", "April 17, 2015"),
]  # fmt: skip

LOOK_ALIKES = [
    ("Never. ", "en", EN),
    ("Okay: ", "en", EN),
    ("Dabei – ", "de", DE),
    ("Nada. ", "es", ES),
    ("Milan - Inter 2-1: ", "en", EN),
    ("MILAN - INTER 2-1: ", "en", EN),
    ("Manchester - Liverpool: ", "en", EN),
    ("Nice - Lyon : ", "fr", "le match se jouera mardi à huis clos, a annoncé la ligue après les incidents."),
    ("Roma: ", "it", "la squadra ha annunciato martedì che non venderà il suo capitano prima di giugno."),
    ("Orlando - ", "en", "the novel by a great writer - will be shown on stage at the theatre next year, they say."),
    ("Moscow. London. Paris. ", "en", EN),
    ("Georgia (AP) ", "en", "classes are among the most popular at the school, its principal said on Monday."),
    ("Nov. 12 — ", "en", "a day that nobody here will forget — began like any other, with rain over the harbour."),
    ("(Updated) ", "en", EN),
    ("(사진=홍길동) ", "ko", "항만위원회는 월요일 가을 전까지 방벽을 반 미터 높이기로 결정했다고 대변인이 말했다."),
    ("（写真＝山田太郎）", "ja", "港湾局は月曜日に防波堤を半メートル高くすることを決めた。"),
    ("RELATED: ", "en", EN),
    ("READ MORE: ", "en", EN),
    ("UPDATED: ", "en", "Tue., Nov. 19, 2019, with what the harbour master told the meeting on Monday night"),
    ("DEAR AGONY AUNT: ", "en", EN),
    ("WARNING: ", "en", EN),
    ("WEEKLY ADDRESS: ", "en", EN),
    ("DER SPIEGEL: ", "de", "Herr Müller, wann wird die Mauer endlich erhöht, von der alle seit Jahren reden?"),
    ("SRF News: ", "de", "Mehrere Städte wollen ihre Hafenmauern erhöhen, warum gerade jetzt, Frau Keller?"),
    ("MIGRATION – ", "de", DE),
    ("SPORT – ", "de", DE),
    ("POLITIK. ", "de", DE),
    ("Kosten: ", "de", DE),
    ("BMVI - ", "de", "Änderung der Verordnung über die Höhe von Hafenmauern an Binnenwasserstraßen des Bundes"),
    ("ISBN: ", "en", "978-0-00-000000-2, a history of harbour walls in seven volumes with many pictures"),
    ("Prince -- ", "en", EN),
    ("Holland – ", "de", "Europas Wirtschaftsmotor stottert, sagen die Fachleute, die ihn am besten kennen."),
    ("VATIKAN: ", "de", DE),
    ("The European Union’s (EU) ", "en", EN),
    ("Jane Miller (50) ", "en", EN),
    ("Apple (AAPL) ", "en", EN),
    ("World Health Organization (WHO) ", "en", EN),
    ("Nice. ", "en", EN),
    ("Split. ", "en", EN),
    ("Reading: ", "en", EN),
    ("Charlotte – ", "en", EN),
    ("U.S. Attorney Jane Miller ", "en", EN),
    ("Why it matters: ", "en", EN),
    ("Q. ", "en", EN),
    ("London is calling, ", "en", EN),
    ("In London, ", "en", EN),
    ("Monday – ", "en", EN),
    ("5 March 2021: ", "en", EN),
    ("10:30 - ", "en", EN),
    ("$5,000 — ", "en", EN),
    ("Они – ", "ru", RU),
    ("Важно: ", "ru", RU),
    ("ВИДЕО. ", "ru", RU),
    ("आज - ", "hi", HI),
    ("通讯员说，", "zh", ZH),
    ("【速報】", "ja", "港湾局は月曜日、秋までに防波堤を半メートル高くすることを決めた。"),
    ("(사진) ", "ko", "항만 당국은 월요일 방파제를 높이기로 결정했다."),
    ("（原标题：港口）", "zh", ZH),
]  # fmt: skip


@pytest.mark.parametrize(("begin", "language", "story", "place", "source", "date"), FOUND, ids=[f[0] for f in FOUND])
def test_reads_place_source_and_date(begin: str, language: str, story: str, place: str, source: str, date: str) -> None:
    found = recognise(begin + story, language=language)
    assert found is not None
    assert (found.place, found.source, found.date) == (place, source, date)
    for name, (start, end) in found.spans.items():
        if name != "separator":
            assert (begin + story)[start:end] == getattr(found, name)
    assert (begin + story)[found.start : found.end].strip() == found.text


@pytest.mark.parametrize(("begin", "language", "story"), LOOK_ALIKES, ids=[a[0] for a in LOOK_ALIKES])
def test_is_not_taken_in_by_look_alikes(begin: str, language: str, story: str) -> None:
    assert recognise(begin + story, language=language) is None


def test_tells_the_region_and_each_place() -> None:
    found = recognise("KANSAS CITY, Mo. (AP) — " + EN)
    assert found is not None
    assert (found.places, found.region) == (("KANSAS CITY",), "Mo.")
    joint = recognise("Athens/Rome (dpa) - " + EN)
    assert joint is not None
    assert joint.places == ("Athens", "Rome")


def test_an_abbreviated_state_keeps_its_full_stop() -> None:
    found = recognise("COLUMBIA, S.C. — " + EN)
    assert found is not None
    assert (found.place, found.region, found.separator) == ("COLUMBIA, S.C.", "S.C.", "—")


def test_names_the_style() -> None:
    assert [recognise(t + EN).style for t in ("OSLO (AP) — ", "OSLO — ", "OSLO, May 5 — ", "HYDERABAD: ")] == [  # type: ignore[union-attr]
        "AP", "CITY —", "CITY, date —", "CITY:",
    ]  # fmt: skip


def test_sees_a_story_glued_to_its_dateline() -> None:
    glued, spaced = recognise("Berlin (CNN)" + EN), recognise("Berlin (CNN) " + EN)
    assert glued is not None and spaced is not None
    assert glued.glued and not spaced.glued
    dash = recognise("VIENNA—" + EN)
    assert dash is not None and not dash.glued


def test_reads_across_invisible_characters_and_odd_spaces() -> None:
    text = "OS\u00adLO,\u00a0Norway\u2009(AP)\u00a0— " + EN
    found = recognise(text)
    assert found is not None
    assert text[slice(*found.spans["place"])] == "OS\u00adLO,\u00a0Norway"
    assert found.source == "AP"


def test_believes_places_and_sources_that_the_user_names() -> None:
    text = "KLEINKLECKERSDORF – " + DE
    assert recognise(text, language="de") is None
    assert recognise(text, places=PlaceNames.of(["Kleinkleckersdorf"]), language="de") is not None
    stamp = "HAFENBLATT - " + DE
    assert recognise(stamp) is None
    assert recognise(stamp, sources=frozenset({place_key("Hafenblatt")})) is not None


@pytest.mark.parametrize(
    ("line", "place", "source"),
    [("HAVANA", "HAVANA", ""), ("ZUG, SWITZERLAND", "ZUG, SWITZERLAND", ""), ("Reuters, Oslo", "Oslo", "Reuters"),
     ("Ana Pérez | Madrid", "Madrid", ""), ("Reporting from Nairobi", "Nairobi", ""),
     ("Do UOL, em Recife", "Recife", "UOL"), ("Oslo - 5. mai 2021", "Oslo", "")],
)  # fmt: skip
def test_reads_a_line_of_its_own(line: str, place: str, source: str) -> None:
    found = recognise(line, own_line=True)
    assert found is not None
    assert (found.place, found.source) == (place, source)


@pytest.mark.parametrize(
    "line",
    [
        "LATEST NEWS",
        "By Nelson Miller",
        "Save",
        "SPORT",
        "Mark,",
        "Charlotte",
        "Boomer & Carton",
        "Location: Oslo",
        "2021",
        "",
    ],
)
def test_does_not_take_any_line_for_a_place(line: str) -> None:
    assert recognise(line, own_line=True) is None


@given(st.text(alphabet="AP oslo(),.-—/:[]=電日【】5é\u0301\u00ad\u200f|·", max_size=200))
def test_spans_lie_in_the_text_whatever_it_is(text: str) -> None:
    for own_line in (False, True):
        found = recognise(text, own_line=own_line)
        if found is not None:
            assert 0 <= found.start <= found.end <= len(text)
            for start, end in found.spans.values():
                assert found.start <= start < end <= len(text)


def test_is_quick_on_hostile_text() -> None:
    for text in ("(" * 5000, "A/" * 5000, "OSLO, " * 5000, "1." * 5000, "A - " * 5000, "【" * 500, "記者" * 500):
        recognise(text)

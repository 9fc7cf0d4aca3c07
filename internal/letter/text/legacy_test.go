package text

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"
)

// legacyTexts are short lists of invented names with a word or two around them, as they stand in files of before UTF-8, and the character
// sets that each was written in.
var legacyTexts = []struct{ sets, text string }{
	{"windows-1254 iso-8859-9", "İMZA VERENLER\n\nGümüşsuyu Kadın Dayanışma Derneği\nAğaçlı Köyü Güzelleştirme Derneği\nIşık Çocuk Vakfı\nŞehir Plancıları Birliği\n"},
	{"windows-1254", "Yeşil Vadi Platformu\nÖğrenci Kolektifi\nKıyı Balıkçıları Kooperatifi\n"},
	{"windows-1250 iso-8859-2", "Podpisani:\n\nTowarzystwo Przyjaciół Łąk\nStowarzyszenie Źródło Życia\nFundacja Wspólna Ścieżka\nZwiązek Młodzieży Świętej Góry\n"},
	{"windows-1250 iso-8859-2", "Podepsáni:\n\nSdružení Čistá řeka\nSpolek přátel Žlutého kopce\nNadace Šťastné dítě\nÚčastníci průvodu\n"},
	{"windows-1250 iso-8859-2", "Aláírók:\n\nKékes Erdő Egyesület\nŐrzők Társasága\nTűzoltók Szövetsége\nGyűjtők és Művelők Köre\n"},
	{"windows-1250", "Podpisnici:\n\nUdruga Čista obala\nŽenska mreža Šibenska luka\nĐački savez\nHrvatsko društvo Košnica\n"},
	{"windows-1250 iso-8859-2", "Semnatari:\n\nAsociaţia Pădurea Verde\nFundaţia Ştiinţă şi Viaţă\nReţeaua Mării\n"},
	{"windows-1251 koi8-r iso-8859-5 ibm866", "Подписали:\n\nОбщество защиты реки\nСоюз художников Приозёрья\nФонд Чистый берег\nДвижение за свободный лес\n"},
	{"windows-1251 koi8-u", "Підписали:\n\nТовариство захисту річки\nСпілка художників Приозер'я\nФонд Чистий берег\nРух за вільний ліс, Київ\n"},
	{"windows-1251", "Подписали:\n\nСдружение Чиста вода\nФондация Зелена гора\nСъюз на рибарите\nМрежа за свобода\n"},
	{"windows-1253 iso-8859-7", "Υπογράφουν:\n\nΣύλλογος Φίλων της Λίμνης\nΈνωση Ψαράδων Αιγιαλού\nΔίκτυο για το Δάσος\nΟμάδα Ανοιχτή Πόλη\n"},
	{"windows-1255", "חתומים:\n\nעמותת שומרי הנחל\nארגון הדייגים של הגליל\nרשת הנשים לשלום\n"},
	{"windows-1256 iso-8859-6", "الموقعون:\n\nجمعية أصدقاء البحيرة\nاتحاد صيادي الأسماك\nشبكة النساء من أجل السلام\n"},
	{"big5", "聯署團體：\n\n清水溪守護聯盟\n東岸漁民協會\n婦女權益促進會\n綠色山林基金會\n"},
	{"gb18030 gbk", "联署团体：\n\n清水溪守护联盟\n东岸渔民协会\n妇女权益促进会\n绿色山林基金会\n"},
	{"shift_jis euc-jp iso-2022-jp", "賛同団体\n\n清流を守る会\n東海岸漁民の会\n女性の権利ネットワーク\nみどりの森基金\n"},
	{"euc-kr", "연명 단체\n\n맑은강 지킴이\n동해안 어민회\n여성인권 네트워크\n푸른숲 재단\n"},
	{"windows-1252 iso-8859-1", "Unterzeichner:\n\nVerein für saubere Flüsse\nBürgerinitiative Großer Wald\nÄrzte für den Frieden\nGrünes Netz Österreich\n"},
	{"windows-1252 iso-8859-1", "Signataires :\n\nAssociation des pêcheurs de la Côte\nFédération des écoles\nLes amis du château\nRéseau forêt\n"},
	{"windows-1252 iso-8859-1", "Assinam:\n\nAssociação dos Pescadores da Praia\nUnião das Mulheres\nFundação São João\nMovimento Águas Limpas\n"},
	{"windows-1252 iso-8859-1", "Undertecknare:\n\nFöreningen Rena Åar\nSällskapet Björkön\nNätverket för skogen\n"},
	{"windows-1257 iso-8859-13", "Parakstītāji:\n\nBiedrība Tīrā upe\nŪdens draugu tīkls\nĶekavas zvejnieku savienība\n"},
	{"iso-8859-15", "Coût : 100 €\nLes Œuvres de la forêt\nAssociation des pêcheurs\n"},
	{"gb18030", "签署：绿色山林\n"},
	{"windows-1251", "ПІДПИСАЛИ\nСОЮЗ РЫБАКОВ\n"},
	{"windows-1252", "Les amis de la forêt\n"},
	{"windows-1252", "“Verein Südufer” – Grüne Gärten\n"},
	{"windows-874", "ผู้ลงนาม\n\nสมาคมรักษ์แม่น้ำ\nเครือข่ายชาวประมง\n"},
}

func TestLegacy(t *testing.T) {
	for _, c := range legacyTexts {
		for set := range strings.FieldsSeq(c.sets) {
			e, err := htmlindex.Get(set)
			if err != nil {
				t.Fatal(err)
			}
			data, err := e.NewEncoder().Bytes([]byte(c.text))
			if err != nil {
				t.Errorf("%s %.20q: %v", set, c.text, err)
				continue
			}
			if utf8.Valid(data) && set != "iso-2022-jp" {
				t.Errorf("%s is UTF-8: %q", set, c.text)
			}
			if got, _ := Decode("x.txt", data); got != c.text {
				_, name, _ := foreignSet(data, "")
				t.Errorf("%s: read as %s: %.60q", set, name, got)
			}
		}
	}
}

// FuzzDecode asks of any bytes that what they are read as is UTF-8 with one kind of line end, and no longer than a few characters a byte.
func FuzzDecode(f *testing.F) {
	for _, c := range legacyTexts {
		for set := range strings.FieldsSeq(c.sets) {
			if e, err := htmlindex.Get(set); err == nil {
				if data, err := e.NewEncoder().Bytes([]byte(c.text)); err == nil {
					f.Add(data)
				}
			}
		}
	}
	f.Add([]byte("\x1b$B"))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, _ := Decode("x.txt", data)
		if !utf8.ValidString(s) || strings.Contains(s, "\r") || len(s) > 8+4*len(data) {
			t.Errorf("%q is read as %q", data, s)
		}
	})
}

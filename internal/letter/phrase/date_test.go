package phrase

import (
	"testing"
)

// TestDatesOfLanguages writes one day in the ways of our languages.
func TestDatesOfLanguages(t *testing.T) {
	for _, c := range []struct{ text, language, want string }{
		{"May 6, 2021", "en", "2021-05-06"},
		{"(2021, May 6)", "en", ""},
		{"6 Mayıs 2021 Perşembe", "tr", "2021-05-06"},
		{"6 KASIM 2021", "tr", "2021-11-06"},
		{"Warszawa, 6 maja 2021 r.", "pl", "2021-05-06"},
		{"6 sie 2021", "pl", "2021-08-06"},
		{"V Praze dne 6. května 2021", "cs", "2021-05-06"},
		{"6. toukokuuta 2021", "fi", "2021-05-06"},
		{"Αθήνα, 6 Μαΐου 2021", "el", "2021-05-06"},
		{"6 ΜΑΪΟΥ 2021", "el", "2021-05-06"},
		{"6 mai 2021", "ro", "2021-05-06"},
		{"Budapest, 2021. május 6.", "hu", "2021-05-06"},
		{"den 6 maj 2021", "sv", "2021-05-06"},
		{"6. desember 2021", "no", "2021-12-06"},
		{"6 d’agost de 2021", "ca", "2021-08-06"},
		{"1º de março de 2021", "pt", "2021-03-01"},
		{"6 sie 2021", "en", ""},
		{"Thursday, 6th May 2021", "en", "2021-05-06"},
		{"the 6th day of May, 2021", "en", "2021-05-06"},
		{"May 6th 2021 at noon", "en", "2021-05-06"},
		{"Sept. 6, 2021", "en", "2021-09-06"},
		{"May 5-6, 2021", "en", "2021-05-05"},
		{"Berlin, den 6. Mai 2021", "de", "2021-05-06"},
		{"5.–6. März 2021", "de", "2021-03-05"},
		{"Wien, 6. Jänner 2021", "de", "2021-01-06"},
		{"le 1er mai 2021", "fr", "2021-05-01"},
		{"Bruxelles, le 6 août 2021", "fr", "2021-08-06"},
		{"6 décembre 2021", "fr", "2021-12-06"},
		{"a 6 de mayo de 2021", "es", "2021-05-06"},
		{"6 de setiembre del 2021", "es", "2021-09-06"},
		{"1º de março de 2021", "pt", "2021-03-01"},
		{"6 de maio de 2021", "pt", "2021-05-06"},
		{"Roma, 6 maggio 2021", "it", "2021-05-06"},
		{"1° giugno 2021", "it", "2021-06-01"},
		{"6 lug 2021", "it", "2021-07-06"},
		{"Amsterdam, 6 mei 2021", "nl", "2021-05-06"},
		{"6 maart 2021", "nl", "2021-03-06"},
		{"Warszawa, dnia 6 maja 2021 r.", "pl", "2021-05-06"},
		{"październik 2021", "pl", "2021-10"},
		{"den 6 maj 2021", "sv", "2021-05-06"},
		{"København, den 6. oktober 2021", "da", "2021-10-06"},
		{"Oslo, 6. desember 2021", "no", "2021-12-06"},
		{"Helsingissä 6. toukokuuta 2021", "fi", "2021-05-06"},
		{"toukokuussa 2021", "fi", "2021-05"},
		{"V Praze dne 6. května 2021", "cs", "2021-05-06"},
		{"září 2021", "cs", "2021-09"},
		{"6 d’abril de 2021", "ca", "2021-04-06"},
		{"2021年5月6日", "zh", "2021-05-06"},
		{"二〇二一年五月六日", "zh", "2021-05-06"},
		{"二零二一年十二月三十一日", "zh", "2021-12-31"},
		{"中華民國110年5月6日", "zh", "2021-05-06"},
		{"令和３年５月６日", "ja", "2021-05-06"},
		{"令和元年5月", "ja", "2019-05"},
		{"2021년 5월 6일", "ko", "2021-05-06"},
		{"2021. 5. 6.", "ko", "2021-05-06"},
		{"٦ مايو ٢٠٢١", "ar", "2021-05-06"},
		{"6 تشرين الأول 2021", "ar", "2021-10-06"},
		{"6 мая 2021 г.", "ru", "2021-05-06"},
		{"6 травня 2021 року", "uk", "2021-05-06"},
		{"第三年九月", "zh", ""},
		{"2021年", "zh", ""},
		{"06.05.2021", "de", "2021-05-06"},
		{"6. 5. 2021", "cs", "2021-05-06"},
		{"06.05.21", "de", ""},
		{"11.11.11", "nl", ""},
		{"2021/05/06", "en", "2021-05-06"},
		{"2021-05-06T12:00:00Z", "en", "2021-05-06"},
		{"5/6/2021", "en", "2021-05-06"},
		{"25/6/2021", "en", "2021-06-25"},
		{"6/5/2021", "fr", "2021-05-06"},
		{"May 2021", "en", "2021-05"},
		{"February 29, 2021", "en", ""},
		{"version 1.2.3", "en", ""},
		{"192.168.10.21", "en", ""},
		{"we carry it out 2021 times", "en", ""},
		{"you may 2 of them", "en", ""},
		{"31.4.2021", "de", ""},
	} {
		got := ""
		if fs := FindDates(c.text, c.language); len(fs) > 0 {
			got = fs[0].Date.String()
		}
		if got != c.want {
			t.Errorf("%q (%s) is read as %q, want %q", c.text, c.language, got, c.want)
		}
	}
}

func TestFindDates(t *testing.T) {
	for _, c := range []struct{ text, language, want string }{
		{"For immediate release: September 30, 2020", "en", "2020-09-30"},
		{"3rd of May 2021", "en", "2021-05-03"},
		{"Sept. 4, 2019", "en", "2019-09-04"},
		{"May 5-6, 2021", "en", "2021-05-05"},
		{"June 2018", "en", "2018-06"},
		{"12/31/2019", "en", "2019-12-31"},
		{"31/12/2019", "en", "2019-12-31"},
		{"2021-05-06T10:00", "en", "2021-05-06"},
		{"Berlin, den 12. März 2020", "de", "2020-03-12"},
		{"1. Jänner 2015", "de", "2015-01-01"},
		{"6.5.2021", "de", "2021-05-06"},
		{"le 1er août 2017", "fr", "2017-08-01"},
		{"03/04/2016", "fr", "2016-04-03"},
		{"22 de octubre de 2021", "es", "2021-10-22"},
		{"5 de março de 2018", "pt", "2018-03-05"},
		{"7 luglio 2014", "it", "2014-07-07"},
		{"8 maart 2013", "nl", "2013-03-08"},
		{"9 oktober 2012", "sv", "2012-10-09"},
		{"10. desember 2011", "no", "2011-12-10"},
		{"11. marts 2010", "da", "2010-03-11"},
		{"12 sierpnia 2009", "pl", "2009-08-12"},
		{"13. kesäkuuta 2008", "fi", "2008-06-13"},
		{"14. září 2007", "cs", "2007-09-14"},
		{"February 30, 2020", "en", ""},
		{"the 2020 election in 40 states", "en", ""},
		{"may we ask in 2021", "en", ""},
	} {
		got := ""
		if f := FindDates(c.text, c.language); len(f) > 0 {
			got = f[0].Date.String()
		}
		if got != c.want {
			t.Errorf("findDates(%q, %s) is %q, want %q", c.text, c.language, got, c.want)
		}
	}
}

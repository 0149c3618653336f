package language

import "testing"

// A sentence or two are known to be German, English or Russian, and never taken for one
// of these where they are of a neighbour, or of several.
func TestShortTextsHaveALanguage(t *testing.T) {
	for body, want := range map[string]string{
		"Die Regierung hat am Montag neue Häuser für Geflüchtete angekündigt.": "de",
		"Der Präsident besuchte die zerstörten Städte im Osten des Landes.":    "de",
		"Merkel und die Flüchtlinge":                                           "de",
		"Das Parlament und der Rat stimmen morgen ab.":                         "de",
		"Правительство объявило о новых мерах поддержки городов.":              "ru",
		"Президент посетил разрушенные города на востоке. Он обещал помощь.":   "ru",
		"Он сказал, что город не сдаётся.":                                     "ru",
		"Путин и Moïse": "",
		"Das Parlament": "",
		"Уряд оголосив про нові заходи підтримки міст.":                                             "",
		"Урад абвясціў новыя меры падтрымкі гарадоў.":                                               "",
		"Прэзідэнт быў на вуліцы.":                                                                  "",
		"Президент на вуліці.":                                                                      "",
		"Правителството обяви нови мерки за подкрепа на градовете.":                                 "",
		"Влада је најавила нове мере подршке градовима.":                                            "",
		"Владата објави нови мерки за поддршка на градовите.":                                       "",
		"Қазақстан президенті жаңа қалаларды ашты.":                                                 "",
		"Кыргызстандын президенти шаарга барды.":                                                    "",
		"De regering heeft maandag nieuwe huizen voor vluchtelingen aangekondigd.":                  "",
		"Die is er noch niet, zei de minister van Financiën.":                                       "",
		"Die Regering het Maandag nuwe huise vir vlugtelinge aangekondig.":                          "",
		"Regeringen annoncerede mandag nye huse til flygtninge.":                                    "",
		"Den svenska regeringen är för en ny lag, sade ministern.":                                  "",
		"D'Regierung huet e Méindeg den neien Haiser fir d'Flüchtlingen zougestëmmt, och am Osten.": "",
		"The government announced new houses for refugees on Monday.":                               "en",
		"The giraffes were seen by the river at noon.":                                              "en",
		"He said “Die Zeit ist um” and left the room, and the others followed him.":                 "en",
		"Bridges of Paris":                      "",
		"Wee sleekit, cowrin, tim'rous beastie": "",
		"The word Правительство о ещё is Russian, said the minister in the debate.": "",
		"Le gouvernement a annoncé lundi de nouvelles maisons pour les réfugiés.":   "",
		"A kormány hétfőn új házakat jelentett be a menekülteknek.":                 "",
		"": "",
	} {
		if got := Of(body); got != want {
			t.Errorf("%q is in %q, not %q", body, got, want)
		}
	}
}

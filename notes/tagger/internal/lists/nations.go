package lists

import "strings"

// nations are the countries and some lands that are spoken of like them, each
// with the words for what or who comes from there. Behind ";" stand other names
// of the country. Several words are parted by commas.
const nations = `
Afghanistan|Afghan,Afghani
Albania|Albanian
Algeria|Algerian
Andorra|Andorran
Angola|Angolan
Antigua and Barbuda|Antiguan,Barbudan;Antigua
Argentina|Argentine,Argentinian
Armenia|Armenian
Australia|Australian,Aussie
Austria|Austrian
Azerbaijan|Azerbaijani,Azeri
Bahamas|Bahamian;The Bahamas
Bahrain|Bahraini
Bangladesh|Bangladeshi
Barbados|Barbadian,Bajan
Belarus|Belarusian,Belarussian
Belgium|Belgian
Belize|Belizean
Benin|Beninese
Bermuda|Bermudian
Bhutan|Bhutanese
Bolivia|Bolivian
Bosnia and Herzegovina|Bosnian,Herzegovinian;Bosnia
Botswana|Botswanan,Motswana
Brazil|Brazilian
Brunei|Bruneian
Bulgaria|Bulgarian
Burkina Faso|Burkinabe,Burkinabé
Burundi|Burundian
Cambodia|Cambodian,Khmer
Cameroon|Cameroonian
Canada|Canadian
Cape Verde|Cape Verdean;Cabo Verde
Central African Republic|Central African
Chad|Chadian
Chile|Chilean
China|Chinese;People's Republic of China,PRC
Colombia|Colombian
Comoros|Comorian
Republic of the Congo|Congolese;Congo,Congo-Brazzaville
Costa Rica|Costa Rican
Croatia|Croatian,Croat
Cuba|Cuban
Cyprus|Cypriot
Czech Republic|Czech;Czechia
Democratic Republic of the Congo|;DR Congo,DRC,Zaire
Denmark|Danish,Dane
Djibouti|Djiboutian
Dominica|
Dominican Republic|Dominican
East Timor|Timorese,East Timorese;Timor-Leste
Ecuador|Ecuadorian,Ecuadorean
Egypt|Egyptian
El Salvador|Salvadoran,Salvadorian
England|English
Equatorial Guinea|Equatorial Guinean,Equatoguinean
Eritrea|Eritrean
Estonia|Estonian
Eswatini|Swazi;Swaziland
Ethiopia|Ethiopian
Fiji|Fijian
Finland|Finnish,Finn
France|French,Frenchman,Frenchwoman
Gabon|Gabonese
Gambia|Gambian;The Gambia
Georgia|Georgian
Germany|German
Ghana|Ghanaian
Greece|Greek
Greenland|Greenlandic
Grenada|Grenadian
Guatemala|Guatemalan
Guinea|Guinean
Guinea-Bissau|Bissau-Guinean
Guyana|Guyanese
Haiti|Haitian
Honduras|Honduran
Hong Kong|Hongkonger
Hungary|Hungarian
Iceland|Icelandic,Icelander
India|Indian
Indonesia|Indonesian
Iran|Iranian,Persian;Persia
Iraq|Iraqi
Ireland|Irish,Irishman
Israel|Israeli
Italy|Italian
Ivory Coast|Ivorian;Cote d'Ivoire,Côte d'Ivoire
Jamaica|Jamaican
Japan|Japanese
Jordan|Jordanian
Kazakhstan|Kazakh,Kazakhstani
Kenya|Kenyan
Kiribati|I-Kiribati
Kosovo|Kosovar,Kosovan
Kuwait|Kuwaiti
Kyrgyzstan|Kyrgyz,Kyrgyzstani
Laos|Lao,Laotian
Latvia|Latvian
Lebanon|Lebanese
Lesotho|Basotho
Liberia|Liberian
Libya|Libyan
Liechtenstein|Liechtensteiner
Lithuania|Lithuanian
Luxembourg|Luxembourger,Luxembourgish
Madagascar|Malagasy
Malawi|Malawian
Malaysia|Malaysian,Malay
Maldives|Maldivian
Mali|Malian
Malta|Maltese
Marshall Islands|Marshallese
Mauritania|Mauritanian
Mauritius|Mauritian
Mexico|Mexican
Micronesia|Micronesian
Moldova|Moldovan
Monaco|Monegasque,Monégasque
Mongolia|Mongolian,Mongol
Montenegro|Montenegrin
Morocco|Moroccan
Mozambique|Mozambican
Myanmar|Burmese;Burma
Namibia|Namibian
Nauru|Nauruan
Nepal|Nepalese,Nepali
Netherlands|Dutch,Dutchman;The Netherlands,Holland
New Zealand|New Zealander,Kiwi
Nicaragua|Nicaraguan
Niger|Nigerien
Nigeria|Nigerian
North Korea|North Korean
North Macedonia|Macedonian;Macedonia
Northern Ireland|Northern Irish
Norway|Norwegian
Oman|Omani
Pakistan|Pakistani
Palau|Palauan
Palestine|Palestinian
Panama|Panamanian
Papua New Guinea|Papua New Guinean
Paraguay|Paraguayan
Peru|Peruvian
Philippines|Philippine,Filipino,Filipina;The Philippines
Poland|Polish,Pole
Portugal|Portuguese
Puerto Rico|Puerto Rican
Qatar|Qatari
Romania|Romanian
Russia|Russian;Russian Federation
Rwanda|Rwandan
Saint Kitts and Nevis|Kittitian,Nevisian;St Kitts and Nevis,St. Kitts
Saint Lucia|Saint Lucian,St Lucian,St. Lucian;St Lucia,St. Lucia
Saint Vincent and the Grenadines|Vincentian;St Vincent,St. Vincent
Samoa|Samoan
San Marino|Sammarinese
São Tomé and Príncipe|São Toméan;Sao Tome and Principe
Saudi Arabia|Saudi,Saudi Arabian
Scotland|Scottish,Scot,Scotsman
Senegal|Senegalese
Serbia|Serbian,Serb
Seychelles|Seychellois
Sierra Leone|Sierra Leonean
Singapore|Singaporean
Slovakia|Slovak,Slovakian
Slovenia|Slovenian,Slovene
Solomon Islands|Solomon Islander
Somalia|Somali,Somalian
South Africa|South African
South Korea|South Korean
South Sudan|South Sudanese
Soviet Union|Soviet;USSR,U.S.S.R.
Spain|Spanish,Spaniard
Sri Lanka|Sri Lankan;Ceylon
Sudan|Sudanese
Suriname|Surinamese
Sweden|Swedish,Swede
Switzerland|Swiss
Syria|Syrian
Taiwan|Taiwanese
Tajikistan|Tajik,Tajikistani
Tanzania|Tanzanian
Thailand|Thai
Tibet|Tibetan
Togo|Togolese
Tonga|Tongan
Trinidad and Tobago|Trinidadian,Tobagonian;Trinidad,Tobago
Tunisia|Tunisian
Turkey|Turkish,Turk;Türkiye
Turkmenistan|Turkmen
Tuvalu|Tuvaluan
Uganda|Ugandan
Ukraine|Ukrainian
United Arab Emirates|Emirati;UAE,U.A.E.
United Kingdom|British,Briton;UK,U.K.,Britain,Great Britain
United States|American;US,U.S.,USA,U.S.A.,United States of America,America
Uruguay|Uruguayan
Uzbekistan|Uzbek,Uzbekistani
Vanuatu|Ni-Vanuatu
Vatican City|;Vatican,Holy See
Venezuela|Venezuelan
Vietnam|Vietnamese
Wales|Welsh,Welshman
Yemen|Yemeni
Yugoslavia|Yugoslav,Yugoslavian
Zambia|Zambian
Zimbabwe|Zimbabwean;Rhodesia
`

// peoples are adjectives like those of nations that belong to no one country.
const peoples = `African Asian European Arab Caribbean Scandinavian Nordic Baltic Balkan Jewish Christian Catholic
	Muslim Islamic Buddhist Hindu Protestant Orthodox Anglican Lutheran Methodist Baptist Sunni Shia Shiite Sikh
	Kurdish Kurd Tamil Bengali Punjabi Catalan Basque Flemish Walloon Chechen Hispanic Latino Latin Roman Ottoman
	Byzantine Prussian Bavarian Victorian Texan Californian Hawaiian Alaskan Sicilian Parisian Londoner Nazi
	Communist Socialist Democrat Republican Slavic Celtic Germanic Norse Viking Hebrew Mandarin Cantonese Arabic
	Hindi Urdu Swahili Zulu Xhosa Yoruba Igbo Hausa Kikuyu Luo Eurasian Mediterranean Zionist Marxist`

// country maps a country's names and its adjectives, as written, to its name.
var country, adjective = readNations()

func readNations() (map[string]string, map[string]string) {
	names, adjectives := map[string]string{}, map[string]string{}
	for _, line := range strings.Split(strings.TrimSpace(nations), "\n") {
		name, rest, _ := strings.Cut(line, "|")
		words, others, _ := strings.Cut(rest, ";")
		names[name] = name
		for _, other := range strings.Split(others, ",") {
			if other != "" {
				names[other] = name
			}
		}
		for _, word := range strings.Split(words, ",") {
			if word != "" {
				adjectives[word] = name
			}
		}
	}
	return names, adjectives
}

// CountryNamed returns a country by one of its names, as written, or "".
func CountryNamed(name string) string { return country[name] }

// CountryOf returns the country that an adjective or the name of its people
// belongs to ("Canada" for "Canadian"), or "".
func CountryOf(word string) string { return adjective[word] }

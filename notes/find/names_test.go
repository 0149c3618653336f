package find_test

import (
	"math/rand/v2"
	"strings"
)

// Given names and surnames as they are written in several countries, for names
// that look like those of an archive.
var (
	given = strings.Fields(`Alfred Amina Ana Andrés Anna Antoine Aisha Beatriz Benoît Carla Carlos Cécile Chidi Chloé Daniel Danuta
		David Diego Dmitri Eduardo Efua Elena Elif Emeka Émile Esther Fatima Félix Fiona François Gabriela George Giulia Grace Günter
		Hana Hélène Hassan Henrique Ibrahim Ingrid Irina Ivan Jacqueline Jakub James Jean-Claude Jean-Pierre João John José Jovenel
		Joyce Juan Julia Kamala Karim Katarzyna Khadija Kofi Kwame Laila Lars Laura Léa Leonor Louis Lucía Luís Małgorzata Manuel
		Maria María Marie-Claire Martin Mary Matteo Mélanie Mehmet Michael Miguel Mohammed Monique Moses Muhammad Nadia Natalia
		Ngozi Nguyễn Nicolas Nikolai Noor Olga Oluwaseun Omar Pádraig Patrice Paul Pedro Peter Philippe Phoebe Priya Quentin Rachel
		Rafael Rajesh Ranjit Ricardo Robert Rosa Ruth Samuel Sara Sean Sébastien Sergei Siobhán Sofia Søren Stéphane Susan Svetlana
		Tadeusz Tatiana Thérèse Thomas Tomás Uhuru Ursula Valentina Véronique Victor Viktor Wanjiku William Wycliffe Xavier Yasmin
		Yusuf Zainab Zbigniew Zdeněk Zoë`)
	surnames = strings.Fields(`Abdullah Acheampong Adeyemi Agarwal Almeida Álvarez Andersson Antonescu Arslan Auguste Azevedo Bailey Bakker
		Barnett Bauer Beauvoir Becker Benítez Bianchi Blanchet Bonnet Boucher Brandão Brown Campbell Cardoso Castellanos Çelik Charles
		Chaudhary Chávez Chepkemoi Christensen Coleman Corrêa Dąbrowski Danielsson Dembélé Demir Diallo Dimitrov Domínguez Dubois
		Duvalier Edwards Eriksson Esposito Evans Fernandes Fischer Fitzgerald Fontaine Fournier Friedman Gachagua García Gauthier
		Georgiou Gómez Gonçalves Grabowski Grant Greenwood Guerrero Gutiérrez Hakimi Hansen Harrison Henry Hernández Hoffmann Horváth
		Hussain Ibáñez Ivanova Jackson Jansen Jaworski Jiménez Johansson Joly Jørgensen Kamau Kariuki Kaufmann Kenyatta Khan Kimani
		Kipchoge Kobayashi Kovačević Kowalczyk Krüger Kumar Lacroix Laurent Lefebvre Lewandowski Lindqvist López MacDonald Mahmoud
		Makarov Marchetti Martínez Mbeki Mendoza Meyer Mitchell Moïse Montgomery Moreau Morozov Müller Muñoz Mutua Mwangi Nakamura
		Ndiaye Nielsen Njoroge Novák Nunes Nwosu O'Brien O'Connor O'Sullivan Ochieng Odinga Okafor Okonkwo Oliveira Olsen Özdemir
		Papadopoulos Pavlović Pereira Petersen Petrov Philippe Phillips Pinheiro Popescu Prescott Quispe Raghavan Ramírez Rasmussen
		Reddy Restrepo Rivera Robinson Rodríguez Romano Rossi Ruto Saint-Jean Sánchez Santos Schneider Schwarz Sepúlveda Shevchenko
		Silva Simmons Sithole Sokolov Sørensen Stefanović Stephenson Szymański Takahashi Tembo Thompson Torres Traoré Tshabalala Ueda
		Usman Valdez Vasiliev Velázquez Villanueva Vogel Wagner Wallace Wambui Washington Weaver Whitaker Williams Wiśniewski
		Wójcik Yamamoto Yılmaz Yeboah Zając Zelaya Zhang Ziegler Zimmermann`)
)

// realNames returns n distinct names of people, some with a second given name
// or a second surname.
func realNames(random *rand.Rand, n int) []string {
	pick := func(from []string) string { return from[random.IntN(len(from))] }
	return distinct(n, func() string {
		name := pick(given) + " "
		if random.IntN(4) == 0 {
			name += pick(given) + " "
		}
		name += pick(surnames)
		if random.IntN(6) == 0 {
			name += " " + pick(surnames)
		}
		return name
	})
}

// makeNames returns n distinct names of two or three words, made of syllables
// as names of several languages are.
func makeNames(random *rand.Rand, n int) []string {
	onsets := strings.Fields("b br ch d f g gr h j k kr l m n p r s sh st t tr v w y z th ph")
	vowels := strings.Fields("a e i o u ai ei ou a e i o u a e o")
	ends := strings.Fields("n r l s nd rt m th ck t - - - - -")
	word := func() string {
		var w strings.Builder
		for range 1 + random.IntN(3) {
			w.WriteString(onsets[random.IntN(len(onsets))] + vowels[random.IntN(len(vowels))])
		}
		if end := ends[random.IntN(len(ends))]; end != "-" {
			w.WriteString(end)
		}
		return strings.ToUpper(w.String()[:1]) + w.String()[1:]
	}
	// As with people, first names are shared by many.
	var first []string
	for range 400 {
		first = append(first, word())
	}
	return distinct(n, func() string {
		name := first[random.IntN(len(first))] + " " + word()
		if random.IntN(5) == 0 {
			name += " " + word()
		}
		return name
	})
}

// distinct calls next until there are n different names of more than eight
// bytes.
func distinct(n int, next func() string) []string {
	seen := map[string]bool{}
	names := make([]string, 0, n)
	for len(names) < n {
		if name := next(); len(name) > 8 && !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	return names
}

package lists

// given are common given names, of men and of women, beside the long list of
// people's names, which does not tell them from surnames.
const given = `James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony
	Mark Donald Steven Stephen Paul Andrew Joshua Kenneth Kevin Brian George Timothy Ronald Edward Jason Jeffrey Ryan
	Jacob Gary Nicholas Eric Jonathan Larry Justin Scott Brandon Benjamin Samuel Gregory Alexander Frank Patrick
	Raymond Jack Dennis Jerry Tyler Aaron Jose Adam Nathan Henry Douglas Zachary Peter Kyle Ethan Walter Noah Jeremy
	Christian Keith Roger Terry Austin Sean Gerald Carl Dylan Harold Jordan Jesse Bryan Lawrence Arthur Gabriel Bruce
	Logan Billy Joe Alan Juan Elijah Willie Albert Wayne Randy Mason Vincent Liam Roy Bobby Caleb Bradley Russell
	Lucas Philip Phillip Eugene Martin Simon Ian Neil Graham Stuart Nigel Trevor Geoffrey Colin Malcolm Hugh Duncan
	Alastair Fred Frederick Ralph Howard Harry Ernest Herbert Leonard Stanley Norman Oscar Leo Max Felix Victor Hugo
	Louis Edgar Edwin Francis Jim Jimmy Bob Bill Mike Tom Tim Dan Dave Steve Chris Matt Nick Tony Ben Sam Ed Ted Ken
	Ron Don Ray Greg Jeff Rick Phil Pete Andy Alex Charlie Johnny Eddie Tommy Mary Patricia Jennifer Linda Elizabeth
	Barbara Susan Jessica Sarah Karen Lisa Nancy Betty Sandra Margaret Ashley Kimberly Emily Donna Michelle Carol
	Amanda Melissa Deborah Stephanie Rebecca Sharon Laura Cynthia Dorothy Amy Kathleen Angela Shirley Brenda Emma
	Anna Pamela Nicole Samantha Katherine Christine Helen Debra Rachel Carolyn Janet Maria Catherine Heather Diane
	Olivia Julie Joyce Victoria Ruth Virginia Lauren Kelly Christina Joan Evelyn Judith Andrea Hannah Megan Cheryl
	Jacqueline Martha Madison Teresa Gloria Sara Janice Ann Anne Kathryn Abigail Sophia Frances Jean Alice Judy
	Isabella Julia Grace Amber Denise Danielle Marilyn Beverly Charlotte Natalie Theresa Diana Brittany Doris Kayla
	Alexis Lori Marie Jane Kate Lucy Rose Claire Fiona Melanie Carla Ellen Irene Eva Nina Elena Sofia Clara Rosa
	Mohammed Muhammad Mohamed Ahmed Ali Hassan Hussein Omar Ibrahim Yusuf Abdul Abdullah Khalid Mustafa Mahmoud
	Fatima Aisha Amina Leila Zainab Ivan Vladimir Sergei Dmitri Dmitry Alexei Mikhail Nikolai Boris Igor Oleg Yuri
	Andrei Natalia Olga Svetlana Tatiana Hans Wolfgang Klaus Jürgen Günter Karl Friedrich Heinrich Johann Wilhelm
	Otto Fritz Ludwig Werner Helmut Pierre François Jacques Michel Philippe Henri André Claude Marcel René Émile
	Laurent Nicolas Olivier Giuseppe Giovanni Antonio Francesco Mario Luigi Paolo Marco Roberto Carlo Lorenzo
	Pedro Pablo Carlos Luis Miguel Javier Fernando Diego Jorge Rafael Manuel Francisco Alejandro Eduardo Ricardo
	Sergio Ramón João Paulo Lars Erik Anders Nils Bjorn Björn Sven Olaf Kofi Kwame Chinua Nelson Desmond Uhuru
	Raila Ngozi Wole Chidi Ravi Rajiv Sanjay Anil Sunil Vijay Arjun Amit Priya Indira Sonia Deepak Hiroshi Kenji
	Takashi Yuki Akira Haruki Kim Lee Wei Ming Xi Mao Ariel Alfred Jovenel Isaac Abraham Moses Solomon Esther Naomi`

// titles stand before a person's name and are no part of it.
const titles = `Mr Mrs Ms Miss Dr Prof Professor Sir Lady Lord Dame Rev Reverend Fr Father Sister Brother Saint St Hon
	Honourable Honorable Madam Monsieur Mme Mlle Herr Frau Señor Señora Signor Sheikh Sheik Imam Ayatollah Rabbi
	Pope Cardinal Bishop Archbishop Gen General Col Colonel Lt Lieutenant Capt Captain Maj Major Sgt Sergeant Cpl
	Corporal Adm Admiral Cmdr Commander Brigadier Marshal Private Sen Rep Gov Pres King Queen Prince Princess Emperor
	Empress Tsar Czar Sultan Emir Duke Duchess Earl Count Countess Baron Baroness Viscount Mr. Mrs. Ms. Dr. Prof.
	Rev. Fr. St. Hon. Gen. Col. Lt. Capt. Maj. Sgt. Cpl. Adm. Cmdr. Sen. Rep. Gov. Pres. Messrs Messrs. Insp. Supt.`

// offices are words with which an office that a person holds ends.
const offices = `president premier minister secretary secretary-general chancellor chairman chairwoman chairperson chair
	governor governor-general mayor senator congressman congresswoman representative ambassador commissioner envoy
	director director-general manager coach captain commander chief head leader spokesman spokeswoman spokesperson
	judge justice attorney attorney-general prosecutor lawyer sheriff speaker deputy councillor councilman alderman
	mp mep ceo cfo cto coo founder co-founder cofounder editor editor-in-chief professor economist analyst historian
	author writer novelist poet journalist reporter correspondent columnist producer songwriter singer guitarist
	bassist drummer pianist composer conductor actor actress comedian artist painter sculptor photographer architect
	scientist physicist chemist biologist mathematician philosopher engineer inventor astronomer economist
	psychologist linguist player midfielder striker goalkeeper defender pitcher quarterback champion boxer wrestler
	king queen prince princess emperor pope bishop archbishop cardinal dictator treasurer ombudsman inspector
	superintendent constable detective officer activist politician diplomat businessman businesswoman entrepreneur
	nominee candidate undersecretary vice-president rapper dj musician vocalist bandleader frontman lyricist
	playwright screenwriter filmmaker lecturer researcher admiral colonel major lieutenant sergeant brigadier
	general marshal inspector-general comptroller registrar dean rector provost principal headteacher pastor priest
	rabbi imam sheikh executive adviser advisor nurse surgeon doctor physician pilot astronaut cosmonaut explorer warlord rebel gangster`

// organisationWords end or begin the name of an organisation.
const organisationWords = `university college school academy institute institution faculty department ministry
	agency bureau commission committee council board authority association federation confederation union league
	society foundation fund trust corporation company inc ltd llc plc gmbh ag corp co group holdings industries
	enterprises partners bank insurance airlines airways motors records studios pictures entertainment productions
	publishing press publications newspaper magazine journal times post herald tribune gazette guardian telegraph
	news network broadcasting radio television tv channel media party congress parliament senate assembly house
	cabinet government administration court tribunal police army navy force forces corps regiment brigade division
	battalion squadron fc afc club united city rovers wanderers athletic team orchestra band choir ensemble quartet
	trio philharmonic symphony church diocese archdiocese order brotherhood front movement alliance coalition
	organisation organization consortium laboratory laboratories centre center hospital clinic museum library
	gallery theatre theater service services systems technologies technology software electronics communications
	telecom railway railways lines transport shipping oil gas petroleum energy power steel mining chemicals
	pharmaceuticals motor aircraft aviation aerospace nations office secretariat cooperative syndicate guild lodge
	fraternity sorority inc. ltd. corp. co. bros bros. solutions capital ventures consulting associates`

// organisationNames are well known by one word or by their letters.
const organisationNames = `UN NATO EU UNESCO UNICEF WHO IMF WTO OPEC ASEAN CARICOM ECOWAS FIFA UEFA IOC NASA ESA CIA FBI NSA
	KGB MI5 MI6 IRA PLO ANC BBC CNN NBC CBS ABC ITV NPR PBS HBO MTV ESPN IBM AT&T BMW GM HP NEC SAP Microsoft Google
	Apple Amazon Facebook Twitter Intel Oracle Cisco Nokia Sony Toyota Honda Nissan Ford Volkswagen Siemens Samsung
	Boeing Airbus Pfizer Merck Bayer Nestle Nestlé Unilever Reuters Bloomberg Interpol Greenpeace Hamas Hezbollah
	Taliban Pentagon Kremlin Congress Parliament Senate MIT UCLA NYU NBA NFL NHL MLB UNHCR OECD OAS AU Mossad
	Gazprom Netflix Tesla Uber Walmart McDonald's Disney Adidas Nike Heineken Ericsson Philips Yahoo Enron Exxon
	Chevron Shell BP Monsanto Halliburton Motorola Nintendo Sega Yamaha Hyundai Mitsubishi Toshiba Fujitsu Panasonic`

// placeWords end or begin the name of a place.
const placeWords = `river lake sea ocean bay gulf strait channel canal creek falls island islands isle isles peninsula cape
	coast beach mountain mountains mount mt hill hills valley canyon desert forest park gardens garden square street
	st road avenue lane drive boulevard highway bridge tunnel airport station port harbour harbor county province
	district state region territory city town township village parish borough municipality prefecture republic
	kingdom empire emirate castle palace tower abbey cathedral fort stadium arena plaza heights north south east west
	northern southern eastern western central upper lower new mt. rd ave blvd reservoir dam glacier reef atoll
	archipelago suburb neighbourhood neighborhood quarter hall`

// eventWords end the name of an event.
const eventWords = `war wars battle siege revolution rebellion uprising revolt massacre bombing attack attacks crisis
	conference summit congress convention festival championship championships cup olympics games tournament open
	prix series election elections referendum campaign treaty agreement accord trial trials riots strike coup
	earthquake hurricane typhoon flood fire famine plague pandemic epidemic crash disaster genocide holocaust
	renaissance reformation depression exhibition expo awards award ceremony fair marathon rally tour derby final
	finals bowl offensive operation invasion occupation workshop symposium`

// workWords speak of works, whose names are not looked for.
const workWords = `album single song songs film movie novel book poem play opera musical symphony series show episode
	game video magazine newspaper comic manga anime ep lp track soundtrack painting sculpture essay story trilogy
	saga sitcom documentary screenplay ballet concerto sonata article paper theorem algorithm theory award prize
	medal language software`

// calendar are names of times.
const calendar = `Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July
	August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu
	Thurs Fri Sat Sun Christmas Easter Ramadan Thanksgiving Halloween Spring Summer Autumn Winter`

// honorifics are titles and offices that people who mark names at times take
// for a part of a person's name. Those that are given names, too, are not here.
const honorifics = `Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr. Prof Prof. Professor Sir Lady Dame Rev Rev. Reverend President
	Senator Governor Judge Justice Captain Colonel General Lieutenant Major Sergeant Admiral Gen. Col. Lt. Capt. Maj.
	Sgt. Adm. Sen. Rep. Gov. Congressman Congresswoman Minister Chancellor Chairman Mayor Ambassador Secretary Premier
	King Queen Emperor Empress Princess Pope Cardinal Bishop Archbishop Senators Representatives Presidents`

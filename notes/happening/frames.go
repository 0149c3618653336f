package happening

// style says which parts a happening must have and how its title is made.
type style uint8

const (
	ofObject style = iota // "Arrest of X"
	ofAgent               // "Resignation of X"
	pair                  // "Telephone call, X–Y"
	meet                  // "X summit, Place"
	offer                 // "X's offer of police to Y"
	request               // "X's request to Y"
	deploy                // "X's deployment of vessels"
	visit                 // "X's visit to Y"
	at                    // "Earthquake, Place"
	byAgent               // "Vote by X"
	target                // "Attack on X"
	parties               // "X–Y treaty"
	union                 // "Merger of X and Y"
	buying                // "X's acquisition of Y"
	announce              // "X's announcement of a plan"
	opening               // "Opening of an embassy, Place"
	decide                // "X's approval of a plan"
	ruling                // "Ruling by X"
)

// kinds is a set of kinds of name.
type kinds uint8

const (
	people kinds = 1 << iota
	bodies
	places
	anybody = people | bodies | places
	powers  = bodies | places
)

func (k kinds) has(kind Kind) bool {
	switch kind {
	case Person:
		return k&people != 0
	case Organisation:
		return k&bodies != 0
	case Place:
		return k&places != 0
	}
	return false
}

// frame is what words of one happening have in common.
type frame struct {
	kind   string
	head   string // of the title
	style  style
	rank   int8  // of two words for the same happening the higher gives the title
	agents kinds // who can do it; 0 for anybody
	object kinds // whom it can befall; 0 for anybody
	roles  roles
	goals  string // prepositions before a goal
	nouns  string
	pasts  string // past and participle
	bases  string // behind "will", or "agreed to"
}

// roles are what the parts of a happening are called.
type roles struct{ agent, object, partner, goal string }

var (
	alike   = roles{"participant", "participant", "participant", "participant"}
	parting = roles{"party", "party", "party", "party"}

	deciding = roles{agent: "deciding"}
)

// frames are the happenings that are known. Words that more often mean
// something else ("deal", "crash", "fire") are left out or need more beside
// them.
var frames = []frame{
	{
		kind: Killing, head: "Assassination", style: ofObject, rank: 2, object: people, roles: roles{agent: "killer", object: "victim"},
		nouns: "assassination", pasts: "assassinated",
	},
	{
		kind: Killing, head: "Murder", style: ofObject, rank: 1, object: people, roles: roles{agent: "killer", object: "victim"},
		nouns: "murder", pasts: "murdered",
	},
	{
		kind: Killing, head: "Killing", style: ofObject, object: people, roles: roles{agent: "killer", object: "victim"},
		nouns: "killing", pasts: "killed",
	},
	{
		kind: Killing, head: "Shooting", style: ofObject, object: people, roles: roles{agent: "killer", object: "victim"},
		nouns: "shooting", pasts: "shot",
	},
	{kind: Killing, head: "Massacre", style: at, rank: 1, object: places, roles: roles{agent: "killer", object: "victim"}, nouns: "massacre"},
	{
		kind: Killing, head: "Execution", style: ofObject, rank: 1, object: people, roles: roles{agent: "executioner", object: "victim"},
		nouns: "execution", pasts: "executed hanged beheaded",
	},
	{kind: Death, head: "Death", style: ofAgent, agents: people, roles: roles{agent: "deceased"}, nouns: "death", pasts: "died"},
	{kind: Meeting, head: "Meeting", style: meet, roles: alike, nouns: "meeting", pasts: "met convened gathered", bases: "meet gather"},
	{kind: Meeting, head: "Meeting", style: meet, agents: people, object: people, roles: alike, pasts: "received welcomed hosted", bases: "receive host"},
	{kind: Meeting, head: "Summit", style: meet, rank: 2, roles: alike, nouns: "summit"},
	{kind: Meeting, head: "Talks", style: meet, rank: 1, roles: alike, nouns: "talks negotiations"},
	{kind: Meeting, head: "Conference", style: meet, rank: 1, roles: alike, nouns: "conference"},
	{kind: Call, head: "Telephone call", style: pair, roles: roles{"caller", "called", "participant", "participant"}, pasts: "phoned telephoned called", bases: "phone telephone"},
	{kind: Call, head: "Telephone call", style: pair, roles: alike, nouns: "call conversation phone telephone"},
	{
		kind: Offer, head: "offer", style: offer, agents: anybody, roles: roles{agent: "giver", goal: "recipient"}, goals: "to",
		nouns: "offer", pasts: "offered offers",
	},
	{kind: Offer, head: "pledge", style: offer, agents: anybody, roles: roles{agent: "giver", goal: "recipient"}, goals: "to", pasts: "pledged promised"},
	{
		kind: Appeal, head: "request", style: request, roles: roles{agent: "asker", goal: "asked"}, goals: "to from of",
		nouns: "request", pasts: "requested",
	},
	{
		kind: Appeal, head: "request", style: request, agents: anybody, object: powers, roles: roles{agent: "asker", goal: "asked"}, pasts: "asked",
	},
	{
		kind: Appeal, head: "appeal", style: request, roles: roles{agent: "asker", goal: "asked"}, goals: "to",
		nouns: "appeal plea", pasts: "appealed",
	},
	{
		kind: Deployment, head: "deployment", style: deploy, agents: anybody, roles: roles{agent: "sender", goal: "destination"}, goals: "to in into",
		nouns: "deployment", pasts: "deployed sent dispatched", bases: "deploy send dispatch deploying sending dispatching",
	},
	{
		kind: Election, head: "Election", style: ofObject, rank: 1, object: people, roles: roles{agent: "electorate", object: "elected"},
		pasts: "elected re-elected",
	},
	{kind: Election, head: "Election", style: at, roles: roles{agent: "candidate"}, nouns: "election elections by-election"},
	{kind: Election, head: "Referendum", style: at, rank: 1, roles: roles{agent: "electorate"}, nouns: "referendum"},
	{kind: Vote, head: "Vote", style: byAgent, agents: bodies, roles: roles{agent: "voter"}, nouns: "vote", pasts: "voted", bases: "vote"},
	{kind: Agreement, head: "agreement", style: parties, roles: parting, nouns: "agreement accord pact"},
	{kind: Agreement, head: "treaty", style: parties, rank: 1, roles: parting, nouns: "treaty"},
	{kind: Agreement, head: "ceasefire", style: parties, rank: 1, roles: parting, nouns: "ceasefire truce armistice"},
	{kind: Merger, head: "Merger", style: union, agents: bodies, object: bodies, roles: parting, nouns: "merger", pasts: "merged", bases: "merge"},
	{
		kind: Merger, head: "acquisition", style: buying, rank: 1, agents: bodies | people, object: bodies, roles: roles{agent: "buyer", object: "bought", goal: "seller"},
		goals: "from", nouns: "acquisition takeover", pasts: "acquired bought", bases: "acquire buy",
	},
	{kind: Disaster, head: "Earthquake", style: at, nouns: "earthquake quake"},
	{kind: Disaster, head: "Floods", style: at, nouns: "floods flooding"},
	{kind: Disaster, head: "Hurricane", style: at, nouns: "hurricane"},
	{kind: Disaster, head: "Cyclone", style: at, nouns: "cyclone"},
	{kind: Disaster, head: "Typhoon", style: at, nouns: "typhoon"},
	{kind: Disaster, head: "Tsunami", style: at, nouns: "tsunami"},
	{kind: Disaster, head: "Eruption", style: at, nouns: "eruption"},
	{kind: Disaster, head: "Landslide", style: at, nouns: "landslide mudslide"},
	{kind: Disaster, head: "Explosion", style: at, nouns: "explosion blast"},
	{kind: Disaster, head: "Wildfires", style: at, nouns: "wildfire wildfires"},
	{kind: Disaster, head: "Famine", style: at, nouns: "famine"},
	{kind: Attack, head: "Invasion", style: target, rank: 1, object: places, roles: roles{agent: "attacker", object: "target"}, nouns: "invasion", pasts: "invaded", bases: "invade"},
	{
		kind: Attack, head: "Attack", style: target, roles: roles{agent: "attacker", object: "target", goal: "target"}, goals: "on against",
		nouns: "attack attacks", pasts: "attacked", bases: "attack",
	},
	{
		kind: Attack, head: "Bombing", style: target, rank: 1, roles: roles{agent: "attacker", object: "target", goal: "target"}, goals: "on against",
		nouns: "bombing bombardment airstrike airstrikes shelling", pasts: "bombed shelled",
	},
	{
		kind: Attack, head: "Raid", style: target, rank: 1, roles: roles{agent: "attacker", object: "target", goal: "target"}, goals: "on",
		nouns: "raid ambush", pasts: "raided ambushed",
	},
	{kind: Attack, head: "Shooting", style: at, rank: 1, roles: roles{agent: "attacker"}, pasts: "opened"},
	{kind: Strike, head: "Strike", style: at, roles: roles{agent: "striker"}, nouns: "strike"},
	{kind: Protest, head: "Protests", style: at, roles: roles{agent: "protester", goal: "target"}, goals: "against", nouns: "protest protests demonstration demonstrations riot riots"},
	{kind: Coup, head: "Coup", style: at, roles: roles{agent: "plotter", goal: "target"}, goals: "against", nouns: "coup"},
	{kind: Coup, head: "Overthrow", style: ofObject, rank: 1, object: people, roles: roles{agent: "plotter", object: "overthrown"}, nouns: "overthrow ousting", pasts: "overthrew overthrown ousted toppled deposed"},
	{kind: Arrest, head: "Arrest", style: ofObject, object: people, roles: roles{agent: "arresting", object: "arrested"}, nouns: "arrest", pasts: "arrested"},
	{kind: Trial, head: "Trial", style: ofObject, object: people, roles: roles{agent: "court", object: "accused"}, nouns: "trial"},
	{kind: Trial, head: "Indictment", style: ofObject, object: people, roles: roles{agent: "court", object: "accused"}, nouns: "indictment", pasts: "indicted"},
	{kind: Trial, head: "Impeachment", style: ofObject, object: people, roles: roles{agent: "court", object: "accused"}, nouns: "impeachment", pasts: "impeached"},
	{kind: Trial, head: "Conviction", style: ofObject, rank: 1, object: people, roles: roles{agent: "court", object: "accused"}, nouns: "conviction", pasts: "convicted"},
	{kind: Trial, head: "Sentencing", style: ofObject, rank: 1, object: people, roles: roles{agent: "court", object: "accused"}, nouns: "sentencing", pasts: "sentenced"},
	{kind: Trial, head: "Acquittal", style: ofObject, rank: 1, object: people, roles: roles{agent: "court", object: "accused"}, nouns: "acquittal", pasts: "acquitted"},
	{kind: Visit, head: "visit", style: visit, roles: roles{agent: "visitor", object: "visited", goal: "visited"}, goals: "to", nouns: "visit", pasts: "visited", bases: "visit"},
	{
		kind: Visit, head: "visit", style: visit, agents: people, roles: roles{agent: "visitor", partner: "met", goal: "visited"},
		pasts: "flew travelled traveled arrived", bases: "fly travel",
	},
	{kind: Offer, head: "offer", style: offer, agents: powers, roles: roles{agent: "giver", goal: "recipient"}, goals: "to", pasts: "ready willing prepared"},
	{kind: Decision, head: "approval", style: decide, agents: powers, roles: deciding, pasts: "approved"},
	{kind: Decision, head: "authorisation", style: decide, agents: powers, roles: deciding, pasts: "authorised authorized"},
	{kind: Decision, head: "adoption", style: decide, agents: powers, roles: deciding, pasts: "adopted passed"},
	{kind: Decision, head: "ratification", style: decide, agents: powers, roles: deciding, pasts: "ratified"},
	{kind: Decision, head: "extension", style: decide, agents: powers, roles: deciding, pasts: "extended renewed"},
	{kind: Decision, head: "rejection", style: decide, agents: powers, roles: deciding, pasts: "rejected"},
	{kind: Decision, head: "Ruling", style: ruling, agents: bodies, roles: deciding, pasts: "ruled"},
	{kind: Resignation, head: "Resignation", style: ofAgent, agents: people, roles: roles{agent: "resigning"}, nouns: "resignation", pasts: "resigned", bases: "resign"},
	{kind: Appointment, head: "Appointment", style: ofObject, object: people, roles: roles{agent: "appointing", object: "appointed"}, nouns: "appointment", pasts: "appointed"},
	{kind: Appointment, head: "Inauguration", style: ofObject, rank: 1, object: people, roles: roles{agent: "appointing", object: "appointed"}, nouns: "inauguration", pasts: "inaugurated"},
	{kind: Appointment, head: "Inauguration", style: ofObject, rank: 1, object: people, roles: roles{object: "appointed"}, pasts: "sworn"},
	{kind: Appointment, head: "Inauguration", style: ofAgent, rank: 1, agents: people, roles: roles{agent: "appointed"}, pasts: "took"},
	{kind: Announcement, head: "announcement", style: announce, agents: anybody, roles: roles{agent: "announcing"}, pasts: "announced unveiled"},
	{kind: Opening, head: "Opening", style: opening, roles: roles{agent: "opening"}, pasts: "opened"},
	{kind: Abduction, head: "Abduction", style: ofObject, object: people, roles: roles{agent: "kidnapper", object: "victim"}, nouns: "abduction kidnapping", pasts: "abducted kidnapped"},
	{kind: Release, head: "Release", style: ofObject, object: people, roles: roles{agent: "releasing", object: "released"}, nouns: "release", pasts: "released freed"},
}

//! The words that invented news is made of.

/// Given names.
#[rustfmt::skip] // a list to look through, not a word a line
pub const GIVEN: &[&str] = &[
    "Ada", "Bo", "Carla", "Dmitri", "Elena", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Karin", "Leo", "Mara",
    "Nils", "Olga", "Pavel", "Quinn", "Rosa", "Samir", "Tove", "Ugo", "Vera", "Wanda", "Xenia", "Yusuf", "Zora",
    "Anders", "Birgit", "Cyril", "Delia", "Emil", "Fiona", "Gideon", "Hana", "Ivo", "Jana", "Kaspar", "Lida", "Milan",
    "Nadia", "Oskar", "Petra", "Rafael", "Selma", "Tomas", "Ulla", "Viktor", "Wilma", "Yara", "Zeno", "Agnes",
    "Bruno", "Celia", "Darius", "Edith", "Felix", "Gloria", "Henrik", "Irma", "Julius", "Katja", "Ludwig", "Magda",
    "Norbert", "Ottilie", "Piet", "Renata", "Stefan", "Thea", "Urs", "Valeria", "Walter", "Alma", "Benno", "Clara",
    "Dora", "Erik", "Flora", "Georg", "Helga", "Ilse", "Jakob", "Klara", "Linus", "Marta", "Nora", "Otto", "Paula",
    "Robert", "Sonja", "Theo", "Victor", "Anita", "Basil", "Corinna", "David", "Ester", "Fabian", "Gerda", "Harald",
];

/// Surnames, invented.
#[rustfmt::skip] // a list to look through, not a word a line
pub const SURNAMES: &[&str] = &[
    "Ravman", "Ulsen", "Lorberg", "Thornberg", "Zelnes", "Thornton", "Corek", "Dalberg", "Mendgren", "Roswick",
    "Salek", "Lorov", "Fenrud", "Corwick", "Barstrom", "Zelov", "Drengren", "Lundvall", "Kestdorn", "Kestvall",
    "Maric", "Wesvall", "Glimton", "Yarzer", "Thornkar", "Lordorn", "Brenstrom", "Jorholm", "Zelek", "Falic",
    "Thornov", "Falberg", "Wesberg", "Kestek", "Quargren", "Jorski", "Jorgren", "Isski", "Kalski", "Prinfeld",
    "Thornyan", "Fenstad", "Varwick", "Ersen", "Erstrom", "Lorzer", "Brenkar", "Corrud", "Falfeld", "Kestholm",
    "Alman", "Ravski", "Varzer", "Yarberg", "Osstad", "Kalstrom", "Wesstad", "Prinstrom", "Kalstad", "Orlquist",
    "Prining", "Ulrud", "Barquist", "Falrud", "Yarkar", "Prinmark", "Quarnes", "Stenberg", "Orlvall", "Rosov",
    "Barov", "Jorstrom", "Torvall", "Thornquist", "Ulwick", "Osdorn", "Corberg", "Wesgren", "Cormark", "Kalman",
    "Zeling", "Issen", "Dalov", "Kestman", "Ravgren", "Valdholm", "Garholm", "Kalfeld", "Garstad", "Dalzer", "Fening",
    "Fenvall", "Weston", "Mendwick", "Dalman", "Alic", "Thornic", "Yaryan", "Lorkar", "Lundgren", "Valdzer",
    "Lorwick", "Fenton", "Zelic", "Valdic", "Hartquist", "Jorek", "Erdorn", "Quarek", "Thornstad", "Ulman",
    "Lundmark", "Dalrud", "Garvall", "Nevfeld", "Norfeld", "Pelgren", "Lorrud", "Vardorn", "Nevyan", "Prinrud",
    "Erholm", "Valdyan", "Corzer", "Drenberg", "Stenwick", "Jorwick", "Dallin", "Holek", "Rosing", "Salberg",
    "Jordorn", "Norgren", "Marrud", "Ravstad", "Ermark", "Iswick", "Gargren", "Isrud", "Lorgren", "Isic", "Garquist",
    "Isyan", "Lundstad", "Alkar", "Garski", "Kestov", "Falek", "Drenton", "Salski", "Quarsen", "Pelzer", "Kestgren",
    "Valdvall", "Fenov", "Prinholm", "Orlberg", "Ulstad", "Brenmark", "Holnes", "Prinzer", "Jorberg", "Ravstrom",
    "Drenzer", "Aling", "Hartlin", "Varman", "Drenman", "Norton", "Drenyan", "Orling", "Brenstad", "Ering", "Osholm",
    "Kalov", "Mendek", "Hartek", "Normark", "Lundrud", "Quarmark", "Kalwick", "Faldorn", "Quarberg", "Harting",
    "Roskar", "Thorndorn", "Falwick", "Lunddorn", "Drendorn", "Zelstrom", "Wesski", "Stennes", "Sallin", "Falnes",
    "Zelsen", "Valdquist", "Roston", "Norzer", "Quarvall", "Kestberg", "Quaric", "Jorlin", "Lundic", "Varkar",
    "Kestfeld", "Salwick", "Falsen", "Mendlin", "Stendorn", "Quarquist", "Dalfeld", "Glimrud", "Rossen", "Salvall",
    "Mending", "Brengren", "Mendfeld", "Dalvall", "Pelwick", "Marwick", "Kestwick", "Hartvall", "Ulberg", "Yarrud",
    "Hartfeld", "Algren", "Hartgren", "Corgren", "Thornmark", "Drenmark", "Alstrom", "Glimquist", "Barsen", "Norek",
    "Zellin", "Ulski", "Wesfeld", "Lunding", "Jornes", "Alvall", "Pelrud", "Zelyan", "Varov", "Mendrud", "Stenrud",
    "Lundton", "Prinsen", "Barton", "Prindorn", "Joryan", "Glimwick", "Lundnes", "Yarholm", "Yaric", "Hartdorn",
    "Garic", "Jorfeld", "Iskar", "Yarton", "Yarquist", "Valdgren", "Zelzer", "Kalgren", "Uling", "Yarov", "Pelvall",
    "Marmark", "Prinek", "Pelnes", "Wesquist", "Noring", "Baryan", "Holgren", "Kalrud", "Osnes", "Stenvall",
    "Dalmark", "Isman", "Orlic", "Baric", "Nornes", "Varing", "Falov", "Stenski", "Valdberg", "Eric", "Dalquist",
    "Eryan", "Quarlin", "Orlholm", "Vargren", "Zelquist", "Quarton", "Jorquist", "Lundkar", "Garlin", "Stenholm",
    "Isholm", "Yarlin", "Erstad", "Prinyan", "Alnes", "Erek", "Alski", "Dalkar", "Quaring", "Quarkar", "Drenvall",
    "Garsen", "Salstrom", "Norlin", "Jorsen", "Jorkar", "Nevberg", "Barholm", "Glimsen", "Holov", "Glimstad",
    "Marton", "Orllin", "Osgren", "Salstad", "Kestnes", "Torlin", "Thornfeld", "Toryan", "Roslin", "Rosmark",
    "Pelton", "Norstad", "Prinkar", "Salfeld", "Hartholm", "Dalic", "Dalgren", "Dalyan", "Cordorn", "Quarholm",
    "Jorov", "Quarfeld", "Varrud", "Rosrud", "Garfeld", "Jorrud", "Isstad", "Zelton", "Pelberg", "Torek", "Jorvall",
    "Salic", "Yarvall", "Erberg", "Erfeld", "Dalton", "Brenyan", "Thornzer", "Ulton", "Thornvall", "Isek", "Dalski",
    "Weslin", "Drenholm", "Varmark", "Prinlin", "Fenwick", "Drenwick", "Salnes", "Rosvall", "Nevton", "Noric",
    "Kestton", "Glimkar", "Corstrom", "Holstad", "Holwick", "Holfeld", "Varsen", "Ulek", "Glimman", "Varic", "Rosek",
    "Nevman", "Holski", "Salrud", "Keststrom", "Corvall", "Erkar", "Yarfeld", "Norrud", "Fenholm", "Corlin", "Pelkar",
    "Erquist", "Hartsen", "Isstrom", "Rosyan", "Wesholm", "Holvall", "Nevvall", "Fenski", "Alrud", "Hartton",
    "Glimdorn", "Nevdorn", "Jorton", "Jormark", "Lundyan", "Erwick", "Yarwick", "Margren", "Kallin", "Ulic",
    "Salmark", "Prinnes", "Ulov", "Wesrud", "Barstad", "Garzer", "Thornstrom", "Pringren", "Hartberg", "Lundman",
    "Kestrud", "Holzer", "Pelek", "Joring", "Holrud", "Ulvall", "Lundberg", "Thornlin", "Kalquist", "Brenholm",
    "Zelmark", "Glimfeld", "Falholm", "Erton", "Nevstad", "Mendstrom", "Fallin", "Yarstad", "Ravic", "Loric",
    "Torgren", "Falyan", "Varyan", "Neving", "Ravberg", "Lorsen", "Dalek", "Kestzer", "Osing", "Keststad", "Fensen",
    "Holsen", "Norman", "Printon", "Saling", "Kalberg", "Drenstrom", "Osberg", "Garmark", "Barvall", "Valdkar",
    "Stenton", "Nevek", "Orlstrom", "Roszer", "Isgren", "Valddorn", "Stenstad", "Lorstrom", "Wesstrom", "Valdnes",
    "Falstad", "Brenzer", "Orlnes", "Holstrom", "Ulyan", "Fendorn", "Lorlin", "Ravzer", "Lundwick", "Fenzer",
    "Barlin", "Mendyan", "Quarman", "Ismark", "Nevrud", "Marnes", "Zelwick", "Daldorn", "Fenkar", "Salton", "Osmark",
    "Mendman", "Corstad", "Salkar", "Valdsen", "Coric", "Varquist", "Quarwick", "Norholm", "Stening", "Ernes",
    "Cornes", "Mendmark", "Corov", "Barberg", "Yardorn", "Zelvall", "Ising", "Ulstrom", "Varstad", "Norsen",
    "Bardorn", "Nevlin", "Dalnes", "Kalyan", "Jorman", "Corton", "Mendzer", "Rosman", "Garing", "Norov", "Ullin",
    "Torquist", "Fenek", "Yarsen", "Marstad", "Stenlin", "Prinic", "Orlek", "Ravnes", "Marman", "Raving", "Mendnes",
    "Wesing", "Orlyan", "Yaring", "Tornes", "Pelstrom", "Torstad", "Rosnes", "Brenwick", "Alquist", "Holton",
    "Zelstad", "Mendov", "Kalkar", "Alek", "Weszer", "Mendberg", "Valdwick", "Drenic", "Torberg", "Barek", "Kestic",
    "Marfeld", "Norstrom", "Mendvall", "Glimic", "Maring", "Stenzer", "Alsen", "Orlwick", "Ravdorn", "Tormark",
    "Ulgren", "Yarman", "Lorski", "Garkar", "Kalzer", "Uldorn", "Yarmark", "Orlfeld", "Hartmark", "Jorzer", "Glimyan",
    "Wesyan", "Varton", "Zelholm", "Thornski", "Quardorn", "Falquist", "Barrud", "Glimski", "Orlton", "Salgren",
    "Erzer", "Alzer", "Nevwick", "Falvall", "Lorstad", "Kestquist", "Marquist", "Nordorn", "Alton", "Valdrud",
    "Kaling", "Ulkar", "Fenyan", "Kalsen", "Garnes", "Pelstad", "Pelov", "Torsen", "Lundek", "Prinman", "Fenfeld",
    "Rosski", "Rosquist", "Pellin", "Drenov", "Ravquist", "Lundquist", "Stenman", "Yargren", "Hartstad", "Valdmark",
    "Brenek", "Drening", "Fenman", "Orldorn", "Fenberg", "Glimlin", "Hartstrom", "Brenlin", "Pelsen", "Ravmark",
    "Valdfeld", "Glimnes", "Torfeld", "Pelfeld", "Wesdorn", "Menddorn", "Mendkar", "Rosgren", "Faling", "Osman",
    "Hartski", "Glimberg", "Norwick", "Orlsen", "Nevsen", "Orlgren", "Dalwick", "Ravsen", "Brenfeld", "Wesov",
    "Drenstad", "Drenkar", "Hartman", "Erski", "Quarstrom", "Lorman", "Mendton", "Nevski", "Alberg", "Peling",
    "Mendstad", "Stenic", "Zelgren", "Thorngren", "Brendorn", "Thornwick", "Oslin", "Valdman", "Rosberg", "Barmark",
    "Kestmark", "Holyan", "Torstrom", "Thornsen", "Stenek", "Erov", "Falmark", "Corholm", "Ravvall", "Joric",
    "Toring", "Barski", "Brenvall", "Orlkar", "Iszer", "Prinberg", "Hartrud", "Brenquist", "Saldorn", "Ravov",
    "Thorning", "Isberg", "Barfeld", "Lorek", "Drenek", "Wessen", "Orlzer", "Marlin", "Lundsen", "Fenic", "Varfeld",
];

/// Places, invented.
#[rustfmt::skip] // a list to look through, not a word a line
pub const PLACES: &[&str] = &[
    "Northport", "Velmora", "Tesk", "Asher", "Brandow", "Calder", "Dunmere", "Eastvale", "Farrow", "Glenholt",
    "Harwick", "Ilmore", "Jessop", "Kelby", "Larkham", "Marston", "Newbold", "Orrin", "Pelham", "Quorley", "Rushden",
    "Stavely", "Thorley", "Umber", "Vexford", "Wexcombe", "Yarrow", "Zennor", "Aldmoor", "Birchley", "Corvale",
    "Dravik", "Elmsworth", "Fenwick", "Gorsley", "Hexton", "Inverley", "Jarrow", "Kestrel", "Lindmoor",
];

/// Bodies that people speak for.
#[rustfmt::skip] // a list to look through, not a word a line
pub const BODIES: &[&str] = &[
    "Water Board", "Ministry of Transport", "City Council", "Teachers Union", "Chamber of Commerce", "Central Bank",
    "Border Guard", "Health Service", "Election Commission", "Farmers League", "Port Authority", "Energy Agency",
    "Supreme Court", "Labour Party", "University", "Rail Company", "Housing Trust", "Fire Service", "Data Office",
    "Forest Agency",
];

/// What people are in them.
#[rustfmt::skip] // a list to look through, not a word a line
pub const ROLES: &[&str] = &[
    "chairman", "spokeswoman", "director", "head", "president", "secretary", "chief economist", "deputy head",
    "founder", "legal adviser",
];

/// What things are like.
#[rustfmt::skip] // a list to look through, not a word a line
pub const ADJECTIVES: &[&str] = &[
    "new", "old", "draft", "public", "secret", "regional", "costly", "second", "final", "local", "foreign", "joint",
    "early", "late", "broken", "promised", "rural", "urban", "winter", "coastal", "national", "private", "annual",
    "shared", "hidden", "modest", "bitter", "plain", "rapid", "quiet",
];

/// What is spoken of.
#[rustfmt::skip] // a list to look through, not a word a line
pub const SUBJECTS: &[&str] = &[
    "plan", "report", "bridge project", "budget", "treaty", "survey", "strike", "audit", "tunnel",
    "vaccine programme", "school reform", "harvest", "pipeline", "census", "ferry line", "court ruling", "tax reform",
    "inquiry", "hospital merger", "election law", "fishing quota", "housing scheme", "flood barrier", "data leak",
    "border post", "rail link", "minimum wage", "grain deal", "power station", "museum",
];

/// What it acts on.
#[rustfmt::skip] // a list to look through, not a word a line
pub const OBJECTS: &[&str] = &[
    "tariffs", "jobs", "deadline", "waiting lists", "prices", "pensions", "emissions", "deficit", "subsidies",
    "contracts", "fees", "classes", "patrols", "exports", "wages", "rents", "permits", "repairs", "loans",
    "crossings", "inspections", "supplies", "elections", "salaries", "rules", "fares", "beds", "licences", "payments",
    "limits",
];

/// What it does.
#[rustfmt::skip] // a list to look through, not a word a line
pub const VERBS: &[&str] = &[
    "cuts", "raises", "delays", "threatens", "improves", "undermines", "doubles", "hides", "protects", "ignores",
    "weakens", "replaces", "finances", "reduces", "reopens", "endangers", "explains", "speeds up", "abolishes",
    "extends",
];

/// Months.
#[rustfmt::skip] // a list to look through, not a word a line
pub const MONTHS: &[&str] = &[
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
];

/// Days of the week.
#[rustfmt::skip] // a list to look through, not a word a line
pub const DAYS: &[&str] = &[
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
];

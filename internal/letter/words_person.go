package letter

// honorifics stand before a person's name.
var honorifics = wordSet(`mr mrs ms mx miss dr prof professor rev reverend sir dame hon honorable honourable sen senator rep representative congressman congresswoman
rabbi imam fr father sister sr bishop archbishop pastor shri smt adv advocate justice judge ambassador amb capt captain col gen lt sgt prof. dipl.-ing
herr frau monsieur madame m mme mlle señor señora sra don doña doctor doctora ing lic dott dott.ssa dra senhor senhora pfarrer univ.-prof emeritus`)

// firstNames are frequent given names that are no frequent words in the names of organizations.
var firstNames = wordSet(`aaron abdul abdullah abigail adam adrian agnes ahmad ahmed aisha alan albert alejandra alejandro alessandro alex alexander alexandra alexis alfred ali alice alicia alison
allison amanda amber amina amir amit amy ana anand anders andrea andreas andrew andré andy angela anil anita anja ann anna anne annette anthony antje anton antonio anupam aparna
arjun arthur arun ashok ashley axel barbara ben benjamin bernard bernd bernhard beth betty bianca björn bob boris brad brandon brenda brian bridget bruce bruno caitlin camille
carl carla carlos carmen carol caroline catherine cecilia charles chiara chloe chris christa christiane christina christine christoph christophe christopher cindy claire clara claudia claus cory craig cristina cynthia
daniel daniela danielle david deborah deepak denis denise dennis detlef diana diane dieter dimitri dirk dmitri dominik dominique don donald donna doris dorothy douglas edith eduardo edward elena eleanor elisabeth elizabeth ella ellen
emily emma eric erica erik erika ernst esther ethan eugene eva evan evelyn fabian fatima felix fernando florian francesca francesco francis francisco françois frederick friedrich fritz gabriel gabriela gareth gary
geoffrey george georg gerald gerard gerhard giovanni gisela giulia gloria gopal gordon greg gregory guillaume günter günther gustavo guy hannah hans harald harold harry hassan heather heidi heike heinrich heinz
helen helena helga helmut henri henrik henry herbert hermann holger hugh hussein ian ibrahim ines ingrid irene isabel isabella ivan jack jacob jacqueline jacques jakob james jamie jan jane janet janice jason
javier jayati jean jeff jeffrey jennifer jenny jens jeremy jerry jesse jessica jill jim jimmy joachim joan joana joanna jochen joe joel johan johann johanna johannes john jon jonas jonathan jorge jose josef joseph joshua josé joão
juan judith julia julian juliana julie julio jun jürgen justin jörg kai karen karin karl karsten kate katharina katherine kathleen kathryn kathy katja katrin kavita kay keith kelly ken kenneth kerstin kevin kimberly kiran kirsten klaus kofi konrad kristen kristin krishna kumar
kurt kyle lars latha laura lauren laurence laurent lawrence lea leah lena leo leonard leon leonardo leslie lila linda lisa liz lorenzo lori louis louise luca lucas lucia lucy luis luisa luiz lukas luke lydia lynn madeleine
malcolm malini manfred manuel manuela marc marcel marcelo marco marcos marcus margaret margarita maria mariana marianne marie marina mario marion marilyn martha martin martina mary mathias mathieu matt matteo matthew matthias maureen mauricio max maya megan
meera mehmet melanie melissa meredith michael michel michele michelle miguel mike mirjam mohamed mohammad mohammed mohan molly monica monika morgan muhammad mustafa nadia nancy naomi natalia natalie nathan neha neil nicholas nick nicola nicolas nicole nikhil nina nisha nora norbert norman olaf olga oliver olivia oscar otto
pablo pamela paola paolo patricia patrick paul paula pauline pedro peggy penny pete peter petra phil philip philipp philippe phillip pierre priya rachel rafael rahul raj rajesh ralf ralph ramesh randall raphael raul ravi raymond rebecca regina reinhard
renate richard rita rob robert roberta roberto robin rodrigo roger roland rolf roman ron ronald rosa rosemary roy rudolf russell ruth ryan sabine sally salma sam samantha samir samuel sandeep sandra sanjay sara sarah saskia satish scott sean sebastian sergei sergio shannon sharon sheila
shirley shreya siegfried sigrid silke silvia simon simone siva sofia sonia sonja sophia sophie stefan stefanie stella stephan stephanie stephen steve steven stuart subhash sue sunil sunita suresh susan susana susanne suzanne svenja sven sylvia tamara tanja tanya tara tariq ted teresa terry theresa thomas thorsten tiffany tim
timothy tina tobias todd tom tomas tony tracy travis ulf ulrich ulrike ursula usha ute uwe valentina valerie vanessa vandana vera veronica vicente vijay vikram vincent viola vivek vladimir volker walter wanda wendy werner wilhelm william wolfgang xavier yasmin yusuf yves yvonne zoe zoë óscar édouard éric stéphane benoît hélène jérôme sébastien andrés ángel joaquín raúl sofía martín óscar`)

// orgWords appear in names of organizations and not in names of persons.
var orgWords = wordSet(`foundation institute institution union unions network networks coalition alliance association associations council committee center centre centers project projects action actions society
league inc inc. llc ltd ltd. corp corporation company gmbh e.v ev e.v. ag sa s.a. club church ministries ministry fund trust group groups partnership partners campaign campaigns movement initiative initiatives forum
federation confederation congress collective cooperative co-op front party press media news radio labs lab university college school library libraries museum workers labor labour rights justice freedom liberty liberties
democracy democratic progress future peace climate environment environmental health education women womens women's youth students people peoples people's citizens community communities national international global world american european african asian
organization organisation organizations organisations organizing watch voice voices online digital internet privacy technology technologies tech software data open public policy research studies development international resource resources
caucus chapter commission guild lawyers attorneys defense defenders advocates advocacy services service agency board bureau office department house task force team club clinic consortium cooperation solidarity support aid relief committee's
committees now .org org resistance revolution uprising demand families farmers consumers consumer farm food water earth green energy bank trade unions association's economics economy business businesses industries investments capital ventures
stiftung verein verband bund netzwerk initiative bündnis gesellschaft gewerkschaft institut zentrum arbeitskreis arbeitsgemeinschaft aktion kampagne kirche hilfswerk forum rat gruppe werkstatt akademie hochschule universität bundesverband landesverband dachverband deutschland umwelt
fondation association réseau syndicat mouvement collectif fédération confédération comité centre société ligue union conseil droits ong plateforme observatoire université maison secours amis
fundación asociación red sindicato movimiento colectivo federación confederación comité centro sociedad liga unión consejo derechos plataforma observatorio universidad coordinadora campaña acción instituto alianza foro
fundação associação rede sindicato movimento coletivo federação confederação comissão instituto aliança fórum central fondazione associazione rete sindacato movimento federazione comitato stichting vereniging bond beweging föreningen förbundet forening forbundet`)

// roleWords stand in titles and functions of persons.
var roleWords = wordSet(`ceo cto coo cfo chief executive president vice-president chair chairman chairwoman chairperson co-chair director co-director director-general deputy secretary secretary-general treasurer founder co-founder cofounder
manager coordinator co-ordinator organizer officer counsel attorney representative convenor convener spokesperson spokesman spokeswoman leader head editor publisher principal partner owner member minister chancellor commissioner governor mayor
senator speaker ambassador dean provost administrator superintendent general associate senior policy advisor adviser analyst strategist campaigner programme program vp
vorsitzende vorsitzender vorstand vorstandsvorsitzender vorstandsvorsitzende geschäftsführer geschäftsführerin direktor direktorin präsident präsidentin leiter leiterin sprecher sprecherin referent referentin minister ministerin bundeskanzler bundeskanzlerin bundesminister bundesministerin kommissar kommissarin generalsekretär generalsekretärin
président présidente directeur directrice secrétaire ministre coordinateur coordinatrice responsable porte-parole déléguée délégué pdg presidente presidenta directora secretario secretaria ministro ministra coordinador coordinadora portavoz responsable diretor diretora coordenador coordenadora direttore direttrice segretario`)

// ownWords are occupations of persons who sign for themselves, and degrees.
var ownWords = wordSet(`professor prof lecturer fellow researcher scientist scholar student phd ph.d ph.d. md m.d. esq esq. jd mph author writer journalist activist lawyer advocate economist engineer physician doctor artist musician filmmaker historian
sociologist philosopher teacher nurse retired emeritus emerita former citizen individual independent consultant psychologist anthropologist poet actor actress photographer blogger programmer developer entrepreneur reader
professorin wissenschaftler wissenschaftlerin journalistin autor autorin rechtsanwalt rechtsanwältin studentin schriftsteller schriftstellerin künstler künstlerin professeur professeure chercheur chercheuse écrivain écrivaine avocat avocate journaliste étudiant étudiante économiste
profesor profesora investigador investigadora abogado abogada periodista escritor escritora estudiante`)

// nameParticles stand in lower case within persons' names.
var nameParticles = wordSet(`van von de der den del della di da do dos das la le du al bin bint ibn ben el y e ter ten zu af av`)

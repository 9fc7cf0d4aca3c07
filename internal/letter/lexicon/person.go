package lexicon

import (
	"strings"

	"undersigned/internal/letter/text"
)

// Honorifics stand before a person's name.
var Honorifics = text.Words("lexicon.Honorifics", `mr mrs ms mx miss dr prof professor rev reverend sir dame hon honorable honourable sen senator rep representative congressman congresswoman
rabbi imam fr father sister sr bishop archbishop pastor shri smt adv advocate justice judge ambassador amb capt captain col gen lt sgt prof. dipl.-ing
herr frau monsieur madame m mme mlle señor señora sra don doña doctor doctora ing lic dott dott.ssa dra senhor senhora pfarrer pfarrerin pfr prof.in dr.in univ.-prof emeritus
med phil jur rer nat pol oec theol ing habil h.c hc mult apl em pd priv.-doz privatdozent privatdozentin dipl dipl.-psych dipl.-päd dipl.-inform mag dkfm  pater schwester bruder prälat bischof bischöfin
me mgr councilmember councilman councilwoman councillor councilor alderman alderwoman alderperson mayor governor assemblymember assemblyman assemblywoman supervisor selectman cllr abbé sœur mep mp mdb mdl mdep mda frère pr dre dres drs prof.in`)

// OrgWords appear in names of organizations and not in names of persons.
var OrgWords = text.Set("lexicon.OrgWords", Organization.Words("name"), LegalForm.Words("name"))

// RoleWords stand in titles and functions of persons.
var RoleWords = text.Words("lexicon.RoleWords", `councilwoman councilman alderman alderwoman assemblymember assemblywoman rédacteur rédactrice chef chefredakteur chefredakteurin redakteur redakteurin ceo cto coo cfo chief executive president vice-president chair chairman chairwoman chairperson co-chair director co-director director-general deputy secretary secretary-general treasurer
founder co-founder cofounder manager coordinator co-ordinator organizer officer counsel attorney representative convenor convener spokesperson spokesman spokeswoman leader head editor
publisher principal partner owner member minister chancellor commissioner governor mayor senator speaker ambassador dean provost administrator superintendent associate 
advisor adviser analyst strategist campaigner vp vorsitzende vorsitzender vorstand vorstandsvorsitzender vorstandsvorsitzende geschäftsführer geschäftsführerin direktor
direktorin präsident präsidentin leiter leiterin sprecher sprecherin referent referentin ministerin bundeskanzler bundeskanzlerin bundesminister bundesministerin kommissar kommissarin
generalsekretär generalsekretärin président présidente directeur directrice secrétaire ministre coordinateur coordinatrice responsable porte-parole déléguée délégué pdg presidente presidenta
directora secretario secretaria ministro ministra coordinador coordinadora portavoz diretor diretora coordenador coordenadora direttore direttrice segretario co-president co-convenor
co-convener co-ordinators coordinators chairs trustee trustees delegate delegation liaison councillor councilor councilmember cio ciso md vorsitz vizepräsident vizepräsidentin
stellvertretender stellvertretende bundesvorsitzender bundesvorsitzende landesvorsitzender landesvorsitzende kreisvorsitzender kreisvorsitzende vorstandsmitglied
vorstandssprecher vorstandssprecherin pressesprecher pressesprecherin bundessprecher bundessprecherin bundesgeschäftsführer bundesgeschäftsführerin hauptgeschäftsführer
hauptgeschäftsführerin koordinator koordinatorin beauftragter beauftragte obmann obfrau schatzmeister schatzmeisterin schriftführer schriftführerin kassierer geschäftsleiter
geschäftsleiterin mitglied gründer gründerin mitgründer mitgründerin bürgermeister bürgermeisterin oberbürgermeister generaldirektor generaldirektorin gewerkschaftssekretär co-président
co-présidente vice-président vice-présidente fondateur fondatrice cofondateur cofondatrice trésorier trésorière administrateur administratrice gérant gérante membre conseiller conseillère
élu élue député députée maire sénateur sénatrice animateur secrétaire-général vicepresidente vicepresidenta tesorero tesorera vocero vocera fundador fundadora
miembro integrante`)

// OwnWords are occupations of persons who sign for themselves, and degrees.
var OwnWords = text.Words("lexicon.OwnWords", `bookseller translator lanceur lanceuse docteur docteure démographe féministe mitarbeiter mitarbeiterin professor prof lecturer fellow researcher scientist scholar student phd ph.d ph.d. md m.d. esq esq. jd mph author writer journalist activist lawyer advocate economist engineer physician
doctor artist musician filmmaker historian sociologist philosopher teacher nurse retired emeritus emerita former citizen individual independent consultant psychologist anthropologist poet
actor actress photographer blogger programmer developer entrepreneur reader professorin wissenschaftler wissenschaftlerin journalistin autor autorin rechtsanwalt rechtsanwältin studentin
schriftsteller schriftstellerin künstler künstlerin professeur professeure chercheur chercheuse écrivain écrivaine avocat avocate journaliste étudiant étudiante économiste profesor profesora
investigador investigadora abogado abogada periodista escritor escritora estudiante academic academics postdoc postdoctoral doctoral candidate graduate undergraduate alumna alumnus educator
practitioner architect designer composer producer librarian translator surgeon psychiatrist dentist pharmacist statistician mathematician physicist chemist biologist solicitor barrister
resident veteran pensioner farmer painter sculptor singer broadcaster presenter playwright novelist essayist critic columnist whistleblower freelance self-employed technologist
environmentalist humanist parent mother father midwife counsellor counselor therapist social-worker documentarian specialist expert professional businessman businesswoman anwalt anwältin
lehrer lehrerin arzt ärztin pfarrer pfarrerin rentner rentnerin studierender studierende doktorand doktorandin ingenieur ingenieurin informatiker informatikerin psychologe
psychologin soziologe soziologin historiker historikerin musiker musikerin schauspieler schauspielerin regisseur regisseurin publizist publizistin politologe politologin ökonom ökonomin
jurist juristin richter richterin buchhändler buchhändlerin verleger verlegerin übersetzer übersetzerin landwirt landwirtin biologe biologin physiker physikerin chemiker chemikerin
mathematiker mathematikerin geograph geographin theologe theologin pädagoge pädagogin erzieher erzieherin krankenpfleger krankenpflegerin krankenschwester hebamme betriebsrat betriebsrätin
sozialarbeiter sozialarbeiterin architektin philosophin filmemacher filmemacherin fotograf fotografin kabarettist kabarettistin liedermacher liedermacherin aktivist aktivistin unternehmer
unternehmerin angestellter angestellte freiberufler freiberuflerin privatperson bürgerin therapeut therapeutin psychotherapeut psychotherapeutin apotheker apothekerin forscher forscherin
dozent dozentin wissenschaftliche wissenschaftlicher privatdozent privatdozentin a.d enseignant enseignante diplômé diplômée retraité retraitée militant militante citoyen citoyenne médecin
infirmier infirmière ingénieur ingénieure artiste comédien comédienne réalisateur réalisatrice sociologue historien historienne philosophe maître maîtresse doctorant doctorante syndicaliste
photographe musicien musicienne éditeur éditrice psychologue psychiatre anthropologue géographe politologue politiste juriste traducteur traductrice essayiste cinéaste romancier romancière
poète metteur metteuse plasticien plasticienne dessinateur dessinatrice auteur autrice auteure informaticien informaticienne développeur développeuse architecte agriculteur agricultrice
paysan paysanne libraire bibliothécaire magistrat magistrate notaire pharmacien pharmacienne biologiste physicien physicienne mathématicien mathématicienne climatologue linguiste lycéen
lycéenne stagiaire blogueur blogueuse chargé chargée ancien ancienne indépendant indépendante universitaire intellectuel intellectuelle animateur animatrice éducateur éducatrice consultante
entrepreneuse docente maestro maestra médico médica ingeniero ingeniera actriz cineasta activista economista socióloga sociólogo historiador historiadora pesquisador pesquisadora professore
professoressa ricercatore ricercatrice giornalista avvocato`)

// OwnEnds end further occupations, most of them German compounds: "Klimaforscherin", "criminologist".
var OwnEnds = strings.Fields("ologist ologin ologe wissenschaftler wissenschaftlerin forscher forscherin lehrer lehrerin ingenieur ingenieurin arzt ärztin anwalt anwältin professor professorin student studentin pädagoge pädagogin therapeut therapeutin künstler künstlerin autor autorin journalistin istin iker ikerin meister meisterin")

// PostNominals are letters that follow a person's name: honors, degrees, orders and seats.
var PostNominals = text.Words("lexicon.PostNominals", `ao am oam ac qc kc sc obe mbe cbe kbe dbe mp mdb mdl mdep mda mep msp frs frse frsa jp phd dphil edd md rn jd llm llb mph mba msc bsc ma dds dvm esq cpa aicp faia sj s.j osb ofm op cssp ep ph.d m.d b.a m.a m.sc b.sc d.d ias ips ifs mls mlis lcsw lmsw msw np do dnp pharmd psyd drph mfa mpa bsn fnp aia faap facp dmin thd mdiv mla mpp mhr mna mlc mlas`)

// NameParticles stand in lower case within persons' names.
var NameParticles = text.Words("lexicon.NameParticles", `van von de der den del della di da do dos das la le du al bin bint ibn ben el y e ter ten zu af av`)
